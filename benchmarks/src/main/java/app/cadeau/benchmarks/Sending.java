package app.cadeau.benchmarks;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** One send after the other for each account, and what they came to. */
final class Sending {

    private static final double CPS = 12;
    private static final Duration WITHIN = Duration.ofMinutes(1);

    private final Cadeau cadeau;
    private final int gifts;
    private final Map<String, String> running = new TreeMap<>();
    final Map<String, Integer> states = new TreeMap<>();
    int ended;
    long asked;
    long confirmed;
    long unknown;
    double pace;
    double slowest = CPS;

    /** @param gifts of each send */
    Sending(Cadeau cadeau, List<String> accounts, int gifts) {
        this.cadeau = cadeau;
        this.gifts = gifts;
        accounts.forEach(this::begin);
    }

    private void begin(String account) {
        running.put(account, cadeau.send(account, gifts, CPS));
        asked += gifts;
    }

    /** What has ended is counted, and the next begins. */
    void goOn() {
        for (var send : Map.copyOf(running).entrySet()) {
            var receipt = cadeau.ended(send.getValue());
            if (receipt.isPresent()) {
                count(receipt.get());
                begin(send.getKey());
            }
        }
    }

    /** How many wait because the machine carries no more. */
    long waitingForTheMachine() {
        return running.values().stream()
                .map(send -> cadeau.api().get("/api/sends/" + send))
                .filter(receipt -> receipt.path("waitingFor").toString().contains("MACHINE_FULL"))
                .count();
    }

    /** Stops what runs, so that the end comes soon, and counts it. */
    void end() {
        cadeau.stopAll();
        running.values().forEach(send -> count(cadeau.receipt(send, WITHIN)));
    }

    private void count(JsonNode receipt) {
        ended++;
        var state = receipt.path("state").asString();
        states.merge(state, 1, Integer::sum);
        if (!state.equals("CONFIRMED") && !state.equals("STOPPED")) {
            System.err.println(receipt);
        }
        confirmed += receipt.path("confirmed").asLong();
        unknown += receipt.path("unknown").asLong();
        if (state.equals("CONFIRMED")) {
            var held = receipt.path("cpsAchieved").asDouble(0);
            pace += held;
            slowest = Math.min(slowest, held);
        }
    }
}
