package app.cadeau.browser;

/** The order in which an engine takes the commands that wait for it. */
public enum Urgency {
    /** Answers of the gate: the page's own request waits for them. */
    GATE,
    STOP,
    BURST,
    OTHER,
    /** Bodies of answers: many, and none of them keeps a press from being stopped. */
    BODY;

    /** Whether a person's stop, or a gift that is held, depends on the engine coming back soon. */
    boolean pressing() {
        return compareTo(BURST) <= 0;
    }
}
