package app.cadeau.sends;

import app.cadeau.accounts.AccountId;
import app.cadeau.live.StreamerName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of sends: the queue, the states, the results. Every move is compare-and-set by the table of moves. */
@Component
class SendRows {

    private final JdbcClient writes;

    SendRows(JdbcClient writes) {
        this.writes = writes;
    }

    /** Returns false when the idempotency key is taken. */
    boolean insert(SendRow send, @Nullable String idempotencyKey) {
        return writes.sql("""
                insert into sends (id, idempotency_key, body_hash, streamer, account, gift_asked, gift_id, gift_name,
                    price, quantity, cps_milli, max_coins, not_after, priority, state, queued_at, campaign, member)
                values (:id, :key, :hash, :streamer, :account, :asked, :giftId, :giftName,
                    :price, :quantity, :cps, :maxCoins, :notAfter, :priority, :state, :queuedAt, :campaign, :member)
                on conflict (idempotency_key) do nothing""")
                        .param("id", send.id().text())
                        .param("key", idempotencyKey)
                        .param("hash", send.bodyHash())
                        .param("streamer", send.streamer().handle())
                        .param("account", send.account().name())
                        .param("asked", send.giftAsked())
                        .param("giftId", send.giftId())
                        .param("giftName", send.giftName())
                        .param("price", send.price())
                        .param("quantity", send.quantity())
                        .param("cps", send.cpsMilli())
                        .param("maxCoins", send.maxCoins())
                        .param("notAfter", millis(send.notAfter()))
                        .param("priority", send.priority().rank())
                        .param("state", send.state().name())
                        .param("queuedAt", send.queuedAt().toEpochMilli())
                        .param(
                                "campaign",
                                send.campaign() == null ? null : send.campaign().text())
                        .param("member", send.member())
                        .update()
                == 1;
    }

    Optional<SendRow> find(SendId id) {
        return writes.sql("select * from sends where id = ?")
                .param(id.text())
                .query(SendRows::row)
                .optional();
    }

    Optional<SendRow> byKey(String idempotencyKey) {
        return writes.sql("select * from sends where idempotency_key = ?")
                .param(idempotencyKey)
                .query(SendRows::row)
                .optional();
    }

    CampaignRows campaigns() {
        return new CampaignRows(writes);
    }

    /** Accounts whose gifts to a streamer wait, are on their way, or went since then. */
    int supporters(StreamerName streamer, Instant since) {
        return writes.sql("""
                select count(distinct account) from sends where streamer = ?
                and (state in ('QUEUED', 'PREPARING', 'SENDING', 'SETTLING')
                    or (confirmed + unknown_gifts > 0 and queued_at >= ?))""")
                .params(streamer.handle(), since.toEpochMilli())
                .query(Integer.class)
                .single();
    }

    List<SendRow> inStates(Set<SendState> states) {
        var names = states.stream().map(SendState::name).collect(Collectors.toSet());
        return writes.sql("select * from sends where state in (:states) order by id")
                .param("states", names)
                .query(SendRows::row)
                .list();
    }

    /** Sends with permits armed that ended since then, at most so many, the newest, in the order in which they ended. */
    List<SendRow> pressedAndEndedSince(Instant since, int most) {
        return writes.sql("select * from sends where armed > 0 and finished_at >= ? order by finished_at desc limit ?")
                .params(since.toEpochMilli(), most)
                .query(SendRows::row)
                .list()
                .reversed();
    }

    List<SendRow> page(ListQuery query) {
        var sought = new Sought(query);
        return writes.sql(sought.sql())
                .params(sought.params())
                .param("limit", query.limit())
                .query(SendRows::row)
                .list();
    }

    int count(SendState state) {
        return writes.sql("select count(*) from sends where state = ?")
                .param(state.name())
                .query(Integer.class)
                .single();
    }

    /** Coins in doubt over all REVIEWs of an account. */
    long inDoubt(AccountId account) {
        return writes.sql("""
                select coalesce(sum(price * unknown_gifts), 0) from sends
                where account = ? and state = 'REVIEW'""").param(account.name()).query(Long.class).single();
    }

    /** Moves a send, or says false when somebody else moved it first. */
    boolean move(SendId id, SendState from, SendState to) {
        check(from, to);
        return writes.sql("update sends set state = ? where id = ? and state = ?")
                        .params(to.name(), id.text(), from.name())
                        .update()
                == 1;
    }

    /** Ends a send with its result, in the same statement as the move. */
    boolean end(SendId id, SendState from, SendState to, SendRow.Outcome result) {
        check(from, to);
        return write(id, from, null, to, result);
    }

    /** Writes what became known of a REVIEW that stays one; false when it is not as it was read. */
    boolean narrow(SendRow row, SendRow.Outcome result) {
        return write(row.id(), SendState.REVIEW, row.outcome().unknown(), SendState.REVIEW, result);
    }

    private boolean write(
            SendId id, SendState from, @Nullable Integer unknownBefore, SendState to, SendRow.Outcome result) {
        return writes.sql("""
                update sends set state = :to, confirmed = :confirmed, unknown_gifts = :unknown, excess = :excess,
                    presses = :presses, by_response = :response, by_echo = :echo, balance_agrees = :agrees,
                    balance_before = :before, balance_after = :after, pace_milli = :pace,
                    reason_code = :code, reason_sentence = :sentence,
                    first_press_at = :firstPressAt, finished_at = :finishedAt
                where id = :id and state = :from
                  and (cast(:unknownBefore as integer) is null or unknown_gifts = :unknownBefore)""")
                        .param("unknownBefore", unknownBefore)
                        .param("to", to.name())
                        .param("from", from.name())
                        .param("id", id.text())
                        .param("confirmed", result.confirmed())
                        .param("unknown", result.unknown())
                        .param("excess", result.excess())
                        .param("presses", result.presses())
                        .param("response", result.witnesses().response())
                        .param("echo", result.witnesses().echo())
                        .param("agrees", flag(result.witnesses().balance()))
                        .param("before", result.balanceBefore())
                        .param("after", result.balanceAfter())
                        .param("pace", result.paceMilli())
                        .param(
                                "code",
                                result.reason() == null
                                        ? null
                                        : result.reason().code().name())
                        .param(
                                "sentence",
                                result.reason() == null ? null : result.reason().sentence())
                        .param("firstPressAt", millis(result.firstPressAt()))
                        .param("finishedAt", millis(result.finishedAt()))
                        .update()
                == 1;
    }

    /** Fixes the gift that the LIVE itself offers under the name that was asked for. */
    void agree(SendId id, long giftId, String name, long price) {
        writes.sql("update sends set gift_id = ?, gift_name = ?, price = ? where id = ? and state = 'PREPARING'")
                .params(giftId, name, price, id.text())
                .update();
    }

    /** Counts permits as armed; the unique index refuses a second send of the account with armed permits. */
    void armed(SendId id, int permits) {
        var rows = writes.sql(
                        "update sends set armed = ? where id = ? and state in ('PREPARING', 'SENDING') and armed < ?")
                .params(permits, id.text(), permits)
                .update();
        if (rows != 1) {
            throw new IllegalStateException("send " + id + " cannot arm " + permits + " permits: it was moved");
        }
    }

    private static void check(SendState from, SendState to) {
        if (!from.mayBecome(to)) {
            throw new IllegalStateException("no send moves from " + from + " to " + to);
        }
    }

    static SendRow row(ResultSet row, int number) throws SQLException {
        return new SendRow(
                new SendId(row.getString("id")),
                new StreamerName(row.getString("streamer")),
                new AccountId(row.getString("account")),
                row.getString("gift_asked"),
                whole(row, "gift_id"),
                row.getString("gift_name"),
                whole(row, "price"),
                row.getInt("quantity"),
                row.getInt("cps_milli"),
                whole(row, "max_coins"),
                time(row, "not_after"),
                Priority.ofRank(row.getInt("priority")),
                SendState.valueOf(row.getString("state")),
                row.getInt("armed"),
                outcome(row),
                Instant.ofEpochMilli(row.getLong("queued_at")),
                row.getString("body_hash"),
                campaign(row),
                row.getString("member"));
    }

    private static @Nullable CampaignId campaign(ResultSet row) throws SQLException {
        var id = row.getString("campaign");
        return id == null ? null : new CampaignId(id);
    }

    private static SendRow.Outcome outcome(ResultSet row) throws SQLException {
        var agrees = whole(row, "balance_agrees");
        var pace = whole(row, "pace_milli");
        var code = row.getString("reason_code");
        return new SendRow.Outcome(
                row.getInt("confirmed"),
                row.getInt("unknown_gifts"),
                row.getInt("excess"),
                row.getInt("presses"),
                new Receipt.Witnesses(
                        row.getInt("by_response"), row.getInt("by_echo"), agrees == null ? null : agrees == 1),
                whole(row, "balance_before"),
                whole(row, "balance_after"),
                pace == null ? null : pace.intValue(),
                code == null ? null : new Reason(Reason.Code.valueOf(code), row.getString("reason_sentence")),
                time(row, "first_press_at"),
                time(row, "finished_at"));
    }

    private static @Nullable Long whole(ResultSet row, String column) throws SQLException {
        var value = row.getLong(column);
        return row.wasNull() ? null : value;
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        var millis = whole(row, column);
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }

    private static @Nullable Long millis(@Nullable Instant time) {
        return time == null ? null : time.toEpochMilli();
    }

    private static @Nullable Integer flag(@Nullable Boolean value) {
        return value == null ? null : value ? 1 : 0;
    }
}
