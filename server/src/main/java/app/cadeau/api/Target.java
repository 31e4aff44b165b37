package app.cadeau.api;

import app.cadeau.browser.Loopback;
import java.net.URI;
import org.springframework.stereotype.Component;

/** The LIVE site that sends go to. A real one needs its owner's consent, which nothing in this version can record. */
@Component
final class Target {

    private final URI url;

    Target(ApiSettings settings) {
        url = settings.live().url();
    }

    URI url() {
        return url;
    }

    /** Not on this machine: gifts there cost money. */
    boolean isReal() {
        return !Loopback.is(url);
    }

    boolean needsConsent() {
        return isReal();
    }

    String consentSentence() {
        return url + " is not on this machine: consent to a real platform comes with the web. Nothing was sent.";
    }
}
