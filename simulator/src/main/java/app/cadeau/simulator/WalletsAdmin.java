package app.cadeau.simulator;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** {@code /_admin/wallets}: opens accounts, and says what the platform lets them do. What is not named stays as it is. */
final class WalletsAdmin {

    private final Wallets wallets;

    WalletsAdmin(Wallets wallets) {
        this.wallets = wallets;
    }

    void open(Desks desks) {
        desks.at("/_admin/wallets", this::serve);
    }

    private void serve(Exchange exchange) {
        if (exchange.method().equals("POST")) {
            JsonNode asked = Exchange.JSON.readTree(exchange.body());
            String name = asked.path("name").asString("");
            if (name.isEmpty()) {
                exchange.json(400, Map.of("error", "a wallet needs a name"));
                return;
            }
            change(name, asked);
            if (asked.path("expired").asBoolean(false)) {
                wallets.logOut(asked.path("session").asString("sim-" + name));
            }
        }
        exchange.json(wallets.all().stream().map(WalletsAdmin::told).toList());
    }

    private void change(String name, JsonNode asked) {
        long before = wallets.named(name).map(Wallet::coins).orElse(0L);
        Wallet wallet = wallets.open(
                asked.path("session").asString("sim-" + name),
                name,
                asked.path("coins").asLong(before));
        wallet.freeze(asked.path("frozen").asLong(wallet.frozen()));
        Standing now = wallet.standing();
        wallet.standing(new Standing(
                asked.path("adult").asBoolean(now.adult()),
                asked.path("countryAllows").asBoolean(now.countryAllows()),
                asked.path("spendingLimit").asLong(now.spendingLimit()),
                asked.path("fanLevel").asInt(now.fanLevel()),
                asked.path("subscribed").asBoolean(now.subscribed()),
                asked.path("props").asInt(now.props()),
                asked.path("calmAfter").asInt(now.calmAfter())));
    }

    private static Map<String, Object> told(Wallet wallet) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("name", wallet.name());
        told.put("coins", wallet.coins());
        told.put("frozen", wallet.frozen());
        told.put("userId", Long.toString(wallet.userId()));
        told.put("standing", wallet.standing());
        return told;
    }
}
