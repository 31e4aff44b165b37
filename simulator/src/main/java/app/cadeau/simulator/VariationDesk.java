package app.cadeau.simulator;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** {@code /_admin/variations}: {"variation": "ids-as-text"} turns one on, with "on": false off; DELETE turns all off. */
final class VariationDesk {

    private final Variations variations;

    VariationDesk(Variations variations) {
        this.variations = variations;
    }

    void open(Desks desks) {
        desks.at("/_admin/variations", this::serve);
    }

    private void serve(Exchange exchange) {
        if (exchange.method().equals("DELETE")) {
            variations.turnOff(Variation.values());
        } else if (exchange.method().equals("POST")) {
            JsonNode asked = Exchange.JSON.readTree(exchange.body());
            String name = asked.path("variation").asString("");
            Optional<Variation> variation = Variation.named(name);
            if (variation.isEmpty()) {
                exchange.json(400, Map.of("error", "no variation is called '" + name + "'"));
                return;
            }
            turn(variation.get(), asked.path("on").asBoolean(true));
        }
        exchange.json(Map.of(
                "on",
                variations.names(),
                "known",
                Arrays.stream(Variation.values()).map(Variation::kebab).toList()));
    }

    private void turn(Variation variation, boolean on) {
        if (on) {
            variations.turnOn(variation);
        } else {
            variations.turnOff(variation);
        }
    }
}
