/** Coins: the only shared kernel. */
@NullMarked
package app.cadeau.money;

import org.jspecify.annotations.NullMarked;
