package app.cadeau.livepage;

/** What came of opening a LIVE. */
public sealed interface Opening {

    record Opened(LivePage page) implements Opening {}

    /** @param seen what was there instead, in words for a person */
    record NotOpened(Trouble trouble, String seen) implements Opening {}
}
