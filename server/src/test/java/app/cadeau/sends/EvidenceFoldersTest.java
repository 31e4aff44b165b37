package app.cadeau.sends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import app.cadeau.livepage.Keepsake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvidenceFoldersTest {

    @TempDir
    Path home;

    private static Keepsake kept(int bytes) {
        return new Keepsake(new byte[bytes], new byte[10], "<body>", "[]", null, "/@demo/live");
    }

    private void fill(EvidenceFolders folders, int number, int bytes) throws IOException {
        folders.fill("send-" + number, kept(bytes), "{}");
        Files.setLastModifiedTime(home.resolve("evidence/send-" + number), FileTime.fromMillis(1_000_000L + number));
    }

    private long left() throws IOException {
        try (Stream<Path> all = Files.list(home.resolve("evidence"))) {
            return all.count();
        }
    }

    @Test
    void isReadableByItsOwnerOnly() throws IOException {
        var folders = new EvidenceFolders(home.resolve("evidence"));
        folders.fill("send-1", kept(100), "{}");
        var folder = home.resolve(Objects.requireNonNull(folders.told("send-1")));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        assertThat(folders.list("send-1"))
                .extracting(EvidenceFile::name)
                .containsExactly("page.json", "page.png", "panel.png", "request.json", "structure.html");
        assertThat(folders.list("send-1"))
                .allSatisfy(file -> assertThat(
                                PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve(file.path()))))
                        .isEqualTo("rw-------"));
    }

    @Test
    void keepsTheNewestAndNoMoreThanAllMayHave() throws IOException {
        var folders = new EvidenceFolders(home.resolve("evidence"));
        for (int number = 1; number <= EvidenceFolders.MOST + 5; number++) {
            fill(folders, number, 100);
        }
        folders.fill("last", kept(100), "{}");
        assertThat(left()).isEqualTo(EvidenceFolders.MOST);
        assertThat(folders.told("send-1")).isNull();
        for (int number = 100; number < 110; number++) {
            fill(folders, number, 4 << 20);
        }
        assertThat(left())
                .as("folders of 4 MiB in 20 MiB, and one more until the next is kept")
                .isBetween(4L, 5L);
    }

    @Test
    void whatCannotBeKeptChangesNothing() throws IOException {
        Files.writeString(home.resolve("evidence"), "a file where the folder should be");
        var folders = new EvidenceFolders(home.resolve("evidence"));
        assertThatCode(() -> {
                    folders.reserve("send-1");
                    folders.fill("send-1", kept(10), "{}");
                })
                .doesNotThrowAnyException();
        assertThat(folders.list("send-1")).isEmpty();
    }
}
