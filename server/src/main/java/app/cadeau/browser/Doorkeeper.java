package app.cadeau.browser;

/** Decides what becomes of held requests of one tab. On the engine's thread: in memory only, never waits. */
@FunctionalInterface
public interface Doorkeeper {

    /** Asked for every held request; one with {@code odd} set is failed whatever is answered. True lets it pass. */
    boolean passes(HeldRequest request);
}
