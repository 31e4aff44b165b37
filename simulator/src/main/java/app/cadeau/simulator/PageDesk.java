package app.cadeau.simulator;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The page and its files, dressed by skin. */
final class PageDesk {

    private static final int KEPT_FILES = 500;
    private static final List<String> FILES = List.of(
            "live.css",
            "stage.css",
            "stage.js",
            "battle.js",
            "stage-words.js",
            "evening-clock.js",
            "scene.svg",
            "main.js",
            "api.js",
            "inbox.js",
            "unzip.js",
            "poll.js",
            "news.js",
            "recipients.js",
            "recipients.css",
            "stumble.js",
            "wire.js",
            "stream.js",
            "gifts.js",
            "sending.js",
            "faults.js",
            "chat.js",
            "dialogs.js",
            "words.js",
            "frame.js",
            "sender-worker.js",
            "sender-shared.js",
            "control.js",
            "prices.js",
            "shape.js",
            "shelves.js",
            "traps.js",
            "vary.js",
            "skin-current.js",
            "skin-current.css",
            "skin-2022.js",
            "skin-2022.css",
            "skin-shuffled.js",
            "skin-shuffled.css");

    private final Settings settings;
    private final PageState state;
    private final Lives lives;
    private final Shop shop;
    private final Faults faults;
    private final Orders orders;
    private final Looks looks;
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();

    PageDesk(Settings settings, PageState state, Lives lives, Shop shop, Faults faults, Orders orders, Looks looks) {
        this.settings = settings;
        this.state = state;
        this.lives = lives;
        this.shop = shop;
        this.faults = faults;
        this.orders = orders;
        this.looks = looks;
    }

    void open(Desks desks) {
        desks.at("/static/*", this::file)
                .at("/img/gift/*", PageDesk::picture)
                .at("/captcha/verify", exchange -> exchange.html(200, Resources.text("page/verify.html")))
                .at("/pop/sender", exchange -> exchange.html(200, Resources.text("page/pop-sender.html")))
                .at("/favicon.ico", exchange -> exchange.reply(204, "image/x-icon", new byte[0], true))
                .at("/", exchange -> exchange.html(200, lobby()))
                .at("/@*", this::live);
    }

    private void file(Exchange exchange) {
        String[] path = exchange.path().split("/", -1);
        String name = path[path.length - 1];
        if (!FILES.contains(name) || path.length != 4) {
            exchange.html(404, "not here");
            return;
        }
        if (files.size() > KEPT_FILES) {
            files.clear();
        }
        Dress dress = Dress.of(path[2], settings.seed());
        byte[] bytes = files.computeIfAbsent(
                dress.folder() + "/" + name,
                _ -> dress.on(Resources.text("page/" + name)).getBytes(StandardCharsets.UTF_8));
        exchange.reply(200, type(name), bytes, true);
    }

    private static String type(String name) {
        return switch (name.substring(name.lastIndexOf('.'))) {
            case ".css" -> "text/css; charset=utf-8";
            case ".svg" -> "image/svg+xml";
            default -> "text/javascript; charset=utf-8";
        };
    }

    private static void picture(Exchange exchange) {
        String id = exchange.path().replaceAll("\\D", "");
        exchange.reply(
                200,
                "image/svg+xml",
                GiftPictures.svg(id.isEmpty() ? 0 : Long.parseLong(id)).getBytes(StandardCharsets.UTF_8),
                true);
    }

    private String lobby() {
        StringBuilder rows = new StringBuilder();
        lives.all()
                .forEach(live -> rows.append(
                        "<li><a href=\"/@%s/live\">@%s</a> %s".formatted(live.name(), live.name(), live.state())));
        return "<!doctype html><meta charset=utf-8><title>Simulator</title><body style=\"background:#121212;color:#eee;"
                + "font:16px system-ui;padding:40px\"><h1>A LIVE on the desk</h1><ul>" + rows + "</ul>";
    }

    private void live(Exchange exchange) {
        String name = exchange.path().replaceFirst("^/@", "").replaceFirst("/live/?$", "");
        Optional<Live> live = lives.named(name);
        if (live.isEmpty() || !exchange.path().matches("/@[^/]+/live/?")) {
            exchange.html(404, Resources.text("page/missing.html"));
            return;
        }
        exchange.html(200, page(exchange, live.get()));
    }

    private String page(Exchange exchange, Live live) {
        Look look = looks.asked(exchange);
        String language = language(exchange, look);
        long shape = look.shape() == null ? settings.seed() : look.shape();
        Dress dress = new Dress(settings.seed(), look.skin(), shape);
        String page = Resources.text("page/live.html")
                .replace("{{language}}", language)
                .replace("{{version}}", dress.folder())
                .replace("{{skin}}", look.skin().told())
                .replace("{{name}}", live.name())
                .replace("{{state}}", script(state.of(exchange, live, language)))
                .replace("{{orders}}", script(ordersFor(exchange, live, look, shape)));
        return dress.on(page);
    }

    private static String language(Exchange exchange, Look look) {
        String asked = look.language() == null ? exchange.languages() : look.language();
        return asked.startsWith("fr") ? "fr" : "en";
    }

    /** JSON that can stand in a script element. */
    private static String script(Object value) {
        return Exchange.JSON.writeValueAsString(value).replace("<", "\\u003c");
    }

    private Map<String, Object> ordersFor(Exchange exchange, Live live, Look look, long shape) {
        Map<String, Object> all = new LinkedHashMap<>(orders.now());
        all.put(
                "slowMillis",
                faults.strikes(Fault.SLOW_LOAD).map(Faults.Rule::amount).orElse(0L));
        all.put("paused", live.state() == Live.State.PAUSED);
        all.put("guests", Orders.guests(live));
        state.hiddenUser(exchange).ifPresent(user -> all.put("me", user));
        all.put("shopSize", shop.panel().size());
        all.put("skin", look.skin().told());
        all.put("shape", shape);
        all.put("mergeMillis", look.mergeWindow().toMillis());
        all.put("mergeFixed", exchange.query("merge") != null);
        all.put("varied", varied(exchange));
        return all;
    }

    /** Variations of this page alone, beside those that are on: {@code ?vary=name-stays,short-prices}. */
    private static List<String> varied(Exchange exchange) {
        String asked = exchange.query("vary");
        return asked == null
                ? List.of()
                : Stream.of(asked.split(",", -1))
                        .filter(name -> Variation.named(name).isPresent())
                        .toList();
    }
}
