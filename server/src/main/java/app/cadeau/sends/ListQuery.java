package app.cadeau.sends;

import app.cadeau.accounts.AccountId;
import app.cadeau.live.StreamerName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A page of sends, newest first. {@code before} is the id of the last one of the page before. Limit 1 to 200.
 *
 * @param gift an id in digits, or a name in any case
 * @param from only what was asked for then or later
 * @param to only what was asked for before then
 * @param member who asked for it
 */
public record ListQuery(
        @Nullable SendId before,
        int limit,
        @Nullable SendState state,
        @Nullable AccountId account,
        @Nullable StreamerName streamer,
        @Nullable String gift,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String member) {

    public static final int MOST = 200;

    public ListQuery {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("limit: 1 to 200, not " + limit);
        }
    }

    public ListQuery(@Nullable SendId before, int limit, @Nullable SendState state, @Nullable AccountId account) {
        this(before, limit, state, account, null, null, null, null, null);
    }

    /** The page that comes after the one that ends with this send. */
    public ListQuery after(SendId last) {
        return new ListQuery(last, limit, state, account, streamer, gift, from, to, member);
    }
}
