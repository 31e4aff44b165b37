package app.cadeau.simulator;

import io.netty.handler.codec.http.cookie.DefaultCookie;
import io.netty.handler.codec.http.cookie.ServerCookieEncoder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The pages before any LIVE: who is on air, and the log-in. On the log-in page a person picks an account, or confirms on
 * a phone, which {@code /_admin/logins} plays; the page hears of that by asking.
 */
final class HomeDesk {

    private static final long SESSION_SECONDS = Duration.ofDays(180).toSeconds();

    private final Wallets wallets;
    private final Lives lives;
    private final Faults faults;
    private final AtomicReference<@Nullable String> confirmed = new AtomicReference<>();

    HomeDesk(Wallets wallets, Lives lives, Faults faults) {
        this.wallets = wallets;
        this.lives = lives;
        this.faults = faults;
    }

    void open(Desks desks) {
        desks.at("/live", this::home)
                .at("/login", exchange -> exchange.html(200, Resources.text("page/login.html")))
                .at("/passport/web/login/", this::logIn)
                .at("/passport/web/check_qrconnect/", this::ask)
                .at("/_admin/logins", this::confirm);
    }

    private void home(Exchange exchange) {
        var challenge = faults.strikes(Fault.HOME_CHALLENGE).isPresent();
        var rows = new StringBuilder();
        lives.all()
                .forEach(live -> rows.append("<li><a href=\"/@%s/live\">@%s</a>".formatted(live.name(), live.name())));
        exchange.html(
                200,
                Resources.text("page/home.html")
                        .replace("{{lives}}", rows)
                        .replace("{{challenge}}", challenge ? "captcha-verify-container" : ""));
    }

    private void logIn(Exchange exchange) {
        comeIn(exchange, Optional.ofNullable(exchange.field("name")));
    }

    /** What the page asks every now and then: has the phone confirmed? */
    private void ask(Exchange exchange) {
        comeIn(exchange, Optional.ofNullable(confirmed.getAndSet(null)));
    }

    private void comeIn(Exchange exchange, Optional<String> name) {
        var wallet = name.flatMap(wallets::named);
        if (wallet.isEmpty()) {
            exchange.json(Map.of("message", "success", "data", Map.of("status", "new")));
            return;
        }
        var session = "sim-" + wallet.get().name();
        wallets.logIn(session, wallet.get().name());
        exchange.jsonWithCookies(
                Map.of("message", "success", "data", Map.of("status", "confirmed", "redirect_url", "/live")),
                cookies(session));
    }

    private static List<String> cookies(String session) {
        return Stream.of("sessionid", "sid_tt")
                .map(name -> cookie(name, session))
                .toList();
    }

    private static String cookie(String name, String value) {
        var cookie = new DefaultCookie(name, value);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setMaxAge(SESSION_SECONDS);
        return ServerCookieEncoder.LAX.encode(cookie);
    }

    private void confirm(Exchange exchange) {
        var name = Exchange.JSON.readTree(exchange.body()).path("name").asString("");
        if (wallets.named(name).isEmpty()) {
            exchange.json(400, Map.of("error", "no account " + name));
            return;
        }
        confirmed.set(name);
        exchange.json(Map.of("confirmed", name));
    }

    /** The person confirms on the phone: the next log-in page that asks is logged in. */
    void confirm(String name) {
        confirmed.set(name);
    }
}
