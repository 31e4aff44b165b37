/** REST over the rooms below. */
@NullMarked
package app.cadeau.api;

import org.jspecify.annotations.NullMarked;
