package app.cadeau.sends;

import app.cadeau.livepage.Keepsake;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What is kept of pages that could not be used: a folder for each send or look, readable by its owner only, the newest
 * few. Nothing here throws: evidence that cannot be kept changes nothing else.
 */
@Component
final class EvidenceFolders {

    static final int MOST = 50;
    static final long MOST_BYTES = 20L << 20;

    private static final Logger log = LoggerFactory.getLogger(EvidenceFolders.class);

    private final Path root;

    EvidenceFolders(Path root) {
        this.root = root;
    }

    @Autowired
    EvidenceFolders(@Value("${cadeau.home}") String home) {
        this(Path.of(home).resolve("evidence"));
    }

    /** The folder of this name, made if need be; null when it cannot be. */
    synchronized @Nullable Path reserve(String name) {
        try {
            var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
            Files.createDirectories(root, owner);
            return Files.createDirectories(root.resolve(name), owner);
        } catch (IOException | RuntimeException failed) {
            log.warn("no folder for the evidence of {}: {}", name, failed.toString());
            return null;
        }
    }

    /** Writes what there is; then the oldest folders go, beyond what is kept of all. */
    synchronized void fill(String name, @Nullable Keepsake kept, String page) {
        var folder = reserve(name);
        if (folder == null) {
            return;
        }
        try {
            write(folder, "page.json", bytes(page));
            if (kept != null) {
                write(folder, "page.png", kept.page());
                write(folder, "panel.png", kept.panel());
                write(folder, "structure.html", bytes(kept.structure()));
                write(folder, "request.json", bytes(kept.requests()));
            }
            clear(folder);
        } catch (IOException | RuntimeException failed) {
            log.warn("the evidence of {} could not be kept in full: {}", name, failed.toString());
        }
    }

    private static byte @Nullable [] bytes(@Nullable String text) {
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }

    private static void write(Path folder, String name, byte @Nullable [] content) throws IOException {
        if (content == null || content.length > MOST_BYTES / 4) {
            return;
        }
        var file = folder.resolve(name);
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } catch (FileAlreadyExistsException again) {
            log.debug("{} is written anew", file);
        }
        Files.write(file, content, StandardOpenOption.TRUNCATE_EXISTING);
    }

    private void clear(Path newest) throws IOException {
        var folders = folders();
        long bytes = 0;
        for (var i = 0; i < folders.size(); i++) {
            bytes += size(folders.get(i));
            if ((i >= MOST || bytes > MOST_BYTES) && !folders.get(i).equals(newest)) {
                remove(folders.get(i));
            }
        }
    }

    private List<Path> folders() throws IOException {
        try (Stream<Path> all = Files.list(root)) {
            return all.filter(Files::isDirectory)
                    .sorted(Comparator.comparing(EvidenceFolders::age).reversed())
                    .toList();
        }
    }

    private static long age(Path folder) {
        return folder.toFile().lastModified();
    }

    private static long size(Path folder) throws IOException {
        long bytes = 0;
        for (var file : files(folder)) {
            bytes += Files.size(file);
        }
        return bytes;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** Overwrites and removes the folders whose names hold; returns how many. */
    synchronized int forget(Predicate<String> about) {
        var gone = 0;
        try {
            for (var folder : Files.isDirectory(root) ? folders() : List.<Path>of()) {
                if (about.test(folder.getFileName().toString())) {
                    for (var file : files(folder)) {
                        Files.write(
                                file,
                                new byte[(int) Files.size(file)],
                                StandardOpenOption.SYNC,
                                StandardOpenOption.WRITE);
                    }
                    remove(folder);
                    gone++;
                }
            }
        } catch (IOException | RuntimeException failed) {
            log.warn("evidence could not be wiped: {}", failed.toString());
        }
        return gone;
    }

    private static void remove(Path folder) throws IOException {
        for (var file : files(folder)) {
            Files.deleteIfExists(file);
        }
        Files.deleteIfExists(folder);
    }

    /** The folder of this name as seen from the home, or null when nothing is kept under it. */
    @Nullable
    String told(String name) {
        return Files.isDirectory(root.resolve(name)) ? fromHome(root.resolve(name)) : null;
    }

    /** Where the home is says who owns the machine, and is nobody else's affair. */
    private String fromHome(Path kept) {
        return root.getFileName().resolve(root.relativize(kept)).toString();
    }

    List<EvidenceFile> list(String name) {
        var folder = root.resolve(name);
        var told = new ArrayList<EvidenceFile>();
        try {
            for (var file : Files.isDirectory(folder) ? files(folder) : List.<Path>of()) {
                told.add(new EvidenceFile(file.getFileName().toString(), Files.size(file), fromHome(file)));
            }
        } catch (IOException gone) {
            log.debug("the evidence of {} went while it was listed", name, gone);
        }
        return told;
    }

    /** Ends of a send of which a person will want to see the page. */
    static boolean wanted(@Nullable Reason reason, boolean review) {
        return review || reason != null && WANTED.contains(reason.code());
    }

    private static final Set<Reason.Code> WANTED = Set.of(Reason.Code.PAGE_CHANGED, Reason.Code.CHALLENGED);
}
