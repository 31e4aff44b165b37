package app.cadeau.webcast;

/** The bytes are no frame, response or message of the stream, or are beyond {@link Limits}. */
public final class UndecodableException extends Exception {

    private static final long serialVersionUID = 1;

    private final String reason;

    UndecodableException(String reason) {
        super(reason);
        this.reason = reason;
    }

    UndecodableException(String what, Throwable cause) {
        super(what + ": " + cause.getMessage(), cause);
        this.reason = what + ": " + cause.getMessage();
    }

    /** One clear line. */
    public String reason() {
        return reason;
    }
}
