package app.cadeau.api;

import app.cadeau.accounts.AccountId;
import app.cadeau.live.StreamerName;
import app.cadeau.sends.ListQuery;
import app.cadeau.sends.SendState;
import app.cadeau.team.MemberName;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which sends are asked for, as the parameters of a call.
 *
 * @param gift an id, or a name
 * @param from a time like 2026-11-22T20:00:00Z, or a day of UTC
 * @param to up to that time, or up to the end of that day
 * @param member who asked for it
 */
record SendFilter(
        @Nullable String state,
        @Nullable String account,
        @Nullable String streamer,
        @Nullable String gift,
        @Nullable String from,
        @Nullable String to,
        @Nullable String member) {

    ListQuery query(SendPage page) {
        return new ListQuery(
                page.start(),
                page.most(),
                word("state", state, SendFilter::state),
                word("account", account, AccountId::new),
                word("streamer", streamer, StreamerName::new),
                given(gift),
                word("from", from, text -> time(text, 0)),
                word("to", to, text -> time(text, 1)),
                word("member", member, text -> new MemberName(text).text()));
    }

    private static SendState state(String text) {
        return Arrays.stream(SendState.values())
                .filter(state -> state.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("one of " + Arrays.toString(SendState.values()) + " is wanted"));
    }

    static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    static <T> @Nullable T word(String field, @Nullable String text, Function<String, T> word) {
        var said = given(text);
        return said == null ? null : Body.read(field, said, word);
    }

    private static Instant time(String text, int daysOn) {
        try {
            return text.length() == 10
                    ? LocalDate.parse(text)
                            .plusDays(daysOn)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant()
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException unreadable) {
            throw new IllegalArgumentException("a time like 2026-11-22T20:00:00Z or a day is wanted", unreadable);
        }
    }
}
