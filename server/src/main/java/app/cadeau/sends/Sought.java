package app.cadeau.sends;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A query of sends as SQL: only what is asked for stands in it, so that the indexes serve. */
final class Sought {

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> params = new LinkedHashMap<>();

    Sought(ListQuery query) {
        where(
                "id < :before",
                "before",
                query.before() == null ? null : query.before().text());
        where(
                "state = :state",
                "state",
                query.state() == null ? null : query.state().name());
        where(
                "account = :account",
                "account",
                query.account() == null ? null : query.account().name());
        where(
                "streamer = :streamer",
                "streamer",
                query.streamer() == null ? null : query.streamer().handle());
        where(
                "queued_at >= :from",
                "from",
                query.from() == null ? null : query.from().toEpochMilli());
        where("queued_at < :to", "to", query.to() == null ? null : query.to().toEpochMilli());
        where("member = :member", "member", query.member());
        gift(query.gift());
    }

    private void gift(@Nullable String gift) {
        if (gift != null && gift.matches("\\d{1,18}")) {
            where("gift_id = :gift", "gift", Long.valueOf(gift));
        } else {
            where("lower(gift_name) = :gift", "gift", gift == null ? null : gift.toLowerCase(Locale.ROOT));
        }
    }

    private void where(String condition, String name, @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            params.put(name, value);
        }
    }

    String sql() {
        return "select * from sends" + (conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions))
                + " order by id desc limit :limit";
    }

    Map<String, Object> params() {
        return params;
    }
}
