package app.cadeau.team;

/** What a call asks for. */
public enum Permission {
    /** To see what was sent, what it cost, what is going on. */
    LOOK,
    /** To send, to stop, to ask what a send would cost. */
    SEND,
    /** To change accounts, budgets, the queue; to settle a REVIEW. */
    CHANGE,
    /** Members, consent, keys. */
    GOVERN
}
