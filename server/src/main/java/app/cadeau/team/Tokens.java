package app.cadeau.team;

import java.time.Duration;

/** What a session is known by: a short token for every call, and a long one that works once and brings the next two. */
public record Tokens(String access, Duration accessLives, String refresh, Duration refreshLives) {

    @Override
    public String toString() {
        return "Tokens[…]";
    }
}
