package app.cadeau.storage;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The one row in which a database says what it is. */
final class Marks {

    /** @param movedTo where its data went, or null while it is still here */
    record Mark(
            long generation,
            String machine,
            @Nullable Instant copiedAt,
            @Nullable Restored restored,
            @Nullable String movedTo) {}

    private final JdbcClient writes;

    Marks(JdbcClient writes) {
        this.writes = writes;
    }

    Mark read() {
        return writes.sql("select * from database_mark where id = 1")
                .query((row, number) -> {
                    var cause = row.getString("restored_cause");
                    var restoredAt = Instant.ofEpochMilli(row.getLong("restored_at"));
                    var copiedAt = row.getLong("copied_at");
                    return new Mark(
                            row.getLong("generation"),
                            row.getString("machine"),
                            copiedAt == 0 ? null : Instant.ofEpochMilli(copiedAt),
                            cause == null ? null : new Restored(Restored.Cause.valueOf(cause), restoredAt),
                            row.getString("moved_to"));
                })
                .single();
    }

    long grow(String machine) {
        return writes.sql(
                        "update database_mark set generation = generation + 1, machine = ? where id = 1 returning generation")
                .param(machine)
                .query(Long.class)
                .single();
    }

    void restored(Restored found) {
        writes.sql("update database_mark set restored_cause = ?, restored_at = ? where id = 1")
                .params(found.cause().name(), found.at().toEpochMilli())
                .update();
    }

    /** From now on this is the database, and its number is above every one that was seen. */
    void accept(long generation, String machine) {
        writes.sql("""
                update database_mark set generation = ?, machine = ?, copied_at = null, restored_cause = null,
                    restored_at = null where id = 1""").params(generation, machine).update();
    }
}
