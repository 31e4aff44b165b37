package app.cadeau.simulator;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What a test of another process can script: truth, faults, wallets and LIVEs, as JSON below {@code /_admin/}. */
final class AdminDesk {

    private final Truth truth;
    private final Faults faults;
    private final Wallets wallets;
    private final Lives lives;
    private final Shop shop;
    private final Orders orders;

    AdminDesk(Truth truth, Faults faults, Wallets wallets, Lives lives, Shop shop, Orders orders) {
        this.truth = truth;
        this.faults = faults;
        this.wallets = wallets;
        this.lives = lives;
        this.shop = shop;
        this.orders = orders;
    }

    void open(Desks desks) {
        desks.at("/_admin/health", exchange -> exchange.json(Map.of("program", "cadeau-simulator")))
                .at("/_admin/truth", this::truth)
                .at("/_admin/faults", this::faults)
                .at("/_admin/wallets", this::wallets)
                .at("/_admin/lives", this::lives)
                .at("/_admin/prices", this::prices);
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

    private void wallets(Exchange exchange) {
        if (exchange.method().equals("POST")) {
            JsonNode asked = Exchange.JSON.readTree(exchange.body());
            String name = asked.path("name").asString("");
            if (name.isEmpty()) {
                exchange.json(400, Map.of("error", "a wallet needs a name"));
                return;
            }
            wallets.open(
                    asked.path("session").asString("sim-" + name),
                    name,
                    asked.path("coins").asLong(0));
        }
        exchange.json(wallets.all().stream()
                .map(wallet -> Map.of(
                        "name", wallet.name(), "coins", wallet.coins(), "userId", Long.toString(wallet.userId())))
                .toList());
    }

    private void lives(Exchange exchange) {
        if (exchange.method().equals("POST")) {
            JsonNode asked = Exchange.JSON.readTree(exchange.body());
            Optional<Live> live = lives.named(asked.path("name").asString(""));
            if (live.isEmpty() || !move(live.get(), asked.path("do").asString(""))) {
                exchange.json(400, Map.of("error", "name a streamer, and do pause, resume, end, off-air or on-air"));
                return;
            }
        }
        exchange.json(lives.all().stream()
                .map(live -> Map.of("name", live.name(), "state", live.state(), "roomId", Long.toString(live.roomId())))
                .toList());
    }

    private boolean move(Live live, String what) {
        switch (what) {
            case "pause" -> lives.pause(live);
            case "resume" -> lives.resume(live);
            case "end" -> lives.end(live);
            case "off-air" -> lives.offAir(live);
            case "on-air" -> lives.onAir(live);
            default -> {
                return false;
            }
        }
        return true;
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
}
