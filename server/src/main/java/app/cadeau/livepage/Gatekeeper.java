package app.cadeau.livepage;

import org.jspecify.annotations.Nullable;

/** Decides what passes the gate. Called on the engine's thread: in memory only, never waits, never throws. */
@FunctionalInterface
public interface Gatekeeper {

    /** Lets nothing pass: the state of every page with no send on it. */
    Gatekeeper SHUT = ask -> "no send is under way on this page";

    /** Returns null to let the request pass, which consumes its permits; else why it is failed. */
    @Nullable
    String refusal(GiftAsk ask);
}
