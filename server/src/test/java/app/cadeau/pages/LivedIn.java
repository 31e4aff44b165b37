package app.cadeau.pages;

import app.cadeau.simulator.Fault;
import app.cadeau.simulator.Settings;
import tools.jackson.databind.JsonNode;

/** A home that was used for a while: accounts, one of them shut, and a send in each state there is. */
final class LivedIn {

    private final Serving serving;

    private LivedIn(Serving serving) {
        this.serving = serving;
    }

    /** LIVEs of three streamers on air, and of one who is not. */
    static Settings stage() {
        return Settings.defaults().withCrowd(2).withStreamer("luna", true).withStreamer("kairo", true);
    }

    static LivedIn of(Serving serving) {
        serving.account("main", 48_210, true);
        serving.call("PATCH", "/api/accounts/main", "{\"standard\": true}");
        serving.account("fan-club", 12_400, false);
        return new LivedIn(serving);
    }

    /** Everything; takes about a minute. */
    LivedIn full() {
        serving.account("studio", 3_950, true);
        favourites();
        confirmed("main", "@luna", "Perfume", 24);
        confirmed("main", "@demo", "Rose", 60);
        stopped();
        refused();
        partial();
        review();
        confirmed("fan-club", "@kairo", "Finger Heart", 12);
        shut();
        waiting();
        return this;
    }

    JsonNode confirmed(String account, String streamer, String gift, int quantity) {
        return serving.ended(serving.ask(account, streamer, gift, quantity));
    }

    JsonNode stopped() {
        var send = serving.ask("main", "@demo", "Rose", 500);
        serving.until("/api/sends/" + send, "firstPressAt");
        serving.call("POST", "/api/stop", "{\"send\": \"" + send + "\"}");
        return serving.ended(send);
    }

    /** Off air. */
    JsonNode refused() {
        return serving.ended(serving.ask("main", "@away", "Rose", 10));
    }

    /** The platform's spending limit comes in the middle. */
    JsonNode partial() {
        serving.simulator.faults().at(Fault.REFUSED_4006052, 9);
        try {
            return serving.ended(serving.ask("fan-club", "@luna", "Rose", 40));
        } finally {
            serving.simulator.faults().clear();
        }
    }

    /** An answer that never comes and an echo that is lost: nobody can tell of one gift. */
    JsonNode review() {
        serving.simulator.faults().at(Fault.SPENT_NO_ANSWER_HANG, 5).always(Fault.ECHO_LOST);
        try {
            return serving.ended(serving.ask("fan-club", "@demo", "Doughnut", 8));
        } finally {
            serving.simulator.faults().clear();
        }
    }

    /** A challenge shuts the account called studio. */
    JsonNode shut() {
        serving.simulator.faults().at(Fault.CHALLENGE, 6);
        try {
            return serving.ended(serving.ask("studio", "@kairo", "Rose", 30));
        } finally {
            serving.simulator.faults().clear();
        }
    }

    /** Its account is paused. */
    String waiting() {
        serving.call("POST", "/api/queue/pause", "{\"account\": \"fan-club\"}");
        return serving.ask("fan-club", "@luna", "Finger Heart", 20);
    }

    /** Where the daemon keeps any. */
    void favourites() {
        favourite("luna", "Sunday battles, 21:00");
        favourite("kairo", "Speaks French");
        favourite("demo", "");
        favourite("away", "Back in December");
        for (var streamer : new String[] {"luna", "kairo", "away"}) {
            serving.answer("POST", "/api/streams/@" + streamer + "/check", "");
        }
    }

    private void favourite(String streamer, String note) {
        serving.answer("PUT", "/api/streams/@" + streamer, "{\"note\": \"" + note + "\"}");
    }
}
