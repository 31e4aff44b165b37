package app.cadeau.sends;

import app.cadeau.accounts.AccountId;
import org.jspecify.annotations.Nullable;

/** A page of sends, newest first. {@code before} is the id of the last one of the page before. Limit 1 to 200. */
public record ListQuery(
        @Nullable SendId before,
        int limit,
        @Nullable SendState state,
        @Nullable AccountId account) {

    public ListQuery {
        if (limit < 1 || limit > 200) {
            throw new IllegalArgumentException("limit: 1 to 200, not " + limit);
        }
    }
}
