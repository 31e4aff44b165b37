package app.cadeau.sends;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of campaigns, and the sends that belong to one. */
final class CampaignRows {

    /** What a campaign is beside its sends. */
    record Row(CampaignId id, int quantity, @Nullable Long maxCoins, Instant createdAt) {}

    private final JdbcClient writes;

    CampaignRows(JdbcClient writes) {
        this.writes = writes;
    }

    void insert(Row row) {
        writes.sql("insert into campaigns (id, quantity, max_coins, created_at) values (:id, :quantity, :most, :at)")
                .param("id", row.id().text())
                .param("quantity", row.quantity())
                .param("most", row.maxCoins())
                .param("at", row.createdAt().toEpochMilli())
                .update();
    }

    Optional<Row> find(CampaignId id) {
        return writes.sql("select * from campaigns where id = ?")
                .param(id.text())
                .query((row, number) -> new Row(
                        id,
                        row.getInt("quantity"),
                        row.getObject("max_coins") == null ? null : row.getLong("max_coins"),
                        Instant.ofEpochMilli(row.getLong("created_at"))))
                .optional();
    }

    /** In the order in which its accounts were named: their ids were made in it. */
    List<SendRow> sends(CampaignId id) {
        return writes.sql("select * from sends where campaign = ? order by id")
                .param(id.text())
                .query(SendRows::row)
                .list();
    }
}
