package app.cadeau.sends;

/**
 * Hears what becomes of sends, only to show it: nothing here is evidence, nothing is told twice, and nothing waits for who
 * hears it. Called on the thread of whoever moved the send, so it must return at once.
 */
@FunctionalInterface
public interface SendNews {

    /**
     * A send reached a state, which is committed, or more became known of one that runs.
     *
     * @param armed permits opened that are neither proved nor void yet
     */
    void told(Receipt receipt, int armed);
}
