/** Whom we support. */
@NullMarked
package app.cadeau.streamers;

import org.jspecify.annotations.NullMarked;
