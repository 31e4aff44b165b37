package app.cadeau.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.cadeau.simulator.Fault;
import app.cadeau.simulator.Settings;
import app.cadeau.simulator.Simulator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** docs/selectors.md by the command line: the simulator's page after a release that changed its words and its markup. */
class ChangedPageJourney {

    private record Ran(int exit, String out, String err) {}

    /** What nothing that is left on disk may hold: of the session, of the page's calls, of its fields, of its viewers. */
    private static final List<String> SECRETS = List.of(
            "sim-main",
            "s3cr3tc00kie",
            "hushtoken",
            "hushsign",
            "hushfield",
            "hushdraft",
            "alice_of_the_chat",
            "98765");

    private static final String PLANTED = """
            <input value="hushfield"><textarea>hushdraft</textarea>
            <div class="zz"><p><b>alice_of_the_chat</b> hello</p><p><b>alice_of_the_chat</b> sent Rose</p></div></body>""";

    private static final Map<String, String> RELEASE = Map.of(
            "send: \"Send\"", "send: \"Deliver\"",
            "more: \"More\"", "more: \"Others\"",
            "written(coinsOf(gift), inGroups);", "written(coinsOf(gift), inGroups) + \" shiny gems\";",
            "make(\"div\", \"c-DivTile\"", "make(\"article\", \"c-DivTile\"",
            "c-Div", "k9-",
            "c-Button", "q7-",
            "data-e2e=\"", "data-e2e=\"v26-",
            "\"X-Bogus=DFSz\"", "\"msToken=hushtokenhushtoken&X-Bogus=hushsign\"",
            "</body>", PLANTED);

    @TempDir
    Path home;

    @TempDir
    Path elsewhere;

    private Simulator simulator;
    private ChangedSite site;
    private OwnDaemon daemon;
    private World world;

    @BeforeEach
    void release() throws IOException {
        simulator = Simulator.start(Settings.defaults().withCrowd(3).withPurse("sim-main", "main", 98_765));
        site = ChangedSite.of(simulator.url(), RELEASE);
        daemon = OwnDaemon.start(world("0"), OwnDaemon.Kind.WORKING, 0, 0);
        world = world(Integer.toString(daemon.client(world("0")).base().getPort()));
        var cookie = """
                {"name": "%s", "value": "%s", "domain": "127.0.0.1", "path": "/", "expires": -1, "httpOnly": true,
                "secure": false, "sameSite": "Lax"}""";
        var state = Files.writeString(
                elsewhere.resolve("state.json"),
                "{\"cookies\": [" + cookie.formatted("sessionid", "sim-main") + ","
                        + cookie.formatted("other", "s3cr3tc00kie") + "], \"origins\": []}");
        assertThat(run("accounts", "import", "main", "--state", state.toString())
                        .exit())
                .isZero();
        assertThat(run("accounts", "set", "main", "--used-alone", "yes").exit()).isZero();
    }

    @AfterEach
    void end() {
        daemon.close();
        site.close();
        simulator.close();
    }

    private World world(String port) {
        var environment = new HashMap<String, String>();
        environment.put("CADEAU_HOME", home.toString());
        environment.put("CADEAU_PORT", port);
        environment.put("CADEAU_LIVE_URL", site.url().toString());
        return new World(environment, System.out, System.err, false);
    }

    private Ran run(String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var captured = new World(
                world.environment(),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false);
        var exit = Cadeau.run(captured, new CtrlC(), arguments);
        return new Ran(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void leadsFromAChangedPageToAGiftAndLeavesNoSecretOnTheWay() throws IOException {
        var lost = run("doctor", "@demo");
        assertThat(lost.exit()).isEqualTo(Exit.NOT_IN_FULL);
        assertThat(lost.out()).contains("WRONG", "\"shiny gems\" beside", "structure.html");
        assertThat(structure()).contains("1 shiny gems", "Others", "Rose");

        learn("name: mine\nwords:\n  en:\n    coin: [shiny gems]\n    more: [Others]\n");
        var found = run("doctor", "@demo", "--designs", "generic,mine");
        assertThat(found.out()).contains("could run", "Deliver");
        assertThat(found.exit()).isZero();
        var tried = run("send", "@demo", "--gift", "Rose", "--qty", "1", "--dry-run");
        assertThat(tried.exit()).as(tried.err() + tried.out()).isZero();
        assertThat(simulator.truth().landed("main"))
                .as("until here nothing was given")
                .isZero();

        var sent = run("send", "@demo", "--gift", "Rose", "--qty", "1");
        assertThat(sent.exit()).as(sent.err() + sent.out()).isZero();
        assertThat(simulator.truth().landed("main", 5655)).isOne();

        simulator.faults().always(Fault.WRONG_GIFT);
        assertThat(shutByAWrongGift().out()).contains("main is shut", "accounts clear main");
        daemon.close();
        assertNoSecretIn(home);
    }

    /** On a page of its own: the one that is kept warm was loaded before the site went wrong, and would send as asked. */
    private Ran shutByAWrongGift() {
        assertThat(run("accounts", "set", "main", "--used-alone", "no").exit()).isZero();
        assertThat(run("send", "@demo", "--gift", "Rose", "--qty", "2").exit()).isEqualTo(Exit.NOT_IN_FULL);
        awaitIdle();
        return run("doctor", "@demo");
    }

    /** A send is at work until its evidence is kept, a little longer than its receipt says. */
    private void awaitIdle() {
        var until = System.nanoTime() + 20_000_000_000L;
        while (!run("status", "--json").out().contains("\"running\":[]")) {
            assertThat(System.nanoTime()).as("idle in 20 s").isLessThan(until);
        }
    }

    private void learn(String yaml) throws IOException {
        Files.writeString(Files.createDirectories(home.resolve("selectors")).resolve("mine.yaml"), yaml);
    }

    private String structure() throws IOException {
        try (var all = Files.walk(home.resolve("evidence"))) {
            return Files.readString(all.filter(file -> file.endsWith("structure.html"))
                    .findFirst()
                    .orElseThrow());
        }
    }

    /** Every file as raw bytes: evidence, logs, the database with its journal. */
    private static void assertNoSecretIn(Path folder) throws IOException {
        List<Path> files;
        try (var all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        assertThat(files)
                .extracting(file -> file.getFileName().toString())
                .contains("cadeau.db", "structure.html", "request.json", "page.json");
        for (var file : files) {
            var raw = Files.readString(file, StandardCharsets.ISO_8859_1);
            // A balance belongs in the database; what a send left for others to look at must not tell it.
            SECRETS.stream()
                    .filter(secret -> !secret.matches("\\d+") || file.toString().contains("evidence"))
                    .forEach(secret -> assertThat(raw.contains(secret))
                            .as("%s in %s", secret, file)
                            .isFalse());
        }
    }
}
