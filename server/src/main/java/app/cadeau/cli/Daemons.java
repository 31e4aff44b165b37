package app.cadeau.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import org.jspecify.annotations.Nullable;

/** Finds the daemon that runs, or starts one inside this program. */
final class Daemons {

    private Daemons() {}

    /** A daemon in reach for as long as a command works; its own one ends with it. */
    record Reached(Client client, @Nullable OwnDaemon own) implements AutoCloseable {

        @Override
        public void close() {
            if (own != null) {
                own.close();
            }
        }
    }

    static Reached reach(World world, OwnDaemon.Kind kind) {
        var running = running(world);
        if (running != null) {
            return new Reached(running, null);
        }
        var own = OwnDaemon.start(world, kind, port(world), World.SIMULATOR_PORT);
        return new Reached(own.client(world), own);
    }

    /** A client of the daemon that answers on our port, or null. */
    static @Nullable Client running(World world) {
        if (!Files.exists(world.home().resolve("token"))) {
            return null;
        }
        var client = client(world, port(world));
        try {
            client.get("/api/health/live");
            return client;
        } catch (Client.Unreachable nobody) {
            return null;
        }
    }

    /** Of the daemon at this port: by the address that it wrote down, when it was that one. */
    static Client client(World world, int port) {
        var file = world.home().resolve("address");
        var certificate = world.home().resolve("certificate");
        try {
            var written = URI.create(Files.exists(file) ? Files.readString(file).strip() : "");
            return written.getPort() != port
                    ? new Client(port, token(world))
                    : new Client(written, token(world), Files.exists(certificate) ? certificate : null);
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new CommandFailed(Exit.NOT_IN_FULL, "the address in " + file + " cannot be read", unreadable);
        }
    }

    /** CADEAU_PORT, else the port that a running daemon of this home has written down, else the usual one. */
    static int port(World world) {
        var named = world.variable("CADEAU_PORT");
        try {
            var file = world.home().resolve("port");
            return Integer.parseInt(
                    named.isPresent()
                            ? named.get()
                            : Files.exists(file) ? Files.readString(file).strip() : Integer.toString(World.PORT));
        } catch (NumberFormatException | IOException unreadable) {
            throw new CommandFailed(
                    Exit.BAD_ARGUMENTS, "CADEAU_PORT is no port number: " + named.orElse(""), unreadable);
        }
    }

    static String token(World world) {
        var file = world.home().resolve("token");
        try {
            return Files.readString(file).strip();
        } catch (IOException unreadable) {
            throw new CommandFailed(Exit.NOT_IN_FULL, "the token " + file + " cannot be read", unreadable);
        }
    }
}
