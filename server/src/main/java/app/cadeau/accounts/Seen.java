package app.cadeau.accounts;

import app.cadeau.money.Coins;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was last seen of an account's log-in.
 *
 * @param said in words, why it counts as logged in or out
 * @param userId the platform's id of whom it logs in
 * @param coins of the last wallet that was read, at {@code coinsAt}
 * @param at when it was last looked at
 * @param provedAt when it was last proved to be logged in
 */
public record Seen(
        boolean loggedIn,
        String said,
        @Nullable String userId,
        @Nullable Coins coins,
        @Nullable Instant coinsAt,
        Instant at,
        @Nullable Instant provedAt) {}
