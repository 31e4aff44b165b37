package app.cadeau.api;

/** A request that cannot be understood: which field, and why. */
final class BadField extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String field;

    BadField(String field, String sentence) {
        super(field + ": " + sentence);
        this.field = field;
    }

    /** Of a value that refused what it was given: "field: why". */
    static BadField of(IllegalArgumentException refused) {
        var said = String.valueOf(refused.getMessage()).split(": ", 2);
        return said.length == 2 ? new BadField(said[0], said[1]) : new BadField("body", said[0]);
    }

    String field() {
        return field;
    }
}
