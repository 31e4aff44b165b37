package app.cadeau;

import app.cadeau.browser.LaneDown;
import app.cadeau.browser.Lanes;
import app.cadeau.sends.Sends;
import app.cadeau.storage.Kept;
import app.cadeau.storage.StorageTrouble;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** The daemon as whoever starts it sees it. Knows nothing of signals: its owner closes it. */
public final class Daemon implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Daemon.class);

    private final ConfigurableApplicationContext context;
    private final Home home;

    private Daemon(ConfigurableApplicationContext context, Home home) {
        this.context = context;
        this.home = home;
    }

    /**
     * Starts the daemon and returns when it is ready.
     *
     * @param home where its data is kept
     * @param settings over everything else, by their names in {@code application.yaml}
     * @throws CannotStart with a sentence for its owner
     */
    public static Daemon start(Path home, Map<String, String> settings) {
        return start(home, settings, () -> {});
    }

    /**
     * The same, with something that starts beside it.
     *
     * @param beforeQueue returns when a send may begin; its exception, a sentence, ends the start
     */
    public static Daemon start(Path home, Map<String, String> settings, Runnable beforeQueue) {
        var taken = Home.take(home.toAbsolutePath().normalize());
        try {
            var daemon = new Daemon(run(taken, settings, beforeQueue), taken);
            daemon.tellPort();
            return daemon;
        } catch (RuntimeException failed) {
            taken.close();
            throw sentence(failed);
        }
    }

    private static ConfigurableApplicationContext run(Home home, Map<String, String> settings, Runnable beforeQueue) {
        var arguments = new LinkedHashMap<>(settings);
        arguments.put("cadeau.home", home.folder().toString());
        arguments.put("spring.config.additional-location", "optional:file:" + home.folder() + "/");
        var application = new SpringApplication(Application.class);
        application.setRegisterShutdownHook(false);
        application.addInitializers(context -> {
            context.getBeanFactory().registerSingleton("home", home);
            context.getBeanFactory().registerSingleton("beforeQueue", new BeforeQueue(beforeQueue));
        });
        return application.run(commandLine(arguments));
    }

    /**
     * Puts a copy in the place of a home's database, when no daemon works there; what was there stays beside it.
     *
     * @return where the database that was there lies now; empty when there was none
     * @throws CannotStart with a sentence when nothing was put back
     */
    public static Optional<Path> putBack(Path home, Path copy, boolean postgres) {
        tellOnlyTrouble();
        var file = copy.toAbsolutePath().normalize();
        if (!Files.isRegularFile(file)) {
            throw new CannotStart("There is no file " + file + ".");
        }
        try (var taken = Home.take(home.toAbsolutePath().normalize())) {
            var backups = StorageConfig.backups(postgres ? null : taken.file("cadeau.db"), InstantSource.system());
            return switch (backups.putBack(file, taken.file("generation"), Schema::knows)) {
                case Kept.PutBack(var database, var replaced) -> Optional.ofNullable(replaced);
                case Kept.Refused(var why) -> throw new CannotStart(why);
                case Kept.NotOurs(var why) -> throw new CannotStart(why);
                case Kept.Copied impossible -> throw new IllegalStateException("a copy was made, not put back");
            };
        }
    }

    /**
     * Takes the data of a SQLite home to an empty PostgreSQL database and proves it equal; the home is marked as moved.
     *
     * @return rows by table
     * @throws CannotStart with a sentence when nothing was moved
     */
    public static Map<String, Long> moveData(Path home, String url) {
        tellOnlyTrouble();
        try (var taken = Home.take(home.toAbsolutePath().normalize())) {
            return new MoveData(taken, InstantSource.system()).to(url);
        }
    }

    /** Where no daemon starts nobody has set the logs up, and libraries would talk between a command's own lines. */
    private static void tellOnlyTrouble() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logs) {
            logs.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.WARN);
        }
    }

    public int port() {
        var server = ((WebServerApplicationContext) context).getWebServer();
        if (server == null) {
            throw new IllegalStateException("the daemon has no web server");
        }
        return server.getPort();
    }

    /** Starts a browser ahead of the first send, beside everything else; returns at once. */
    public void warm() {
        Thread.ofVirtual().name("warm-up").start(() -> {
            try {
                context.getBean(Lanes.class).warm();
            } catch (LaneDown down) {
                log.warn("no browser could be started ahead: {}", down.getMessage());
            }
        });
    }

    /** Nothing waits in its queue and nothing runs. */
    public boolean idle() {
        return context.getBean(Sends.class).idle();
    }

    /** Stops what runs, settles it, and ends. */
    @Override
    public void close() {
        context.close();
        for (var told : List.of("port", "address", "certificate")) {
            home.file(told).toFile().delete();
        }
        home.close();
    }

    private void tellPort() {
        try {
            var listening = context.getBean(Listening.class);
            var certificate = listening.certificate();
            Files.deleteIfExists(home.file("certificate"));
            if (certificate != null) {
                Files.copy(certificate, home.file("certificate"));
            }
            Files.writeString(home.file("address"), listening.reached(port()) + "\n");
            Files.writeString(home.file("port"), port() + "\n");
        } catch (IOException unwritable) {
            context.close();
            throw new UncheckedIOException("the port cannot be written to " + home.folder(), unwritable);
        }
    }

    private static String[] commandLine(Map<String, String> settings) {
        return settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
    }

    private static RuntimeException sentence(RuntimeException failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof CannotStart known) {
                return known;
            }
            if (cause instanceof SQLException unusable
                    && StorageTrouble.of(unusable).isPresent()) {
                return new CannotStart(StorageTrouble.of(unusable).get().sentence(), unusable);
            }
            if (cause instanceof PortInUseException taken) {
                return new CannotStart(
                        "Port " + taken.getPort() + " is taken by another program; set CADEAU_PORT.", taken);
            }
        }
        return failed;
    }
}
