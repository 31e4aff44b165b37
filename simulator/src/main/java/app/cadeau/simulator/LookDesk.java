package app.cadeau.simulator;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * {@code /_admin/look}: {"skin": "2022", "shape": 3, "language": "fr", "merge": 200}; what is named changes. Pages that are
 * open hear of merging at once; the rest comes with the next page.
 */
final class LookDesk {

    private final Looks looks;
    private final Orders orders;

    LookDesk(Looks looks, Orders orders) {
        this.looks = looks;
        this.orders = orders;
    }

    void open(Desks desks) {
        desks.at("/_admin/look", this::serve);
    }

    private void serve(Exchange exchange) {
        if (exchange.method().equals("POST")) {
            JsonNode asked = Exchange.JSON.readTree(exchange.body());
            String name = asked.path("skin").asString(looks.now().skin().told());
            Optional<Skin> skin = Skin.named(name);
            if (skin.isEmpty()) {
                exchange.json(400, Map.of("error", "no skin is called '" + name + "'"));
                return;
            }
            looks.set(changed(looks.now().withSkin(skin.get()), asked));
            orders.tellAll();
        }
        Look look = looks.now();
        exchange.json(Map.of(
                "skin", look.skin().told(),
                "shape", String.valueOf(look.shape()),
                "language", String.valueOf(look.language()),
                "merge", look.mergeWindow().toMillis()));
    }

    private static Look changed(Look look, JsonNode asked) {
        Look changed = look;
        if (asked.has("shape")) {
            changed = changed.withShape(asked.path("shape").asLong(0));
        }
        if (asked.has("language")) {
            changed = changed.withLanguage(asked.path("language").asString("en"));
        }
        if (asked.has("merge")) {
            changed = changed.withMergeWindow(
                    Duration.ofMillis(asked.path("merge").asLong(0)));
        }
        return changed;
    }
}
