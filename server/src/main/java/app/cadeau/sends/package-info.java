/** The heart: queue, journal, evidence, verdict. */
@NullMarked
package app.cadeau.sends;

import org.jspecify.annotations.NullMarked;
