package app.cadeau.cli;

import app.cadeau.CannotStart;
import app.cadeau.Daemon;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A daemon inside this very program, with the simulator beside it when no LIVE site was named. */
final class OwnDaemon implements AutoCloseable {

    /** How it is to work. LOOKING keeps every waiting send waiting. */
    enum Kind {
        WORKING,
        LOOKING
    }

    private final Daemon daemon;
    private final @Nullable SimulatorProcess simulator;
    private final String live;

    private OwnDaemon(Daemon daemon, @Nullable SimulatorProcess simulator, String live) {
        this.daemon = daemon;
        this.simulator = simulator;
        this.live = live;
    }

    static OwnDaemon start(World world, Kind kind, int port, int simulatorPort) {
        var simulator = world.variable("CADEAU_LIVE_URL").isPresent() ? null : simulator(world, simulatorPort);
        var live = simulator != null
                ? simulator.address()
                : world.variable("CADEAU_LIVE_URL").orElse("http://127.0.0.1:" + simulatorPort);
        try {
            var daemon = new OwnDaemon(Daemon.start(world.home(), settings(world, kind, port, live)), simulator, live);
            daemon.welcome(world);
            if (kind == Kind.WORKING) {
                daemon.daemon.warm();
            }
            return daemon;
        } catch (CannotStart known) {
            end(simulator);
            throw new CommandFailed(Exit.NOT_IN_FULL, String.valueOf(known.getMessage()), known);
        } catch (RuntimeException failed) {
            end(simulator);
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
        return settings;
    }

    /** Null when one runs there already. */
    private static @Nullable SimulatorProcess simulator(World world, int port) {
        if (port != 0 && answers(port)) {
            return null;
        }
        try {
            var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
            var logs = Files.createDirectories(world.home().resolve("logs"), owner);
            return SimulatorProcess.start(port, logs.resolve("simulator.log"));
        } catch (IOException unusable) {
            throw new CommandFailed(Exit.NOT_IN_FULL, "no folder for logs in " + world.home(), unusable);
        }
    }

    private static boolean answers(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 300);
            return true;
        } catch (IOException nobody) {
            return false;
        }
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
        return new Client(daemon.port(), Daemons.token(world));
    }

    URI live() {
        return URI.create(live);
    }

    boolean idle() {
        return daemon.idle();
    }

    @Override
    public void close() {
        daemon.close();
        end(simulator);
    }

    private static void end(@Nullable SimulatorProcess simulator) {
        if (simulator != null) {
            simulator.close();
        }
    }
}
