package app.cadeau.api;

/** A request that cannot be understood: which field, and why. */
final class BadField extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String field;

    BadField(String field, String sentence) {
        super(field + ": " + sentence);
        this.field = field;
    }

    String field() {
        return field;
    }
}
