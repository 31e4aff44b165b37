/** Engines, and a lane for each account. */
@NullMarked
package app.cadeau.browser;

import org.jspecify.annotations.NullMarked;
