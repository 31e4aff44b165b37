package app.cadeau.cli;

import picocli.CommandLine.Command;

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
                + (queue.path("paused").asBoolean() ? ", paused" : ""));
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
}
