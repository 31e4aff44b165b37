package app.cadeau.spending;

/**
 * A place where the book does not tie.
 *
 * @param where an entry's number, a send, an account
 */
public record Flaw(String where, String sentence) {}
