package app.cadeau.api;

import java.net.URI;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** The LIVE site that sends go to. A real one needs its owner's consent, which nothing in this version can record. */
@Component
final class Target {

    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]");

    private final URI url;

    Target(ApiSettings settings) {
        url = settings.live().url();
    }

    URI url() {
        return url;
    }

    boolean needsConsent() {
        return url.getHost() == null || !LOOPBACK.matcher(url.getHost()).matches();
    }

    String consentSentence() {
        return url + " is not on this machine: consent to a real platform comes with the web. Nothing was sent.";
    }
}
