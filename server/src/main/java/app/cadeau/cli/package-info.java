/** The command line: an HTTP client of the daemon. */
@NullMarked
package app.cadeau.cli;

import org.jspecify.annotations.NullMarked;
