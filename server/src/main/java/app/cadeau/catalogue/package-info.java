/** What can be sent, for how many coins. */
@NullMarked
package app.cadeau.catalogue;

import org.jspecify.annotations.NullMarked;
