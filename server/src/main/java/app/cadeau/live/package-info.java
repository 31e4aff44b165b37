/** What is happening on air. Pure: frames in, state and events out. */
@NullMarked
package app.cadeau.live;

import org.jspecify.annotations.NullMarked;
