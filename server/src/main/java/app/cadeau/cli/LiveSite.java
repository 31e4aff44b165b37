package app.cadeau.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Where a daemon of ours finds its LIVEs: the site that the owner named, else the simulator on this machine. */
final class LiveSite implements AutoCloseable {

    private static final Duration KNOWN_WITHIN = Duration.ofSeconds(2);

    private final URI address;
    private final @Nullable KeptSimulator simulator;

    private LiveSite(URI address, @Nullable KeptSimulator simulator) {
        this.address = address;
        this.simulator = simulator;
    }

    /** Starts the simulator where it is needed and does not run yet; does not wait for it. Port 0 takes a free one. */
    static LiveSite of(World world, int simulatorPort) {
        var named = world.variable("CADEAU_LIVE_URL");
        if (named.isPresent()) {
            return new LiveSite(named(named.get()), null);
        }
        var port = simulatorPort == 0 ? free() : simulatorPort;
        var address = URI.create("http://127.0.0.1:" + port);
        if (simulatorPort == 0 || !taken(port)) {
            return new LiveSite(address, start(world, port));
        }
        if (!isSimulator(address)) {
            throw new CommandFailed(
                    Exit.NOT_IN_FULL,
                    "port " + port + " is taken by a program that is not Cadeau's simulator; end it, or set"
                            + " CADEAU_LIVE_URL");
        }
        return new LiveSite(address, null);
    }

    private static URI named(String url) {
        try {
            return URI.create(url);
        } catch (IllegalArgumentException unreadable) {
            throw new CommandFailed(Exit.BAD_ARGUMENTS, "CADEAU_LIVE_URL is no address: " + url, unreadable);
        }
    }

    private static KeptSimulator start(World world, int port) {
        try {
            var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
            var logs = Files.createDirectories(world.home().resolve("logs"), owner);
            var log = logs.resolve("simulator.log");
            return new KeptSimulator(() -> SimulatorProcess.start(port, log), KeptSimulator.PAUSES, world.err());
        } catch (IOException unusable) {
            throw new CommandFailed(Exit.NOT_IN_FULL, "no folder for logs in " + world.home(), unusable);
        }
    }

    // The daemon is told the address before the simulator has opened it: both start at the same time.
    private static int free() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new CommandFailed(Exit.NOT_IN_FULL, "there is no free port on this machine", none);
        }
    }

    private static boolean taken(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 300);
            return true;
        } catch (IOException nobody) {
            return false;
        }
    }

    private static boolean isSimulator(URI address) {
        var request = HttpRequest.newBuilder(address.resolve("/_admin/health"))
                .timeout(KNOWN_WITHIN)
                .build();
        try (var http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return http.send(request, BodyHandlers.ofString()).body().contains("\"cadeau-simulator\"");
        } catch (IOException another) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    URI address() {
        return address;
    }

    /** @throws CommandFailed when the simulator that was started does not come */
    void awaitReady() {
        if (simulator != null) {
            simulator.awaitReady();
            simulator.keep();
        }
    }

    @Override
    public void close() {
        if (simulator != null) {
            simulator.close();
        }
    }
}
