/** The command line: a plain main, an HTTP client of the API. No Spring in its path. */
@NullMarked
package app.cadeau.cli;

import org.jspecify.annotations.NullMarked;
