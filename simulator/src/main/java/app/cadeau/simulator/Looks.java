package app.cadeau.simulator;

import java.time.Duration;
import java.util.Optional;

/** The look that pages get from now on, and the one that an address asks for. */
final class Looks {

    private volatile Look now;

    Looks(Look first) {
        this.now = first;
    }

    Look now() {
        return now;
    }

    void set(Look look) {
        now = look;
    }

    /** What the address says wins, word by word; what it says wrongly is not heard. */
    Look asked(Exchange exchange) {
        Look look = now;
        String language = exchange.query("lang");
        if (language != null) {
            look = look.withLanguage(language);
        }
        look = Optional.ofNullable(exchange.query("skin"))
                .flatMap(Skin::named)
                .map(look::withSkin)
                .orElse(look);
        if (exchange.query("shape") != null) {
            look = look.withShape(exchange.number("shape", 0));
        }
        if (exchange.query("merge") != null) {
            look = look.withMergeWindow(Duration.ofMillis(exchange.number("merge", 0)));
        }
        return look;
    }
}
