package app.cadeau.cli;

import java.util.ArrayList;
import picocli.CommandLine.Command;
import tools.jackson.databind.JsonNode;

/** {@code cadeau status}. */
@Command(name = "status", description = "Shows lanes, queue and running sends.")
final class StatusCommand extends Reaching {

    @Override
    int ask(Client client) {
        var status = client.get("/api/status");
        if (asJson(status)) {
            return Exit.FINE;
        }
        var out = world().out();
        var queue = status.path("queue");
        out.println("LIVEs at " + status.path("daemon").path("live").asString() + ", "
                + queue.path("waiting").asString() + " waiting"
                + held(queue));
        if (status.path("restored").isString()) {
            out.println(status.path("restored").asString());
        }
        var lanes = new Table();
        status.path("lanes")
                .forEach(lane -> lanes.row(
                        lane.path("account").asString(),
                        lane.path("work").asString().toLowerCase(java.util.Locale.ROOT),
                        lane.path("shut").asString("")));
        lanes.print(out);
        status.path("running").forEach(receipt -> out.println(ProgressLine.line(receipt)));
        return Exit.FINE;
    }

    private static String held(JsonNode queue) {
        var accounts = new ArrayList<String>();
        queue.path("pausedAccounts").forEach(account -> accounts.add(account.asString()));
        var held = queue.path("held").asBoolean() ? "; no daemon runs, \"cadeau serve\" begins what waits" : "";
        return held
                + (queue.path("paused").asBoolean() ? ", paused" : "")
                + (accounts.isEmpty() ? "" : ", paused for " + String.join(", ", accounts));
    }
}
