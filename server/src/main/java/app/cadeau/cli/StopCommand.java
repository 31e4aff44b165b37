package app.cadeau.cli;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cadeau stop}: everything, unless one send, account or campaign is named. */
@Command(name = "stop", description = "Stops one send, an account's sends, a campaign's, or all.")
final class StopCommand extends Reaching {

    static final class What {
        @Parameters(index = "0", paramLabel = "SEND", description = "The send to stop.")
        @Nullable
        String send;

        @Option(names = "--account", paramLabel = "A", description = "Stop the sends of this account.")
        @Nullable
        String account;

        @Option(names = "--campaign", paramLabel = "C", description = "Stop all sends of this campaign.")
        @Nullable
        String campaign;

        @Option(names = "--all", description = "Stop every send; so it is when nothing is named.")
        boolean all;
    }

    @ArgGroup
    @Nullable
    What what;

    @Override
    int ask(Client client) {
        var stopped = client.post("/api/stop", order());
        if (!asJson(stopped)) {
            var draining = stopped.path("draining").asInt(0);
            var count = stopped.path("sends").size();
            world().out().println(Count.of(count, "send") + (count == 1 ? " was" : " were") + " stopped.");
            if (draining > 0) {
                world().out().println(Count.of(draining, "gift") + " had already left and may still land.");
            }
        }
        return Exit.FINE;
    }

    private Map<String, Object> order() {
        if (what != null && what.send != null) {
            return Map.of("send", what.send);
        }
        if (what != null && what.campaign != null) {
            return Map.of("campaign", what.campaign);
        }
        return what != null && what.account != null ? Map.of("account", what.account) : Map.of("all", true);
    }
}
