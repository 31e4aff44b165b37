package app.cadeau.catalogue;

import app.cadeau.money.Coins;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Every gift that is known: the seed, corrected by the lists of LIVEs. Safe from every thread. */
@Component
public final class Gifts {

    private static final int MOST_LEARNED_AT_ONCE = 5_000;

    /** What the catalogue says to a name or an id. */
    public sealed interface Answer {}

    public record Found(Gift gift) implements Answer {}

    /** Several gifts fit; each has its own id. */
    public record Ambiguous(List<Gift> choices) implements Answer {}

    /** None fits. The suggestions have the name at another price, or a name that is alike. */
    public record Unknown(List<Gift> suggestions) implements Answer {}

    private final JdbcClient writes;
    private final TransactionTemplate transaction;
    private final InstantSource clock;
    private final Map<GiftId, Gift> known = new LinkedHashMap<>();
    private volatile GiftIndex index;

    public Gifts(JdbcClient writes, TransactionTemplate transaction, InstantSource clock) {
        this.writes = writes;
        this.transaction = transaction;
        this.clock = clock;
        Seed.gifts().forEach(gift -> known.put(gift.id(), gift));
        writes.sql("select * from gifts_learned order by id")
                .query(Gifts::gift)
                .list()
                .forEach(gift -> known.put(gift.id(), gift));
        index = new GiftIndex(known.values());
    }

    /** Finds by id in digits, else by name in any case; a price tells gifts of one name apart. */
    public Answer find(String nameOrId, @Nullable Coins price) {
        return index.find(nameOrId, price);
    }

    public Optional<Gift> byId(GiftId id) {
        return index.byId(id.value());
    }

    /** All gifts, cheapest first. */
    public List<Gift> all() {
        return index.all();
    }

    /** Takes over what a LIVE's own list says; what it leaves open stays as it was known. */
    public synchronized void learned(List<Gift> gifts) {
        var news = gifts.stream()
                .limit(MOST_LEARNED_AT_ONCE)
                .map(this::corrected)
                .filter(gift -> !gift.equals(known.get(gift.id())))
                .toList();
        if (news.isEmpty()) {
            return;
        }
        transaction.executeWithoutResult(status -> news.forEach(this::keep));
        news.forEach(gift -> known.put(gift.id(), gift));
        index = new GiftIndex(known.values());
    }

    private Gift corrected(Gift seen) {
        var before = known.get(seen.id());
        return before == null
                ? seen
                : new Gift(
                        seen.id(),
                        seen.name(),
                        seen.price(),
                        seen.combo() == null ? before.combo() : seen.combo(),
                        seen.picture() == null ? before.picture() : seen.picture());
    }

    private void keep(Gift gift) {
        writes.sql("""
                insert into gifts_learned (id, name, coins, combo, picture, seen_at)
                values (:id, :name, :coins, :combo, :picture, :now)
                on conflict (id) do update set name = excluded.name, coins = excluded.coins, combo = excluded.combo,
                    picture = excluded.picture, seen_at = excluded.seen_at""")
                .param("id", gift.id().value())
                .param("name", gift.name())
                .param("coins", gift.price().amount())
                .param("combo", gift.combo() == null ? null : gift.combo() ? 1 : 0)
                .param("picture", gift.picture())
                .param("now", clock.millis())
                .update();
    }

    private static Gift gift(ResultSet row, int number) throws SQLException {
        var combo = row.getInt("combo");
        var unknown = row.wasNull();
        return new Gift(
                new GiftId(row.getLong("id")),
                row.getString("name"),
                Coins.of(row.getLong("coins")),
                unknown ? null : combo == 1,
                row.getString("picture"));
    }
}
