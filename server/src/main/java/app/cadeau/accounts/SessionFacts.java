package app.cadeau.accounts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What may be told of a session: no name and no value of any cookie.
 *
 * @param cookies how many it has
 * @param expiresAt when the first of those that log in ends, as far as they say; null when they name no time
 */
public record SessionFacts(int cookies, @Nullable Instant expiresAt) {}
