package app.cadeau.api;

import app.cadeau.sends.Receipt;
import app.cadeau.sends.SendNews;
import app.cadeau.sends.Sends;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code GET /api/metrics}: for Prometheus, in its text format. Sums count from the start of this daemon, by the state in
 * which a send ended; one that a person resolves after a REVIEW is counted in both.
 */
@RestController
class MetricsApi implements SendNews {

    private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    MetricsApi(Sends sends, LiveReaders readers) {
        Gauge.builder("cadeau.queue.waiting", sends, Sends::waiting)
                .description("sends that wait")
                .register(registry);
        Gauge.builder("cadeau.sends.running", sends, all -> all.running().size())
                .description("sends at work")
                .register(registry);
        Gauge.builder("cadeau.live.readers", readers, LiveReaders::count)
                .description("readers of the WebSocket")
                .register(registry);
        new UptimeMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        sends.tell(this);
    }

    @Override
    public void told(Receipt receipt, int armed) {
        if (receipt.state().ended()) {
            var state = receipt.state().name();
            count("cadeau.sends.ended", state, 1);
            count("cadeau.gifts.confirmed", state, receipt.confirmed());
            count("cadeau.gifts.unknown", state, receipt.unknown());
            count("cadeau.gifts.excess", state, receipt.excess());
            count("cadeau.presses", state, receipt.presses());
            count("cadeau.coins.spent", state, receipt.coinsSpent());
        }
    }

    private void count(String name, String state, long more) {
        registry.counter(name, "state", state).increment(more);
    }

    @GetMapping(path = "/api/metrics", produces = TEXT)
    String metrics() {
        return registry.scrape();
    }
}
