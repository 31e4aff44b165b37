package app.cadeau.sends;

/** What came of a person's settling of a REVIEW. */
public sealed interface Resolved {

    record Settled(Receipt receipt) implements Resolved {}

    record NoSuchSend() implements Resolved {}

    /** The send is not in REVIEW, or the number lies outside of what is possible. */
    record NotPossible(String sentence) implements Resolved {}
}
