package app.cadeau.livepage;

/** A design that the owner wrote cannot be used; the message names the file and what in it is wrong. */
final class UnreadableDesign extends Exception {

    private static final long serialVersionUID = 1L;

    UnreadableDesign(String message) {
        super(message);
    }
}
