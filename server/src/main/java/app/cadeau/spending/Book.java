package app.cadeau.spending;

/**
 * Where coins can be. Every coin is in one book at a time; an entry moves coins between books. What the platform's wallet
 * holds is WALLET + HELD, and at most DOUBT more.
 */
enum Book {
    /** Where coins come from before we know them: the other side of the first reading. */
    OUTSIDE,
    /** In the account's wallet and free. */
    WALLET,
    /** In the wallet, reserved for a send that has not ended. */
    HELD,
    /** Reserved for gifts of an ended send that can be proved neither way. */
    DOUBT,
    /** Given as gifts, proved. */
    SPENT,
    /** Moved without us, or beyond what was asked; a person finds out why. */
    SUSPENSE
}
