package app.cadeau.browser;

/** Told of what befalls a tab; from any thread, so it only takes notes. */
public interface TabListener {

    /** The renderer, the page or the browser is gone. Told once. */
    void gone(String why);

    /** A gift/send request of this account that no page of ours made was failed. */
    void stranger(HeldRequest request);
}
