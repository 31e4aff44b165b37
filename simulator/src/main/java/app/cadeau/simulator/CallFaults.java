package app.cadeau.simulator;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** What goes wrong with the page itself and with its calls for list and wallet, below the platform's own words. */
final class CallFaults {

    private static final String LIVE_PAGE = "/@";
    private static final Map<String, List<Fault>> OF_PATHS = Map.of(
            LIVE_PAGE,
            List.of(Fault.LOAD_HTTP_429, Fault.LOAD_HTTP_500, Fault.LOAD_RESET, Fault.LOAD_LATE),
            "/webcast/gift/list",
            List.of(Fault.LIST_HTTP_429, Fault.LIST_HTTP_500, Fault.LIST_IS_A_PAGE, Fault.LIST_LATE),
            "/webcast/wallet_api/",
            List.of(Fault.WALLET_HTTP_429, Fault.WALLET_HTTP_500, Fault.WALLET_IS_A_PAGE, Fault.WALLET_LATE));

    private final Faults faults;
    private final ScheduledExecutorService thread;

    CallFaults(Faults faults, ScheduledExecutorService thread) {
        this.faults = faults;
        this.thread = thread;
    }

    void serve(Exchange exchange, Consumer<Exchange> desk) {
        for (Fault fault : faultsOf(exchange.path())) {
            Faults.Rule rule = faults.strikes(fault).orElse(null);
            if (rule != null) {
                strike(fault, rule.amount(), exchange, desk);
                return;
            }
        }
        desk.accept(exchange);
    }

    private static List<Fault> faultsOf(String path) {
        return OF_PATHS.entrySet().stream()
                .filter(entry -> path.startsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(List.of());
    }

    private void strike(Fault fault, long amount, Exchange exchange, Consumer<Exchange> desk) {
        switch (fault) {
            case LOAD_HTTP_429 -> exchange.html(429, "<h1>429 Too Many Requests</h1>");
            case LOAD_HTTP_500 -> exchange.html(500, "<h1>500 Internal Server Error</h1>");
            case LIST_HTTP_429, WALLET_HTTP_429 -> exchange.json(429, words(429, "Too many requests"));
            case LIST_HTTP_500, WALLET_HTTP_500 -> exchange.json(500, words(5, "Internal error"));
            case LIST_IS_A_PAGE, WALLET_IS_A_PAGE -> exchange.html(200, "<!doctype html><h1>Access denied</h1>");
            case LOAD_RESET -> exchange.reset();
            default -> thread.schedule(() -> desk.accept(exchange), amount, TimeUnit.MILLISECONDS);
        }
    }

    private static Map<String, Object> words(int code, String message) {
        return Map.of("status_code", code, "data", Map.of("message", message));
    }
}
