package app.cadeau.streamers;

import app.cadeau.live.StreamerName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The favourite streamers. Safe from every thread. */
@Component
public final class Streamers {

    public static final int MOST = 500;
    public static final int LONGEST_NOTE = 500;

    /** What came of keeping one. */
    public enum Kept {
        NEW,
        CHANGED,
        /** There are {@link #MOST} already. */
        TOO_MANY
    }

    private final JdbcClient writes;
    private final InstantSource clock;

    public Streamers(JdbcClient writes, InstantSource clock) {
        this.writes = writes;
        this.clock = clock;
    }

    /** All, by name. */
    public List<Streamer> list() {
        return writes.sql("select * from streamers order by name")
                .query(Streamers::streamer)
                .list();
    }

    public Optional<Streamer> find(StreamerName name) {
        return writes.sql("select * from streamers where name = ?")
                .param(name.handle())
                .query(Streamers::streamer)
                .optional();
    }

    /** Adds one, or changes the note of one; without a note it stays as it was. */
    public Kept keep(StreamerName name, @Nullable String note) {
        if (find(name).isPresent()) {
            writes.sql("update streamers set note = coalesce(cast(:note as text), note) where name = :name")
                    .param("note", note)
                    .param("name", name.handle())
                    .update();
            return Kept.CHANGED;
        }
        var added = writes.sql("""
                insert into streamers (name, note, added_at)
                select cast(:name as text), cast(:note as text), cast(:now as bigint)
                where (select count(*) from streamers) < :most
                on conflict (name) do nothing""")
                .param("name", name.handle())
                .param("note", note == null ? "" : note)
                .param("now", clock.millis())
                .param("most", MOST)
                .update();
        return added == 1 ? Kept.NEW : find(name).isPresent() ? Kept.CHANGED : Kept.TOO_MANY;
    }

    /** False when there is none of this name. */
    public boolean remove(StreamerName name) {
        return writes.sql("delete from streamers where name = ?")
                        .param(name.handle())
                        .update()
                == 1;
    }

    /** Somebody looked; an older look than the one that is kept tells nothing. Of others than favourites nothing is kept. */
    public void seen(StreamerName name, @Nullable Boolean onAir, Instant at) {
        writes.sql("""
                update streamers set on_air = :onAir, seen_at = :at
                where name = :name and coalesce(seen_at, 0) <= :at""")
                .param("onAir", onAir == null ? null : onAir ? 1 : 0)
                .param("at", at.toEpochMilli())
                .param("name", name.handle())
                .update();
    }

    private static Streamer streamer(ResultSet row, int number) throws SQLException {
        var onAir = row.getInt("on_air");
        var unknown = row.wasNull();
        var seenAt = row.getLong("seen_at");
        return new Streamer(
                new StreamerName(row.getString("name")),
                row.getString("note"),
                Instant.ofEpochMilli(row.getLong("added_at")),
                unknown ? null : onAir == 1,
                seenAt == 0 ? null : Instant.ofEpochMilli(seenAt));
    }
}
