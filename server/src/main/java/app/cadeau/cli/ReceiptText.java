package app.cadeau.cli;

import java.io.PrintStream;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** A receipt for a person: what came of it first, then the coins, the pace and the witnesses. */
final class ReceiptText {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final JsonNode receipt;
    private final Ink ink;

    ReceiptText(JsonNode receipt, Ink ink) {
        this.receipt = receipt;
        this.ink = ink;
    }

    void print(PrintStream out) {
        var state = receipt.path("state").asString();
        out.println(ink.strong(whole("confirmed") + " of " + whole("requested") + " × "
                        + receipt.path("gift").path("name").asString() + " to "
                        + receipt.path("streamer").asString() + " from "
                        + receipt.path("account").asString("no account"))
                + "  " + ink.state(state));
        line(out, "coins", coins());
        line(out, "pace", pace());
        line(out, "witnesses", witnesses());
        if (number("unknown") > 0) {
            line(
                    out,
                    "unknown",
                    ink.doubt(Count.of(number("unknown"), "gift") + " can neither be proved nor ruled out"));
        }
        if (number("excess") > 0) {
            line(out, "excess", ink.bad(excess()));
        }
        var reason = receipt.path("reason");
        if (reason.isObject()) {
            line(
                    out,
                    "reason",
                    reason.path("sentence").asString() + " ("
                            + reason.path("code").asString() + ")");
        }
        if (receipt.path("evidence").isString()) {
            line(out, "evidence", receipt.path("evidence").asString() + " in the home");
        }
        line(out, "send", receipt.path("id").asString() + times());
    }

    private static void line(PrintStream out, String name, String text) {
        out.println("  " + name + " ".repeat(Math.max(1, 11 - name.length())) + text);
    }

    private String excess() {
        var text = Count.of(number("excess"), "gift") + " more landed than passed the gate";
        var before = receipt.path("balanceBefore");
        var after = receipt.path("balanceAfter");
        return before.isNumber() && after.isNumber()
                ? text + "; " + Count.of(before.asLong() - after.asLong(), "coin") + " left the wallet"
                : text + "; the wallet was not read";
    }

    private String coins() {
        var text = new StringBuilder(whole("coinsSpent")).append(" spent");
        if (number("coinsInDoubt") > 0) {
            text.append(", ").append(ink.doubt(whole("coinsInDoubt") + " in doubt"));
        }
        if (!receipt.path("balanceBefore").isNull()
                && !receipt.path("balanceAfter").isNull()) {
            text.append(", balance ")
                    .append(whole("balanceBefore"))
                    .append(" → ")
                    .append(whole("balanceAfter"));
        }
        return text.toString();
    }

    private String pace() {
        var achieved = receipt.path("cpsAchieved");
        var asked = decimal(receipt.path("cpsRequested").asDouble(0));
        return achieved.isNumber()
                ? decimal(achieved.asDouble()) + " clicks a second of " + asked + " asked, "
                        + Count.of(number("presses"), "press")
                : Count.of(number("presses"), "press");
    }

    private String witnesses() {
        var witnesses = receipt.path("witnesses");
        var balance = witnesses.path("balance");
        var wallet =
                balance.isBoolean() ? (balance.asBoolean() ? ink.good("agrees") : ink.doubt("differs")) : "not read";
        return "RESPONSE " + witnesses.path("response").asString() + " · ECHO "
                + witnesses.path("echo").asString() + " · BALANCE " + wallet;
    }

    private String times() {
        var first = receipt.path("firstPressAt").asString("");
        var last = receipt.path("finishedAt").asString("");
        return first.isEmpty() || last.isEmpty() ? "" : ink.quiet("  " + clock(first) + " to " + clock(last));
    }

    private static String clock(String instant) {
        return CLOCK.format(Instant.parse(instant).atZone(ZoneId.systemDefault()));
    }

    private long number(String field) {
        return receipt.path(field).asLong(0);
    }

    private String whole(String field) {
        return NumberFormat.getIntegerInstance(Locale.ENGLISH).format(number(field));
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
