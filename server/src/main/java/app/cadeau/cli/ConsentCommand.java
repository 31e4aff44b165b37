package app.cadeau.cli;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** {@code cadeau consent}: the risks of the real platform, and the owner's word. */
@Command(
        name = "consent",
        description = "Shows the risks of the real platform and records your consent and a daily cap.")
final class ConsentCommand extends Reaching {

    @Option(
            names = "--daily-cap",
            paramLabel = "COINS",
            description = "At most so many coins a day, over all accounts.")
    @Nullable
    Long dailyCap;

    @Option(
            names = "--i-am-an-adult-and-take-the-risks",
            description =
                    "Says yes to every question: you are 18 or over, the accounts are your own, gifts are not refunded,"
                            + " the account may be lost.")
    boolean yes;

    @Option(names = "--withdraw", description = "Takes the consent back.")
    boolean withdraw;

    @Override
    int ask(Client client) {
        if (withdraw) {
            client.call("DELETE", "/api/consent", null, Map.of());
            world().out().println("The consent is taken back; the real platform is refused again.");
            return Exit.FINE;
        }
        var state = client.get("/api/consent");
        if (json && dailyCap == null) {
            world().out().println(state);
            return Exit.FINE;
        }
        if (!json) {
            show(state);
        }
        var wanted = !state.path("given").booleanValue()
                || !state.path("accountsMissing").isEmpty();
        return state.path("needed").booleanValue() && wanted ? give(client, state) : Exit.FINE;
    }

    private void show(JsonNode state) {
        var out = world().out();
        if (!state.path("needed").booleanValue()) {
            out.println("LIVEs are at a site of this machine; it needs no consent. For the real platform:");
        }
        state.path("risks")
                .forEach(risk -> out.println("  - " + risk.path("text").asString()));
        out.println("What Cadeau refuses to do:");
        state.path("refuses").forEach(line -> out.println("  - " + line.asString()));
        if (state.path("given").booleanValue()) {
            out.println("Consent to " + state.path("host").asString() + " was given by "
                    + state.path("attestedBy").asString() + " at "
                    + state.path("at").asString() + ", "
                    + Count.of(state.path("dailyCap").asLong(), "coin") + " a day at most.");
            for (var account : state.path("accountsMissing")) {
                out.println(
                        "Account " + account.asString() + " was added later: it is refused until you consent anew.");
            }
        }
    }

    private int give(Client client, JsonNode state) {
        var host = state.path("host").asString();
        var cap = yes && dailyCap != null ? dailyCap : asked(host);
        var given = client.post(
                "/api/consent",
                Map.of(
                        "host",
                        host,
                        "dailyCap",
                        cap,
                        "adult",
                        true,
                        "ownAccounts",
                        true,
                        "noRefunds",
                        true,
                        "accountRisk",
                        true));
        if (!asJson(given)) {
            world().out().println("Recorded. Gifts to " + host + " cost real coins from now on.");
        }
        return Exit.FINE;
    }

    private long asked(String host) {
        var console = System.console();
        if (console == null || !console.isTerminal()) {
            throw new CommandFailed(
                    Exit.BAD_ARGUMENTS, "say --daily-cap N and --i-am-an-adult-and-take-the-risks, or use a terminal");
        }
        if (!host.equals(console.readLine("Type %s to take these risks: ", host))) {
            throw new CommandFailed(Exit.NOT_IN_FULL, "nothing was recorded; " + host + " stays refused");
        }
        return dailyCap != null ? dailyCap : whole(console.readLine("Coins a day at most: "));
    }

    private static long whole(@Nullable String text) {
        try {
            return Long.parseLong(String.valueOf(text).strip());
        } catch (NumberFormatException none) {
            throw new CommandFailed(Exit.BAD_ARGUMENTS, "a whole number of coins is wanted", none);
        }
    }
}
