package app.cadeau.api;

import app.cadeau.api.DoctorApi.Finding;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What of this machine a send relies on. */
@Component
class Machine {

    private static final int JDK = 25;
    private static final long DISK_BYTES = 200_000_000;
    private static final Instant NOT_BEFORE = Instant.parse("2026-11-01T00:00:00Z");
    private static final List<String> CHROMIUMS =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome");

    private final Path home;
    private final String url;
    private final JdbcClient reads;
    private final InstantSource clock;

    Machine(ApiSettings settings, @Qualifier("reading") JdbcClient reads, InstantSource clock) {
        this.home = settings.home();
        this.url = settings.database().url();
        this.reads = reads;
        this.clock = clock;
    }

    List<Finding> findings() {
        return List.of(jdk(), chromium(), database(), clock(), disk(), masterKey());
    }

    private static Finding jdk() {
        var version = Runtime.version();
        return new Finding("JDK", version.feature() >= JDK, version.toString());
    }

    private static Finding chromium() {
        var named = System.getenv("CHROME_PATH");
        var found = named != null && !named.isBlank()
                ? Optional.of(Path.of(named)).filter(Files::isExecutable)
                : Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                        .filter(folder -> !folder.isBlank())
                        .flatMap(folder -> CHROMIUMS.stream().map(name -> Path.of(folder, name)))
                        .filter(Files::isExecutable)
                        .findFirst();
        return new Finding(
                "Chromium", found.isPresent(), found.map(Path::toString).orElse("not on the PATH; set CHROME_PATH"));
    }

    private Finding database() {
        return url.isBlank() ? sqlite() : postgres();
    }

    private Finding postgres() {
        var version = reads.sql("show server_version").query(String.class).single();
        return new Finding("database", true, "PostgreSQL " + version);
    }

    private Finding sqlite() {
        var check = reads.sql("pragma quick_check(1)").query(String.class).single();
        var journal = reads.sql("pragma journal_mode").query(String.class).single();
        return new Finding("database", "ok".equals(check) && "wal".equals(journal), check + ", journal " + journal);
    }

    /** A clock behind the newest send would sort new sends before old ones. */
    private Finding clock() {
        var newest = reads.sql("select coalesce(max(queued_at), 0) from sends")
                .query(Long.class)
                .single();
        var now = clock.instant();
        var fine = now.isAfter(NOT_BEFORE) && !now.isBefore(Instant.ofEpochMilli(newest));
        return new Finding("clock", fine, now + (fine ? "" : ", which is behind the newest send"));
    }

    private Finding disk() {
        try {
            var free = Files.getFileStore(home).getUsableSpace();
            return new Finding("disk", free > DISK_BYTES, free / 1_000_000 + " MB free");
        } catch (IOException unreadable) {
            return new Finding("disk", false, String.valueOf(unreadable.getMessage()));
        }
    }

    private Finding masterKey() {
        var file = home.resolve("master.key");
        if (!Files.exists(file)) {
            return new Finding("master key", true, "from the environment");
        }
        try {
            var mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
            return new Finding("master key", "rw-------".equals(mode), file + ", mode " + mode);
        } catch (IOException unreadable) {
            return new Finding("master key", false, String.valueOf(unreadable.getMessage()));
        }
    }
}
