package app.cadeau.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backup and restore by the program's own main; the daemon's LIVE site does not answer. */
class RestoreModuleTest {

    private record Ran(int exit, String said) {}

    @TempDir
    Path home;

    @TempDir
    Path elsewhere;

    private Ran run(int port, String... arguments) {
        var said = new ByteArrayOutputStream();
        var out = new PrintStream(said, true, StandardCharsets.UTF_8);
        var world = new World(world(port).environment(), out, out, false);
        return new Ran(Cadeau.run(world, new CtrlC(), arguments), said.toString(StandardCharsets.UTF_8));
    }

    private World world(int port) {
        return new World(
                Map.of(
                        "CADEAU_HOME", home.toString(),
                        "CADEAU_PORT", Integer.toString(port),
                        "CADEAU_LIVE_URL", "http://127.0.0.1:9"),
                System.out,
                System.err,
                false);
    }

    @Test
    void aCopyThatWasPutBackSendsNothingUntilAPersonAcceptsIt() {
        var copy = elsewhere.resolve("copy.db").toString();
        try (var daemon = OwnDaemon.start(world(0), OwnDaemon.Kind.LOOKING, 0, 0)) {
            var port = daemon.client(world(0)).base().getPort();
            assertThat(run(port, "accounts", "add", "main").exit()).isZero();
            assertThat(run(port, "restore").said()).contains("newest database");
            assertThat(run(port, "backup", copy).said()).contains("it reads, and its book ties");
            assertThat(run(port, "backup", copy).said()).contains("exists already");
            assertThat(run(port, "restore", copy).said()).contains("Another Cadeau daemon works");
        }
        var back = run(0, "restore", copy);
        assertThat(back.exit()).as(back.said()).isZero();
        assertThat(back.said()).contains("is kept: " + home.resolve("cadeau.db.replaced-"));
        try (var daemon = OwnDaemon.start(world(0), OwnDaemon.Kind.LOOKING, 0, 0)) {
            var port = daemon.client(world(0)).base().getPort();
            assertThat(run(port, "status").said())
                    .contains("This database is a copy")
                    .contains("shut");
            assertThat(run(port, "send", "@demo", "--gift", "Rose", "--price", "1", "--qty", "1")
                            .said())
                    .contains("RESTORED");
            assertThat(run(port, "accounts", "clear", "main", "--reason", "so").said())
                    .contains("RESTORED");
            assertThat(run(port, "restore", "--accept").exit()).isEqualTo(Exit.BAD_ARGUMENTS);
            assertThat(run(port, "restore", "--accept", "--reason", "looked").said())
                    .contains("1 account opened");
            assertThat(run(port, "status").said()).doesNotContain("is a copy").contains("idle");
        }
    }

    @Test
    void aFileThatIsNotThereOrNoDatabaseIsRefusedInOneLine() throws IOException {
        assertThat(run(0, "restore", "/nowhere/copy.db").said()).contains("There is no file");
        var letter = Files.writeString(elsewhere.resolve("letter"), "no database ".repeat(500));
        assertThat(run(0, "restore", letter.toString()).said()).contains("Nothing was put back");
    }
}
