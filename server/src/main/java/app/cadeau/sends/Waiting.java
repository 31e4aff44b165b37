package app.cadeau.sends;

/** What becomes of sends that waited already when a copy of the database was made. */
public enum Waiting {
    /** They were not sent since, a person says: they go on waiting for their turn. */
    SEND,
    /** They may have been sent since: they end, and nothing is spent on them. */
    STOP
}
