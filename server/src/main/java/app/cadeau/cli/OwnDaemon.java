package app.cadeau.cli;

import app.cadeau.CannotStart;
import app.cadeau.Daemon;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A daemon inside this very program, with the simulator beside it when no LIVE site was named. */
final class OwnDaemon implements AutoCloseable {

    /** How it is to work. LOOKING keeps every waiting send waiting; SERVING tells each send on the console. */
    enum Kind {
        SERVING,
        WORKING,
        LOOKING
    }

    private final Daemon daemon;
    private final LiveSite site;

    private OwnDaemon(Daemon daemon, LiveSite site) {
        this.daemon = daemon;
        this.site = site;
    }

    static OwnDaemon start(World world, Kind kind, int port, int simulatorPort) {
        var site = LiveSite.of(world, simulatorPort);
        try {
            var settings = settings(world, kind, port, site.address().toString());
            var daemon = new OwnDaemon(Daemon.start(world.home(), settings, site::awaitReady), site);
            daemon.welcome(world);
            if (kind != Kind.LOOKING) {
                daemon.daemon.warm();
            }
            return daemon;
        } catch (CannotStart known) {
            site.close();
            throw new CommandFailed(Exit.NOT_IN_FULL, String.valueOf(known.getMessage()), known);
        } catch (RuntimeException failed) {
            site.close();
            throw failed;
        }
    }

    private static Map<String, String> settings(World world, Kind kind, int port, String live) {
        var settings = new HashMap<>(Map.of("cadeau.port", Integer.toString(port), "cadeau.live.url", live));
        settings.put(
                "cadeau.database.url", world.variable("CADEAU_DATABASE_URL").orElse(""));
        if (kind == Kind.LOOKING) {
            settings.put("cadeau.queue-held", "true");
        }
        if (kind == Kind.SERVING) {
            settings.put("cadeau.console", "INFO");
        }
        return settings;
    }

    /** A home without any account gets the one that the simulator knows. */
    private void welcome(World world) {
        var client = client(world);
        if (!isSimulator(world) || !client.get("/api/accounts").isEmpty()) {
            return;
        }
        var cookie = Map.of(
                "name",
                "sessionid",
                "value",
                "sim-main",
                "domain",
                "127.0.0.1",
                "path",
                "/",
                "expires",
                -1,
                "httpOnly",
                true,
                "secure",
                false,
                "sameSite",
                "Lax");
        var state = Client.JSON.writeValueAsString(Map.of("cookies", List.of(cookie), "origins", List.of()));
        client.call("PUT", "/api/accounts/main/session", state, Map.of());
        client.call("PATCH", "/api/accounts/main", "{\"usedAlone\": true}", Map.of());
    }

    private static boolean isSimulator(World world) {
        return world.variable("CADEAU_LIVE_URL").isEmpty();
    }

    Client client(World world) {
        return Daemons.client(world, daemon.port());
    }

    URI live() {
        return site.address();
    }

    boolean idle() {
        return daemon.idle();
    }

    @Override
    public void close() {
        daemon.close();
        site.close();
    }
}
