package app.cadeau.spending;

/**
 * One side of an entry.
 *
 * @param streamer "" where none is concerned
 * @param send "" where none is concerned
 * @param coins into the book, negative out of it; never zero
 */
record Posting(Book book, String account, String streamer, String send, long coins) {

    Posting {
        if (coins == 0) {
            throw new IllegalArgumentException("a posting of no coins to " + book + " of " + account);
        }
    }
}
