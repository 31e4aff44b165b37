package app.cadeau.cli;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.DoubleNode;
import tools.jackson.databind.node.MissingNode;

/** How a send goes on: one line that is redrawn on a terminal, a plain line now and then elsewhere. */
final class ProgressLine {

    private static final int BAR = 24;
    private static final long PLAIN_EVERY = Duration.ofSeconds(2).toMillis();

    private final World world;
    private final InstantSource clock;
    private String lastState = "";
    private String lastLine = "";
    private long lastAt;

    ProgressLine(World world, InstantSource clock) {
        this.world = world;
        this.clock = clock;
    }

    void show(JsonNode receipt) {
        if (world.terminal()) {
            redraw(line(receipt));
        } else {
            plain(receipt);
        }
    }

    /** Leaves the terminal's line as it stands. */
    void end() {
        if (world.terminal() && !lastLine.isEmpty()) {
            world.err().println();
            lastLine = "";
        }
    }

    private void redraw(String line) {
        if (!line.equals(lastLine)) {
            world.err().print("\r" + line + " ".repeat(Math.max(0, lastLine.length() - line.length())));
            world.err().flush();
            lastLine = line;
        }
    }

    private void plain(JsonNode receipt) {
        var state = receipt.path("state").asString();
        var line = line(receipt);
        var due = clock.millis() - lastAt >= PLAIN_EVERY && !line.equals(lastLine);
        if (!state.equals(lastState) || due) {
            world.err().println(line);
            lastState = state;
            lastLine = line;
            lastAt = clock.millis();
        }
    }

    static String line(JsonNode receipt) {
        var requested = receipt.path("requested").asInt(1);
        var confirmed = receipt.path("confirmed").asInt(0);
        var filled = BAR * confirmed / Math.max(1, requested);
        var pace = Following.isCampaign(receipt) ? paceOfAll(receipt) : receipt.path("cpsAchieved");
        return String.format(
                Locale.ROOT,
                "%-9s %s%s %d/%d  %s/s  %s  %s",
                receipt.path("state").asString().toLowerCase(Locale.ROOT),
                "█".repeat(filled),
                "░".repeat(BAR - filled),
                confirmed,
                requested,
                pace.isNumber() ? String.format(Locale.ROOT, "%5.2f", pace.asDouble()) : " –.––",
                Count.of(receipt.path("coinsSpent").asLong(0), "coin"),
                left(receipt, requested - confirmed));
    }

    private static JsonNode paceOfAll(JsonNode campaign) {
        var pace = 0.0;
        for (var send : campaign.path("sends")) {
            if (!Following.ended(send)) {
                pace += send.path("cpsAchieved").asDouble(0);
            }
        }
        return pace > 0 ? DoubleNode.valueOf(pace) : MissingNode.getInstance();
    }

    private static String accountsLeft(JsonNode sends) {
        var ended = 0;
        for (var send : sends) {
            ended += Following.ended(send) ? 1 : 0;
        }
        return ended + " of " + Count.of(sends.size(), "account") + " done";
    }

    private static String left(JsonNode receipt, int gifts) {
        if (Following.isCampaign(receipt)) {
            return accountsLeft(receipt.path("sends"));
        }
        var seconds =
                Math.round(gifts / Math.max(1, receipt.path("cpsRequested").asDouble(1)));
        var place = receipt.path("queuePosition").asInt(0);
        return switch (receipt.path("state").asString()) {
            case "QUEUED" ->
                receipt.path("waitingFor").isObject()
                        ? "waits, the machine is full"
                        : place > 1 ? "number " + place + " in line" : "next in line";
            case "PREPARING", "SENDING" ->
                seconds >= 60 ? seconds / 60 + " min " + seconds % 60 + " s left" : seconds + " s left";
            default -> "";
        };
    }
}
