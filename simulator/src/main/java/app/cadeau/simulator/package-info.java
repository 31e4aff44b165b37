/** A LIVE page, its stream, wallets and faults. Knows nothing of the server. */
@NullMarked
package app.cadeau.simulator;

import org.jspecify.annotations.NullMarked;
