/** Hands and eyes on the LIVE page. */
@NullMarked
package app.cadeau.livepage;

import org.jspecify.annotations.NullMarked;
