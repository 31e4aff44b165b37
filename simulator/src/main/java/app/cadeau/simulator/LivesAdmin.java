package app.cadeau.simulator;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** {@code /_admin/lives}: what happens to a LIVE, who is on stage there, and what the platform says about it. */
final class LivesAdmin {

    private static final String HELP = "name a streamer, and do pause, resume, end, suspend, off-air, on-air,"
            + " drop-sockets, close-sockets, give-up-sockets, silence, prompt or captcha";

    private final Lives lives;
    private final Orders orders;

    LivesAdmin(Lives lives, Orders orders) {
        this.lives = lives;
        this.orders = orders;
    }

    void open(Desks desks) {
        desks.at("/_admin/lives", this::serve);
    }

    private void serve(Exchange exchange) {
        if (exchange.method().equals("POST")) {
            JsonNode asked = Exchange.JSON.readTree(exchange.body());
            Optional<Live> live = lives.named(asked.path("name").asString(""));
            if (live.isEmpty() || !move(live.get(), asked)) {
                exchange.json(400, Map.of("error", HELP));
                return;
            }
            settle(live.get(), asked);
        }
        exchange.json(lives.all().stream().map(LivesAdmin::told).toList());
    }

    private boolean move(Live live, JsonNode asked) {
        long amount = asked.path("amount").asLong(0);
        switch (asked.path("do").asString("")) {
            case "" -> {}
            case "pause" -> lives.pause(live);
            case "resume" -> lives.resume(live);
            case "end" -> lives.end(live);
            case "suspend" -> lives.suspend(live);
            case "off-air" -> lives.offAir(live);
            case "on-air" -> lives.onAir(live);
            case "drop-sockets" -> lives.dropSockets(live);
            case "close-sockets" -> lives.closeSockets(live, false);
            case "give-up-sockets" -> lives.closeSockets(live, true);
            case "silence" -> lives.silence(live, amount);
            case "prompt" -> lives.prompt(live, (int) amount);
            case "captcha" -> lives.captcha(live, amount);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void settle(Live live, JsonNode asked) {
        LiveRules now = live.rules();
        live.rules(new LiveRules(
                asked.path("hostReceives").asBoolean(now.hostReceives()),
                asked.path("hostIsAdult").asBoolean(now.hostIsAdult()),
                asked.path("adultsOnly").asBoolean(now.adultsOnly())));
        boolean receives = asked.path("guestsReceive").asBoolean(true);
        asked.path("welcome").valueStream().forEach(guest -> live.welcome(guest.asString(), receives));
        asked.path("dismiss").valueStream().forEach(guest -> live.dismiss(guest.asString()));
        if (asked.has("welcome") || asked.has("dismiss")) {
            orders.tellAll();
        }
    }

    private static Map<String, Object> told(Live live) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("name", live.name());
        told.put("state", live.state());
        told.put("roomId", Long.toString(live.roomId()));
        told.put("hostId", Long.toString(live.hostId()));
        told.put("rules", live.rules());
        told.put("guests", Orders.guests(live));
        return told;
    }
}
