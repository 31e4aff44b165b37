package app.cadeau.spending;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables of the book. Whoever writes is in a transaction already. */
final class LedgerRows {

    /** An entry as it stands in the table, whether or not its postings tie. */
    record Line(long seq, Entry.Head head, List<Posting> postings, String hash) {}

    record Head(long seq, String hash) {}

    record Reading(long coins, Instant at) {}

    private final JdbcClient writes;

    LedgerRows(JdbcClient writes) {
        this.writes = writes;
    }

    /** Takes the book for this transaction: what is read from now on, nobody else changes until it ends. */
    void lock() {
        writes.sql("update ledger_head set seq = seq where id = 1").update();
    }

    private Head next() {
        return writes.sql("update ledger_head set seq = seq + 1 where id = 1 returning seq, hash")
                .query((row, number) -> new Head(row.getLong("seq"), row.getString("hash")))
                .single();
    }

    Head head() {
        return writes.sql("select seq, hash from ledger_head where id = 1")
                .query((row, number) -> new Head(row.getLong("seq"), row.getString("hash")))
                .single();
    }

    void write(Entry entry) {
        var head = next();
        var hash = Chain.hash(head.hash(), head.seq(), entry.head(), entry.postings());
        writes.sql("update ledger_head set hash = ? where id = 1").param(hash).update();
        insert(head.seq(), entry.head(), hash);
        var line = 0;
        for (var posting : entry.postings()) {
            insert(head.seq(), line++, entry.head().at(), posting);
        }
    }

    private void insert(long seq, Entry.Head head, String hash) {
        writes.sql("insert into ledger_entries (seq, at, kind, account, send, note, hash) values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        seq,
                        head.at().toEpochMilli(),
                        head.kind().name(),
                        head.account(),
                        head.send(),
                        head.note(),
                        hash)
                .update();
    }

    private void insert(long entry, int line, Instant at, Posting posting) {
        writes.sql("""
                insert into ledger_postings (entry, line, at, book, account, streamer, send, coins)
                values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        entry,
                        line,
                        at.toEpochMilli(),
                        posting.book().name(),
                        posting.account(),
                        posting.streamer(),
                        posting.send(),
                        posting.coins())
                .update();
    }

    /** What is in a book of an account. */
    long balance(Book book, String account) {
        return writes.sql("select coalesce(sum(coins), 0) from ledger_postings where book = ? and account = ?")
                .params(book.name(), account)
                .query(Long.class)
                .single();
    }

    /** What is in a book under a send. */
    long ofSend(Book book, String send) {
        return writes.sql("select coalesce(sum(coins), 0) from ledger_postings where send = ? and book = ?")
                .params(send, book.name())
                .query(Long.class)
                .single();
    }

    Ledger.SendCoins ofSend(String send) {
        return writes.sql("""
                select coalesce(sum(case when book = 'SPENT' then coins end), 0) as spent,
                       coalesce(sum(case when book = 'HELD' then coins end), 0) as held,
                       coalesce(sum(case when book = 'DOUBT' then coins end), 0) as doubt
                from ledger_postings where send = ?""")
                .param(send)
                .query((row, number) ->
                        new Ledger.SendCoins(row.getLong("spent"), row.getLong("held"), row.getLong("doubt")))
                .single();
    }

    boolean knows(String send) {
        return writes.sql("select count(*) from ledger_entries where send = ?")
                        .param(send)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** What was surely in a wallet before an instant: what is free and what is held. */
    long before(String account, Instant at) {
        return writes.sql("""
                select coalesce(sum(coins), 0) from ledger_postings
                where account = ? and book in ('WALLET', 'HELD') and at < ?""")
                .params(account, at.toEpochMilli())
                .query(Long.class)
                .single();
    }

    /** Spent since an instant, and reserved or in doubt whenever it was; "" for any account or streamer. */
    long used(String account, String streamer, Instant since) {
        return writes.sql("""
                select coalesce(sum(coins), 0) from ledger_postings
                where (book = 'SPENT' and at >= :since or book in ('HELD', 'DOUBT'))
                  and (:account = '' or account = :account) and (:streamer = '' or streamer = :streamer)""")
                .param("since", since.toEpochMilli())
                .param("account", account)
                .param("streamer", streamer)
                .query(Long.class)
                .single();
    }

    List<Line> lines(long after, int most) {
        return writes.sql("select * from ledger_entries where seq > ? order by seq limit ?")
                .params(after, most)
                .query(this::line)
                .list();
    }

    List<Line> lines(String account, Instant from, Instant before) {
        return writes.sql("select * from ledger_entries where account = ? and at >= ? and at < ? order by seq")
                .params(account, from.toEpochMilli(), before.toEpochMilli())
                .query(this::line)
                .list();
    }

    private Line line(ResultSet row, int number) throws SQLException {
        var head = new Entry.Head(
                Instant.ofEpochMilli(row.getLong("at")),
                Entry.Kind.valueOf(row.getString("kind")),
                row.getString("account"),
                row.getString("send"),
                row.getString("note"));
        return new Line(row.getLong("seq"), head, postings(row.getLong("seq")), row.getString("hash"));
    }

    private List<Posting> postings(long entry) {
        return writes.sql("select * from ledger_postings where entry = ? order by line")
                .param(entry)
                .query((row, number) -> new Posting(
                        Book.valueOf(row.getString("book")),
                        row.getString("account"),
                        row.getString("streamer"),
                        row.getString("send"),
                        row.getLong("coins")))
                .list();
    }

    @Nullable
    Reading reading(String account) {
        return writes.sql("select coins, at from wallet_readings where account = ?")
                .param(account)
                .query((row, number) -> new Reading(row.getLong("coins"), Instant.ofEpochMilli(row.getLong("at"))))
                .optional()
                .orElse(null);
    }

    void reading(String account, long coins, String source, Instant at) {
        writes.sql("""
                insert into wallet_readings (account, coins, source, at) values (?, ?, ?, ?)
                on conflict (account) do update set coins = excluded.coins, source = excluded.source, at = excluded.at""").params(account, coins, source, at.toEpochMilli()).update();
    }
}
