package app.cadeau.cli;

import java.io.PrintStream;
import tools.jackson.databind.JsonNode;

/** A campaign for a person: what came of all together, then each account in a line, with its reason where it has one. */
final class CampaignText {

    private final JsonNode campaign;
    private final Ink ink;

    CampaignText(JsonNode campaign, Ink ink) {
        this.campaign = campaign;
        this.ink = ink;
    }

    void print(PrintStream out) {
        var sends = campaign.path("sends");
        out.println(ink.strong(Count.of(number(campaign, "confirmed")) + " of "
                        + Count.of(number(campaign, "requested")) + " × "
                        + campaign.path("gift").path("name").asString() + " to "
                        + campaign.path("streamer").asString() + " from "
                        + Count.of(sends.size(), "account"))
                + "  " + ink.state(campaign.path("state").asString()));
        out.println("  coins      " + coins());
        if (number(campaign, "unknown") > 0) {
            out.println("  unknown    "
                    + ink.doubt(
                            Count.of(number(campaign, "unknown"), "gift") + " can neither be proved nor ruled out"));
        }
        if (number(campaign, "excess") > 0) {
            out.println("  excess     "
                    + ink.bad(Count.of(number(campaign, "excess"), "gift") + " more landed than passed the gate"));
        }
        var table = new Table();
        sends.forEach(send -> table.row(
                "  " + send.path("account").asString(),
                Count.of(number(send, "confirmed")) + " of " + Count.of(number(send, "requested")),
                send.path("state").asString(),
                Count.of(number(send, "coinsSpent"), "coin"),
                send.path("id").asString(),
                send.path("reason").path("sentence").asString("")));
        table.print(out);
        out.println("  campaign   " + campaign.path("id").asString());
    }

    private String coins() {
        var spent = Count.of(number(campaign, "coinsSpent")) + " spent";
        var doubt = number(campaign, "coinsInDoubt");
        return doubt > 0 ? spent + ", " + ink.doubt(Count.of(doubt) + " in doubt") : spent;
    }

    private static long number(JsonNode of, String field) {
        return of.path(field).asLong(0);
    }
}
