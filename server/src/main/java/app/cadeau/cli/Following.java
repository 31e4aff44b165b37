package app.cadeau.cli;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Watches a send, or a campaign, until it ends. Ctrl-C stops it and goes on watching: only its end is the truth. */
final class Following {

    private static final Duration LOOK_EVERY = Duration.ofMillis(150);
    private static final Duration END_AFTER_STOP = Duration.ofSeconds(40);
    private static final Set<String> ENDS = Set.of("CONFIRMED", "PARTIAL", "STOPPED", "REFUSED", "REVIEW");
    private static final int MOST_SILENCES = 20;

    private final Client client;
    private final World world;
    private final CtrlC ctrlC;
    private final InstantSource clock;

    Following(Client client, World world, CtrlC ctrlC, InstantSource clock) {
        this.client = client;
        this.world = world;
        this.ctrlC = ctrlC;
        this.clock = clock;
    }

    /** The receipt at the end; or, when a stopped send would not end in time, as far as it is known. */
    JsonNode toTheEnd(JsonNode accepted) {
        var id = accepted.path("id").asString();
        var progress = new ProgressLine(world, clock);
        var path = (isCampaign(accepted) ? "/api/campaigns/" : "/api/sends/") + id;
        var receipt = accepted;
        var stoppedAt = Long.MAX_VALUE;
        var silences = 0;
        while (true) {
            progress.show(receipt);
            if (ended(receipt) || clock.millis() - stoppedAt > END_AFTER_STOP.toMillis()) {
                progress.end();
                return receipt;
            }
            if (stoppedAt == Long.MAX_VALUE ? ctrlC.await(LOOK_EVERY) : pause()) {
                progress.end();
                world.err().println("Stopping…");
                client.post("/api/stop", Map.of(isCampaign(accepted) ? "campaign" : "send", id));
                stoppedAt = clock.millis();
            }
            try {
                receipt = client.get(path);
                silences = 0;
            } catch (Client.Unreachable silent) {
                progress.end();
                if (++silences > MOST_SILENCES) {
                    throw lost(accepted, silent);
                }
            }
        }
    }

    private static CommandFailed lost(JsonNode accepted, Client.Unreachable silent) {
        var id = accepted.path("id").asString();
        var ask = isCampaign(accepted) ? "cadeau sends campaign " + id : "cadeau sends show " + id;
        return new CommandFailed(
                Exit.OUTCOME_UNKNOWN,
                silent.getMessage() + "; what " + id + " did is not known here: ask with " + ask,
                silent);
    }

    /** Whether this is one order of several accounts. */
    static boolean isCampaign(JsonNode answer) {
        return answer.path("sends").isArray();
    }

    /** The same beat as before, without listening to Ctrl-C. Never true. */
    private static boolean pause() {
        return new CtrlC().await(LOOK_EVERY);
    }

    static boolean ended(JsonNode receipt) {
        return ENDS.contains(receipt.path("state").asString());
    }

    /** The exit status of a receipt. */
    static int exit(JsonNode receipt) {
        if (receipt.path("unknown").asInt(0) > 0 || !ended(receipt)) {
            return Exit.OUTCOME_UNKNOWN;
        }
        var inFull = "CONFIRMED".equals(receipt.path("state").asString())
                && receipt.path("excess").asInt(0) == 0;
        return inFull ? Exit.FINE : Exit.NOT_IN_FULL;
    }
}
