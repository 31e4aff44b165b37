package app.cadeau.sends;

import app.cadeau.money.Coins;
import app.cadeau.spending.Flaw;
import app.cadeau.spending.Ledger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Holds every send against the book: what its receipt says and what its coins did must be the same. */
final class Audit {

    private static final int PAGE = 200;
    private static final int MOST_FLAWS = 100;

    private final SendRows rows;
    private final Ledger ledger;

    Audit(SendRows rows, Ledger ledger) {
        this.rows = rows;
        this.ledger = ledger;
    }

    List<Flaw> flaws() {
        var flaws = new ArrayList<>(ledger.verify());
        for (var page = page(null);
                !page.isEmpty() && flaws.size() < MOST_FLAWS;
                page = page(page.getLast().id())) {
            page.forEach(row -> check(row, flaws));
        }
        return List.copyOf(flaws);
    }

    private List<SendRow> page(@Nullable SendId before) {
        return rows.page(new ListQuery(before, PAGE, null, null));
    }

    private void check(SendRow row, List<Flaw> flaws) {
        var book = ledger.ofSend(row.id().text());
        var expected = expected(row);
        if (!book.equals(expected) && ledger.knows(row.id().text())) {
            flaws.add(new Flaw(
                    "send " + row.id(),
                    "it is " + row.state() + " and should have " + said(expected) + "; the book has " + said(book)));
        }
    }

    private static Ledger.SendCoins expected(SendRow row) {
        var price = row.price() == null ? 0 : row.price();
        var spent = Math.multiplyExact(price, row.outcome().confirmed());
        var doubt = Math.multiplyExact(price, row.outcome().unknown());
        return row.state().ended()
                ? new Ledger.SendCoins(spent, 0, doubt)
                : new Ledger.SendCoins(0, Math.multiplyExact(price, row.quantity()), 0);
    }

    private static String said(Ledger.SendCoins coins) {
        return Coins.inWords(coins.spent()) + " spent, " + coins.held() + " reserved, " + coins.inDoubt() + " in doubt";
    }
}
