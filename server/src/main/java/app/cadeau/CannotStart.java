package app.cadeau;

/** The daemon cannot start, for a reason that its owner can do something about: one sentence. */
public final class CannotStart extends RuntimeException {

    private static final long serialVersionUID = 1;

    CannotStart(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    CannotStart(String sentence) {
        super(sentence);
    }
}
