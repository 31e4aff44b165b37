package app.cadeau.browser;

import app.cadeau.accounts.AccountId;
import java.net.URI;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Which sites a page may be opened on: those of this machine, and a real one that its owner consented to, by https only. */
public final class LetIn {

    public static final LetIn THIS_MACHINE = new LetIn(host -> false);

    private final Predicate<String> consented;
    private final BiPredicate<String, AccountId> attested;

    /** With any account. @param consented asked with a host, each time anew */
    public LetIn(Predicate<String> consented) {
        this(consented, (host, account) -> true);
    }

    /** @param attested whether the consent to a host is for this account too */
    public LetIn(Predicate<String> consented, BiPredicate<String, AccountId> attested) {
        this.consented = consented;
        this.attested = attested;
    }

    /** Why a page of this account may not be opened there, or null. */
    @Nullable
    public String refusal(URI address, AccountId account) {
        return is(address) && !is(address, account)
                ? "account " + account + " was added after the consent to " + address.getHost() + ": consent anew"
                : refusal(address);
    }

    /** The same, whatever the account. */
    @Nullable
    public String refusal(URI address) {
        return is(address) ? null : address.getHost() + " is not on this machine and nobody consented to it";
    }

    /** For a page of this account. */
    public boolean is(URI address, AccountId account) {
        return is(address) && (Loopback.is(address) || attested.test(address.getHost(), account));
    }

    public boolean is(URI address) {
        return Loopback.is(address)
                || "https".equals(address.getScheme())
                        && address.getHost() != null
                        && address.getUserInfo() == null
                        && consented.test(address.getHost());
    }
}
