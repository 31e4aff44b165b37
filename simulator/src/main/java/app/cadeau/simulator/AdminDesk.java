package app.cadeau.simulator;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What a test of another process can script: truth, faults, prices and gifts, as JSON below {@code /_admin/}. */
final class AdminDesk {

    private final Truth truth;
    private final Faults faults;
    private final Shop shop;
    private final Lives lives;
    private final Orders orders;

    AdminDesk(Truth truth, Faults faults, Shop shop, Lives lives, Orders orders) {
        this.truth = truth;
        this.faults = faults;
        this.shop = shop;
        this.lives = lives;
        this.orders = orders;
    }

    void open(Desks desks) {
        desks.at("/_admin/health", exchange -> exchange.json(Map.of("program", "cadeau-simulator")))
                .at("/_admin/truth", this::truth)
                .at("/_admin/faults", this::faults)
                .at("/_admin/prices", this::prices)
                .at("/_admin/gifts", this::gifts);
    }

    private void truth(Exchange exchange) {
        if (exchange.method().equals("DELETE")) {
            truth.clear();
        }
        String account = exchange.query("account");
        long from = exchange.number("from", 0);
        long to = exchange.number("to", Long.MAX_VALUE);
        List<Truth.Gift> gifts = truth.gifts().stream()
                .filter(gift -> account == null || gift.account().equals(account))
                .filter(gift -> gift.acceptedAtMillis() >= from && gift.acceptedAtMillis() < to)
                .toList();
        exchange.json(Map.of(
                "landed",
                gifts.stream().mapToLong(Truth.Gift::count).sum(),
                "coins",
                gifts.stream().mapToLong(Truth.Gift::coins).sum(),
                "gifts",
                gifts,
                "refusals",
                truth.refusals()));
    }

    private void faults(Exchange exchange) {
        switch (exchange.method()) {
            case "POST" -> {
                Optional<String> wrong = add(Exchange.JSON.readTree(exchange.body()));
                if (wrong.isPresent()) {
                    exchange.json(400, Map.of("error", wrong.get()));
                    return;
                }
            }
            case "DELETE" -> faults.clear();
            default -> {}
        }
        exchange.json(Map.of(
                "rules",
                faults.rules().stream().map(AdminDesk::rule).toList(),
                "struck",
                faults.struck().stream()
                        .map(one -> Map.of("fault", one.fault().kebab(), "atMillis", one.atMillis()))
                        .toList(),
                "known",
                java.util.Arrays.stream(Fault.values()).map(Fault::kebab).toList()));
    }

    private static Map<String, Object> rule(Faults.Rule rule) {
        return Map.of("fault", rule.fault().kebab(), "when", rule.when().toString(), "amount", rule.amount());
    }

    /** What is wrong with the order, or nothing when it was set. */
    private Optional<String> add(JsonNode asked) {
        String name = asked.path("fault").asString("");
        Optional<Fault> fault = Fault.named(name);
        if (fault.isEmpty()) {
            return Optional.of("no fault is called '" + name + "'");
        }
        Faults.When when = asked.has("at")
                ? new Faults.When.At(asked.path("at").asInt(1))
                : asked.has("chance")
                        ? new Faults.When.Chance(asked.path("chance").asDouble(0))
                        : new Faults.When.Always();
        faults.add(fault.get(), when, asked.path("amount").asLong(fault.get().usualAmount()));
        return Optional.empty();
    }

    /** {"gift": 5655, "coins": 2} moves a price on tile and till, not in the list; DELETE puts all back. */
    private void prices(Exchange exchange) {
        if (exchange.method().equals("POST")) {
            JsonNode asked = Exchange.JSON.readTree(exchange.body());
            shop.reprice(asked.path("gift").asLong(0), asked.path("coins").asLong(1));
        } else if (exchange.method().equals("DELETE")) {
            shop.priceAsListed();
        }
        orders.tellAll();
        exchange.json(shop.repriced());
    }

    /** {"gift": 5655, "offered": false} takes a gift from list, panel and till, true brings it back; pages are told. */
    private void gifts(Exchange exchange) {
        if (exchange.method().equals("POST")) {
            JsonNode asked = Exchange.JSON.readTree(exchange.body());
            shop.withdraw(asked.path("gift").asLong(0), !asked.path("offered").asBoolean(true));
            lives.all().forEach(lives::panelChanged);
        }
        exchange.json(Map.of("offered", shop.all().stream().map(SimGift::id).toList()));
    }
}
