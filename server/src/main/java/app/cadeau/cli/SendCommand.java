package app.cadeau.cli;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import tools.jackson.databind.JsonNode;

/** {@code cadeau send}: one send, watched to its end. */
@Command(
        name = "send",
        description = "Sends gifts to a LIVE and prints the receipt.",
        footer = {"", "Exit status: 0 confirmed in full, 1 in part or not, 2 bad arguments, 3 outcome unknown."})
final class SendCommand implements Callable<Integer> {

    @ParentCommand
    Cadeau parent;

    @Parameters(paramLabel = "@NAME", description = "The streamer.")
    String streamer;

    @Option(names = "--gift", required = true, paramLabel = "NAME|ID", description = "The gift.")
    String gift;

    @Option(
            names = "--price",
            paramLabel = "N",
            description =
                    "The price of one, in coins, that you agree to: another one refuses. Tells gifts of one name apart.")
    @Nullable
    Long price;

    @Option(names = "--qty", required = true, paramLabel = "N", description = "How many: 1 to 10000.")
    int quantity;

    @Option(names = "--cps", defaultValue = "12", paramLabel = "N", description = "Clicks a second: 1 to 12.")
    BigDecimal cps;

    @Option(names = "--account", paramLabel = "A", description = "Which account gives.")
    @Nullable
    String account;

    @Option(
            names = "--accounts",
            split = ",",
            paramLabel = "A,B,…",
            description = "Several accounts give: each a share, a send and a receipt of its own.")
    @Nullable
    List<String> accounts;

    @Option(names = "--max-coins", paramLabel = "N", description = "Refuse the send if it would cost more.")
    @Nullable
    Long maxCoins;

    @Option(
            names = "--not-after",
            paramLabel = "TIME",
            description = "No press begins after it, like 2026-11-22T20:00:00Z.")
    @Nullable
    String notAfter;

    @Option(
            names = "--priority",
            paramLabel = "P",
            description = "low, normal or high, among the waiting sends of its account.")
    @Nullable
    String priority;

    @Option(names = "--json", description = "Print the receipt as JSON.")
    boolean json;

    @Option(names = "--dry-run", description = "Look at the LIVE and tell what it would cost; press nothing.")
    boolean dryRun;

    @Override
    public Integer call() {
        var kind = dryRun ? OwnDaemon.Kind.LOOKING : OwnDaemon.Kind.WORKING;
        checkArguments();
        try (var daemon = Daemons.reach(parent.world(), kind)) {
            if (dryRun) {
                return quote(daemon.client().post("/api/send", order()));
            }
            var exit = send(daemon.client());
            if (daemon.own() != null) {
                emptyQueue(daemon.own());
            }
            return exit;
        } catch (Client.Unreachable lost) {
            throw new CommandFailed(Exit.OUTCOME_UNKNOWN, String.valueOf(lost.getMessage()), lost);
        }
    }

    // What no daemon is needed for is said before one is started.
    private void checkArguments() {
        if (priority != null && !List.of("low", "normal", "high").contains(priority.toLowerCase(Locale.ROOT))) {
            throw new CommandFailed(Exit.BAD_ARGUMENTS, "--priority is low, normal or high, not " + priority);
        }
        if (account != null && accounts != null) {
            throw new CommandFailed(Exit.BAD_ARGUMENTS, "give --account or --accounts, not both");
        }
        if (quantity < 1 || quantity > 10_000) {
            throw new CommandFailed(Exit.BAD_ARGUMENTS, "--qty is 1 to 10000, not " + quantity);
        }
        if (cps.compareTo(BigDecimal.ONE) < 0 || cps.compareTo(BigDecimal.valueOf(12)) > 0) {
            throw new CommandFailed(Exit.BAD_ARGUMENTS, "--cps is 1 to 12 clicks a second, not " + cps);
        }
    }

    private Map<String, Object> order() {
        var order = new LinkedHashMap<String, Object>();
        order.put("streamer", streamer);
        order.put("gift", gift);
        order.put("quantity", quantity);
        order.put("cps", cps);
        put(order, "price", price);
        put(order, "account", account);
        put(order, "accounts", accounts);
        put(order, "maxCoins", maxCoins);
        put(order, "notAfter", notAfter);
        put(order, "priority", priority == null ? null : priority.toLowerCase(Locale.ROOT));
        put(order, "dryRun", dryRun ? true : null);
        return order;
    }

    private static void put(Map<String, Object> order, String field, @Nullable Object value) {
        if (value != null) {
            order.put(field, value);
        }
    }

    private int send(Client client) {
        // The key makes it one send even if the answer to this call is lost and the call repeated.
        var key = Map.of("Idempotency-Key", "\"" + UUID.randomUUID() + "\"");
        var accepted = client.post("/api/send", order(), key);
        var receipt = new Following(client, parent.world(), parent.ctrlC(), parent.clock()).toTheEnd(accepted);
        print(receipt);
        return Following.exit(receipt);
    }

    private void print(JsonNode receipt) {
        if (json) {
            parent.world().out().println(receipt);
        } else if (Following.isCampaign(receipt)) {
            new CampaignText(receipt, parent.ink()).print(parent.world().out());
        } else {
            new ReceiptText(receipt, parent.ink()).print(parent.world().out());
        }
    }

    private void emptyQueue(OwnDaemon own) {
        while (!own.idle() && !parent.ctrlC().await(java.time.Duration.ofMillis(200))) {
            // Sends that other commands asked for meanwhile are carried to their end.
            continue;
        }
    }

    private int quote(JsonNode quote) {
        var out = parent.world().out();
        if (json) {
            out.println(quote);
            return quote.path("refusals").isEmpty() ? Exit.FINE : Exit.NOT_IN_FULL;
        }
        if (quote.path("quotes").isArray()) {
            quote.path("quotes").forEach(this::printQuote);
            out.println("All together: " + coins(quote.path("cost")));
        } else {
            printQuote(quote);
        }
        out.println("Nothing was pressed.");
        return quote.path("refusals").isEmpty() ? Exit.FINE : Exit.NOT_IN_FULL;
    }

    private void printQuote(JsonNode quote) {
        var out = parent.world().out();
        out.println(quote.path("quantity").asString() + " × "
                + quote.path("gift").path("name").asString() + " to "
                + quote.path("streamer").asString() + " from "
                + quote.path("account").asString(""));
        out.println("  cost       " + coins(quote.path("cost")));
        out.println("  balance    " + coins(quote.path("balance")) + ", after it " + coins(quote.path("balanceAfter")));
        out.println("  time       about " + Math.round(quote.path("seconds").asDouble(0)) + " s");
        for (var refusal : quote.path("refusals")) {
            out.println("  refused    " + refusal.path("sentence").asString() + " ("
                    + refusal.path("code").asString() + ")");
        }
    }

    private static String coins(JsonNode amount) {
        return amount.isNumber() ? Count.of(amount.asLong(), "coin") : "not known";
    }
}
