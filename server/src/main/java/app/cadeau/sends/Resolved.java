package app.cadeau.sends;

/** What came of a person's settling of a REVIEW. */
public sealed interface Resolved {

    record Settled(Receipt receipt) implements Resolved {}

    record NoSuchSend() implements Resolved {}

    /** What was said cannot be: which field, and why. */
    record Wrong(String field, String sentence) implements Resolved {}

    /** The send is not in REVIEW. */
    record NotPossible(String sentence) implements Resolved {}
}
