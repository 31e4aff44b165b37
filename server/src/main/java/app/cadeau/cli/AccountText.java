package app.cadeau.cli;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** An account for a person: how it is, since when, and what to do. */
final class AccountText {

    private AccountText() {}

    static String coins(JsonNode health) {
        return health.path("coins").isNumber() ? Count.of(health.path("coins").asLong(), "coin") : "";
    }

    /** What to do, a command a line; nothing for an account that is well. */
    static List<String> todo(JsonNode account) {
        var health = account.path("health");
        var lines = new ArrayList<String>();
        if (!health.path("todo").isEmpty()) {
            lines.add(account.path("name").asString() + ": "
                    + health.path("sentence").asString());
            health.path("todo").forEach(step -> lines.add("  -> " + step.asString()));
        }
        return lines;
    }

    static List<String> lines(JsonNode account) {
        var health = account.path("health");
        var lines = new ArrayList<String>();
        lines.add(account.path("name").asString() + ": " + health.path("state").asString() + ". "
                + health.path("sentence").asString());
        if (health.path("cookies").isNumber()) {
            lines.add("  session: " + Count.of(health.path("cookies").asLong(), "cookie") + ", saved "
                    + health.path("savedAt").asString() + ", "
                    + (health.path("expiresAt").isString()
                            ? "seems to expire " + health.path("expiresAt").asString()
                            : "does not say when it expires"));
        }
        if (health.path("coins").isNumber()) {
            lines.add("  wallet: " + coins(health) + ", read "
                    + health.path("coinsAt").asString());
        }
        lines.add("  last proof: " + health.path("provedAt").asString("none yet"));
        lines.add("  belongs to " + account.path("owner").asString("owner"));
        lines.add("  " + (account.path("usedAlone").asBoolean() ? "used by Cadeau alone" : "shared with others"));
        health.path("todo").forEach(step -> lines.add("  -> " + step.asString()));
        return lines;
    }

    static List<String> checked(JsonNode result) {
        var lines = new ArrayList<String>();
        var account = result.path("account");
        lines.add(account.path("name").asString() + ": "
                + result.path("outcome").asString().replace('_', ' ').toLowerCase(java.util.Locale.ROOT) + ". "
                + result.path("sentence").asString());
        lines.addAll(lines(account).subList(1, lines(account).size()));
        return lines;
    }
}
