package app.cadeau.simulator;

import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Starts, stops and moves evenings; and tells a page that comes late what it missed. */
final class ScriptDesk {

    private static final long LATEST = 6 * 3_600_000L;

    private final Evenings evenings;
    private final Lives lives;

    ScriptDesk(Evenings evenings, Lives lives) {
        this.evenings = evenings;
        this.lives = lives;
    }

    void open(Desks desks) {
        desks.at("/_admin/script", this::script)
                .at("/_admin/scripts", exchange -> exchange.json(Map.of("scripts", Scripts.LIBRARY)))
                .at("/page/stage/", this::stage)
                .at("/webcast/linkmic/battle/info/", this::info);
    }

    private void script(Exchange exchange) {
        try {
            if (exchange.method().equals("POST")) {
                obey(Exchange.JSON.readTree(exchange.body()));
            } else if (exchange.method().equals("DELETE")) {
                evenings.stop();
            }
            exchange.json(evenings.where());
        } catch (IllegalArgumentException | IllegalStateException | JacksonException e) {
            exchange.json(400, Map.of("error", String.valueOf(e.getMessage())));
        }
    }

    private void obey(JsonNode asked) {
        if (asked.has("start") || asked.has("yaml")) {
            Script script = asked.has("yaml")
                    ? Scripts.read("yaml", asked.path("yaml").asString(""))
                    : Scripts.find(asked.path("start").asString(""));
            evenings.start(new Programme(
                    script, asked.path("speed").asInt(1), asked.path("loop").asBoolean(false)));
        } else if (asked.has("seek")) {
            evenings.seek(new Entry("seek", 0, asked.path("seek").asString("")).time(0, LATEST));
        } else if (asked.path("stop").asBoolean(false)) {
            evenings.stop();
        } else {
            throw new IllegalArgumentException("say start, yaml, seek or stop");
        }
    }

    private void stage(Exchange exchange) {
        lives.byRoom(exchange.number("room_id", 0))
                .ifPresentOrElse(
                        live -> exchange.json(evenings.forPage(live)),
                        () -> exchange.json(Map.of("speed", 1, "now", 0, "said", java.util.List.of())));
    }

    private void info(Exchange exchange) {
        byte[] told = lives.byRoom(exchange.number("room_id", 0))
                .map(evenings::battleInfo)
                .orElse(new byte[0]);
        exchange.reply(200, "application/x-protobuf", told, false);
    }
}
