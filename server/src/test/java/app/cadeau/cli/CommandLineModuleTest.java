package app.cadeau.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line by its own main, beside one daemon whose LIVE site does not answer. */
class CommandLineModuleTest {

    /** What a command printed and how it ended. */
    private record Ran(int exit, String out, String err) {}

    @TempDir
    static Path home;

    private static World world;

    @AutoClose
    private static OwnDaemon daemon;

    @BeforeAll
    static void serve() {
        world = world(home, "0");
        daemon = OwnDaemon.start(world, OwnDaemon.Kind.LOOKING, 0, 0);
        world = world(home, Integer.toString(daemon.client(world).base().getPort()));
    }

    private static World world(Path home, String port) {
        var environment =
                Map.of("CADEAU_HOME", home.toString(), "CADEAU_PORT", port, "CADEAU_LIVE_URL", "http://127.0.0.1:9");
        return new World(environment, System.out, System.err, false);
    }

    private static Ran run(World around, String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var captured = new World(
                around.environment(),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false);
        var exit = Cadeau.run(captured, new CtrlC(), arguments);
        return new Ran(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static Ran run(String... arguments) {
        return run(world, arguments);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "demo",
                "serve",
                "send",
                "stop",
                "status",
                "sends",
                "sends list",
                "sends show",
                "sends campaign",
                "sends resolve",
                "queue",
                "queue pause",
                "queue resume",
                "gifts",
                "accounts",
                "accounts list",
                "accounts show",
                "accounts check",
                "accounts add",
                "accounts login",
                "accounts import",
                "accounts set",
                "accounts clear",
                "accounts remove",
                "accounts rotate-key",
                "doctor",
                "backup",
                "restore",
                "move-data",
                "simulate",
                "webcast",
                "webcast decode"
            })
    void everyCommandHasHelp(String command) {
        var ran = run((command + " --help").strip().split(" "));
        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).contains(("Usage: cadeau " + command).strip());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "send @demo --gift Rose --qty 0",
                "send @demo --gift Rose --qty 10001",
                "send @demo --gift Rose --qty ten",
                "send @demo --gift Rose --qty 1 --cps 12.5",
                "send @demo --gift Rose --qty 1 --cps 0.5",
                "send @demo --gift Rose --qty 1 --not-after soon",
                "send @demo --gift Rose --qty 1 --account nobody",
                "send @demo --gift Heart --qty 1 --account shelf",
                "send @demo --gift Rose --qty 2 --accounts shelf,nobody",
                "send @demo --gift Rose --qty 2 --accounts shelf,shelf",
                "send @demo --gift Rose --qty 1 --accounts shelf,other",
                "send @demo --gift Rose --qty 2 --account shelf --accounts shelf,other",
                "send no/body --gift Rose --qty 1",
                "send @demo --qty 1",
                "send --gift Rose --qty 1",
                "accounts set shelf",
                "accounts add no/name",
                "accounts import shelf --state /nowhere/at/all",
                "sends list --limit 900",
                "nonsense"
            })
    void badArgumentsAreOneClearLineAndStatus2(String command) {
        run("accounts", "add", "shelf");
        var ran = run(command.split(" "));
        assertThat(ran.exit()).as(ran.err()).isEqualTo(Exit.BAD_ARGUMENTS);
        assertThat(ran.err().lines().findFirst().orElseThrow()).startsWith("cadeau: ");
        assertThat(ran.err()).doesNotContain("\tat ");
        assertThat(ran.out()).isEmpty();
    }

    @Test
    void anAmbiguousNameListsWhatItFits() {
        run("accounts", "add", "shelf");
        var ran = run("send", "@demo", "--gift", "Heart", "--qty", "1", "--account", "shelf");
        assertThat(ran.err()).contains("GIFT_AMBIGUOUS").contains("200 coins").contains("Heart, 1 coin\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"analytics", "schedule add", "analytics --help"})
    void aCommandThatIsNotThereIsCalledThat(String command) {
        var ran = run(command.split(" "));
        assertThat(ran.exit()).isEqualTo(Exit.BAD_ARGUMENTS);
        assertThat(ran.err()).startsWith("cadeau: there is no command \"").hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource({
        "send @demo --gift Rose --qty 1 --max-coins 0,    --max-coins: at least 1 coin",
        "send @demo --gift Rose --qty 1 --not-after soon, --not-after: a time like",
        "send @demo --gift Rose --qty 1 --cps NaN,        NaN' is not a number (see cadeau send",
        "send @demo --gift Rose --qty ten,                ten' is not a whole number (see",
        "status extra,                                    \"extra\" is one argument too many",
        "stop --all --account main,                       mutually exclusive"
    })
    void saysWhatIsWrongInTheWordsThatWereTyped(String command, String said) {
        run("accounts", "add", "shelf");
        assertThat(run(command.split(" ")).err())
                .contains(said)
                .doesNotContain("Error:")
                .hasLineCount(1);
    }

    @Test
    void aCampaignTellsTheWholeFirstThenEachAccount() {
        var campaign = Client.JSON.readTree("""
                {"id": "01J0000000000000000000000C", "state": "REVIEW", "streamer": "@demo", "gift": {"name": "Rose"},
                "requested": 1000, "confirmed": 665, "unknown": 1, "excess": 0, "coinsSpent": 665, "coinsInDoubt": 1,
                "sends": [
                {"id": "01J0000000000000000000000A", "account": "a", "state": "CONFIRMED", "requested": 334,
                "confirmed": 334, "coinsSpent": 334, "reason": null},
                {"id": "01J0000000000000000000000B", "account": "b", "state": "REVIEW", "requested": 333,
                "confirmed": 331, "unknown": 1, "coinsSpent": 331, "reason": {"sentence": "1 gift can be proved neither way."}},
                {"id": "01J0000000000000000000000D", "account": "c", "state": "REFUSED", "requested": 333,
                "confirmed": 0, "coinsSpent": 0, "reason": {"sentence": "Account c is shut."}}]}""");
        var out = new ByteArrayOutputStream();
        new CampaignText(campaign, new Ink(false)).print(new PrintStream(out, true, StandardCharsets.UTF_8));
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("665 of 1,000 × Rose to @demo from 3 accounts  REVIEW")
                .contains("665 spent, 1 in doubt")
                .contains("334 of 334  CONFIRMED")
                .contains("Account c is shut.");
        assertThat(Following.exit(campaign)).isEqualTo(Exit.OUTCOME_UNKNOWN);
        assertThat(ProgressLine.line(campaign)).contains("665/1000").contains("3 of 3 accounts done");
    }

    @Test
    void anExcessIsNeverASuccessAndNamesItsCoins() {
        var receipt = Client.JSON.readTree("""
                {"state": "CONFIRMED", "requested": 10, "confirmed": 10, "unknown": 0, "excess": 1, "presses": 1,
                "balanceBefore": 100, "balanceAfter": 89}""");
        var out = new ByteArrayOutputStream();
        new ReceiptText(receipt, new Ink(false)).print(new PrintStream(out, true, StandardCharsets.UTF_8));
        assertThat(Following.exit(receipt)).isEqualTo(Exit.NOT_IN_FULL);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("1 gift more landed than passed the gate; 11 coins left the wallet")
                .contains("1 press" + System.lineSeparator());
    }

    @Test
    void pausesOneAccountAndSaysSo() {
        run("accounts", "add", "resting");
        assertThat(run("queue", "pause", "--account", "resting").out()).contains("account resting is paused");
        assertThat(run("queue", "resume", "--account", "resting").out()).contains("account resting is open");
        assertThat(run("queue", "pause", "--account", "ghost").err()).startsWith("cadeau: There is no account ghost.");
        assertThat(run("stop", "--account", "ghost").err()).contains("nothing was stopped");
    }

    @Test
    @DisabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+")
    @DisabledIfEnvironmentVariable(named = "WAYLAND_DISPLAY", matches = ".+")
    void withoutAScreenALogInSaysHowToBringASession() {
        var ran = run("accounts", "login", "main");
        assertThat(ran.exit()).isEqualTo(Exit.NOT_IN_FULL);
        assertThat(ran.err())
                .hasLineCount(1)
                .contains("npx playwright open --save-storage=state.json http://127.0.0.1:9/login")
                .contains("cadeau accounts import main --state state.json");
    }

    @Test
    void takesAnAccountThroughItsLife() throws Exception {
        var state = Files.writeString(
                home.resolve("state.json"),
                "{\"cookies\": [{\"name\": \"s\", \"value\": \"v\", \"domain\": \"127.0.0.1\", \"path\": \"/\"}]}");
        assertThat(run("accounts", "import", "life", "--state", state.toString())
                        .out())
                .contains("life")
                .contains("session")
                .contains("open");
        assertThat(run("accounts", "set", "life", "--used-alone", "yes", "--json")
                        .out())
                .contains("\"usedAlone\":true");
        assertThat(run("accounts", "list").out()).contains("used by Cadeau alone");
        assertThat(run("accounts", "clear", "life", "--reason", "because").exit())
                .isEqualTo(Exit.NOT_IN_FULL);
        assertThat(run("accounts", "list").out()).contains("UNPROVED").contains("-> cadeau accounts check life");
        assertThat(run("accounts", "show", "life").out()).contains("1 cookie").contains("cadeau accounts check life");
        var checked = run("accounts", "check", "life");
        assertThat(checked.exit()).isEqualTo(Exit.NOT_IN_FULL);
        assertThat(checked.out()).contains("nothing answers at http://127.0.0.1:9");
        assertThat(run("accounts", "rotate-key").out()).contains("1 session").contains("master.key");
        assertThat(run("accounts", "remove", "life").exit()).isZero();
        assertThat(run("accounts", "list", "--json").out()).doesNotContain("life");
    }

    @Test
    void stopTellsWhatItStopped() {
        run("accounts", "add", "stopping");
        var client = daemon.client(world);
        client.post("/api/queue/pause", Map.of());
        client.post(
                "/api/send",
                Map.of("streamer", "@demo", "gift", "Rose", "quantity", 1, "account", "stopping"),
                Map.of("Idempotency-Key", "stopping"));
        assertThat(run("stop", "--account", "stopping").out())
                .isEqualTo("1 send was stopped." + System.lineSeparator());
        assertThat(run("sends", "list", "--account", "stopping").out()).contains("STOPPED");
    }

    @Test
    void ctrlCStopsTheSendAndTellsTheTruth() {
        run("accounts", "add", "hurried");
        var ctrlC = new CtrlC();
        ctrlC.press();
        var out = new ByteArrayOutputStream();
        var captured = new World(world.environment(), new PrintStream(out), new PrintStream(out), false);
        var exit = Cadeau.run(captured, ctrlC, "send", "@demo", "--gift", "Rose", "--qty", "5", "--account", "hurried");
        assertThat(exit).isEqualTo(Exit.NOT_IN_FULL);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("0 of 5 × Rose")
                .contains("STOPPED_BY_MEMBER");
    }

    @Test
    void looksAroundInJsonAndInWords() {
        assertThat(run("status", "--json").out()).startsWith("{\"daemon\":");
        assertThat(run("status").out()).contains("LIVEs at http://127.0.0.1:9").contains("; no daemon runs");
        assertThat(run("gifts").out()).contains("5655").contains("Rose");
        assertThat(run("doctor", "--json").out()).contains("\"what\":\"database\",\"ok\":true");
    }

    @Test
    void startsADaemonOfItsOwnWhereNoneRuns(@TempDir Path fresh) throws Exception {
        int free;
        try (var socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        var ran = run(world(fresh, Integer.toString(free)), "accounts", "add", "first");
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(fresh.resolve("port")).doesNotExist();
        assertThat(run(world(fresh, Integer.toString(free)), "accounts", "list").out())
                .contains("first (default)");
    }

    @Test
    void decodesACapturedFrame() throws Exception {
        var file = Files.writeString(home.resolve("empty.b64"), "!!! not a frame !!!");
        var ran = run("webcast", "decode", file.toString());
        assertThat(ran.exit()).isEqualTo(Exit.NOT_IN_FULL);
        assertThat(ran.err()).startsWith("cadeau: ");
    }

    @Test
    void debugShowsTheStackAndNothingElseDoes() {
        assertThat(run("sends", "show", "01ARZ3NDEKTSV4RRFFQ69G5FAV").err())
                .isEqualTo("cadeau: There is no send 01ARZ3NDEKTSV4RRFFQ69G5FAV. (NOT_FOUND)" + System.lineSeparator());
        assertThat(run("sends", "show", "01ARZ3NDEKTSV4RRFFQ69G5FAV", "--debug").err())
                .contains("\tat app.cadeau.cli");
    }
}
