package app.cadeau;

/** The two databases that Cadeau keeps its data in; a test of a table runs on both. */
public enum Vendor {
    SQLITE,
    POSTGRES
}
