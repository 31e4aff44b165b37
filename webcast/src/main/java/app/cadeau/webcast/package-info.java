/** Bytes to messages of the LIVE stream and back. No Spring, no I/O. */
@NullMarked
package app.cadeau.webcast;

import org.jspecify.annotations.NullMarked;
