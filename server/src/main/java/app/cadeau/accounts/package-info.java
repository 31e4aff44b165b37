/** Our TikTok accounts and their sessions. */
@NullMarked
package app.cadeau.accounts;

import org.jspecify.annotations.NullMarked;
