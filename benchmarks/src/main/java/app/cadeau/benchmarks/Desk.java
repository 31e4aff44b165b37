package app.cadeau.benchmarks;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** The simulator, and what it knows of the truth. */
final class Desk implements AutoCloseable {

    private static final Pattern READY = Pattern.compile("(http://127\\.0\\.0\\.1:\\d+)");

    /** One accepted request; its press and its acceptance in milliseconds of this machine's clock. */
    record Gift(long number, int count, long pressedAt, long acceptedAt) {}

    private final Program program;
    private final String url;
    private final Web admin;

    Desk() {
        program = Program.start(
                List.of(
                        Program.java(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx384m",
                        "-cp",
                        System.getProperty("cadeau.simulator.classpath", ""),
                        "app.cadeau.simulator.Main",
                        "--port",
                        "0"),
                Map.of());
        url = program.await(READY).group(1);
        admin = new Web(url, Map.of());
        open("main");
    }

    /** A wallet; its session is the cookie "sim-" and the name. */
    void open(String account) {
        admin.post("/_admin/wallets", Map.of("name", account, "session", "sim-" + account, "coins", 1_000_000));
    }

    String url() {
        return url;
    }

    ProcessTree tree() {
        return program.tree();
    }

    void forget() {
        admin.call("DELETE", "/_admin/truth", "");
    }

    long landed() {
        return admin.number("/_admin/truth", "landed");
    }

    /** In the order of acceptance. */
    List<Gift> gifts() {
        return gifts("/_admin/truth");
    }

    List<Gift> giftsOf(String account) {
        return gifts("/_admin/truth?account=" + account);
    }

    private List<Gift> gifts(String truth) {
        return StreamSupport.stream(admin.get(truth).path("gifts").spliterator(), false)
                .map(gift -> new Gift(
                        gift.path("number").asLong(),
                        gift.path("count").asInt(),
                        gift.path("pressedAtMillis").asLong(),
                        gift.path("acceptedAtMillis").asLong()))
                .sorted(Comparator.comparingLong(Gift::number))
                .toList();
    }

    @Override
    public void close() {
        program.close();
    }
}
