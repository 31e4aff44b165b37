package app.cadeau.spending;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Makes an account's daily statement out of the book. */
final class Statements {

    private final LedgerRows rows;

    Statements(LedgerRows rows) {
        this.rows = rows;
    }

    Statement of(String account, LocalDate day, ZoneId zone) {
        var from = day.atStartOfDay(zone).toInstant();
        var before = day.plusDays(1).atStartOfDay(zone).toInstant();
        var opening = rows.before(account, from);
        var lines = new ArrayList<Statement.Line>();
        var balance = opening;
        for (var written : rows.lines(account, from, before)) {
            var coins = moved(written.postings());
            balance = Math.addExact(balance, coins);
            lines.add(line(written, coins, balance));
        }
        return new Statement(account, day, zone.getId(), opening, lines, rows.before(account, before));
    }

    /** Into or out of what is surely in the wallet. */
    private static long moved(List<Posting> postings) {
        return postings.stream()
                .filter(posting -> posting.book() == Book.WALLET || posting.book() == Book.HELD)
                .mapToLong(Posting::coins)
                .reduce(0, Math::addExact);
    }

    private static Statement.Line line(LedgerRows.Line written, long coins, long balance) {
        var entry = written.head();
        var streamer = written.postings().stream()
                .map(Posting::streamer)
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("");
        return new Statement.Line(
                written.seq(), entry.at(), entry.kind().name(), entry.send(), streamer, entry.note(), coins, balance);
    }
}
