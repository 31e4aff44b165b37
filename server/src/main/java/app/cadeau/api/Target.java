package app.cadeau.api;

import app.cadeau.accounts.AccountId;
import app.cadeau.browser.Loopback;
import app.cadeau.team.Consent;
import app.cadeau.team.Consents;
import java.net.URI;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The LIVE site that sends go to. A real one is let in by its owner's consent to that very host, and by https. */
@Component
final class Target {

    private final URI url;
    private final Consents consents;

    Target(ApiSettings settings, Consents consents) {
        url = settings.live().url();
        this.consents = consents;
    }

    URI url() {
        return url;
    }

    /** Not on this machine: gifts there cost money. */
    boolean isReal() {
        return !Loopback.is(url);
    }

    String host() {
        return Objects.requireNonNullElse(url.getHost(), "");
    }

    Optional<Consent> consent() {
        return isReal() && "https".equals(url.getScheme()) ? consents.to(host()) : Optional.empty();
    }

    /** A real site, and nobody has consented to it. */
    boolean needsConsent() {
        return isReal() && consent().isEmpty();
    }

    /** Why these accounts may not send there, or null: nobody consented to the site, or not for one of them. */
    @Nullable
    String refusal(Collection<AccountId> senders) {
        if (needsConsent()) {
            return consentSentence();
        }
        return senders.stream()
                .filter(account -> isReal() && !consents.covers(host(), account.name()))
                .findFirst()
                .map(account -> "Account " + account + " was added after the consent to " + host()
                        + ": consent anew to attest it. Nothing was sent.")
                .orElse(null);
    }

    String consentSentence() {
        return url
                + " is not on this machine, and nobody consented to it: cadeau consent shows the risks. Nothing was sent.";
    }
}
