package app.cadeau.browser;

import java.net.URI;
import java.util.function.Predicate;

/** Which sites a page may be opened on: those of this machine, and a real one that its owner consented to, by https only. */
public final class LetIn {

    public static final LetIn THIS_MACHINE = new LetIn(host -> false);

    private final Predicate<String> consented;

    /** @param consented asked with a host, each time anew */
    public LetIn(Predicate<String> consented) {
        this.consented = consented;
    }

    public boolean is(URI address) {
        return Loopback.is(address)
                || "https".equals(address.getScheme())
                        && address.getHost() != null
                        && address.getUserInfo() == null
                        && consented.test(address.getHost());
    }
}
