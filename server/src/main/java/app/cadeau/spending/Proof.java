package app.cadeau.spending;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the whole book, a page at a time, and collects where it does not tie. */
final class Proof {

    private static final int PAGE = 500;
    /** A book that is wrong in more places is wrong altogether. */
    private static final int MOST_FLAWS = 100;

    private final LedgerRows rows;
    private final List<Flaw> flaws = new ArrayList<>();
    /** What sends still hold or have in doubt; one that is done with leaves the map. */
    private final Map<String, Long> open = new HashMap<>();

    private long seq;
    private String hash = "";

    Proof(LedgerRows rows) {
        this.rows = rows;
    }

    List<Flaw> flaws() {
        for (var page = rows.lines(0, PAGE);
                !page.isEmpty() && flaws.size() < MOST_FLAWS;
                page = rows.lines(seq, PAGE)) {
            page.forEach(this::read);
        }
        var head = rows.head();
        if (head.seq() != seq || !head.hash().equals(hash)) {
            flaw("the end", "the book ends at entry " + seq + " and says that it ends at " + head.seq());
        }
        open.forEach((place, coins) -> {
            if (coins < 0) {
                flaw(place, "less than nothing is left: " + coins);
            }
        });
        return List.copyOf(flaws);
    }

    private void read(LedgerRows.Line line) {
        var where = "entry " + line.seq();
        if (line.seq() != seq + 1) {
            flaw(where, "entries " + (seq + 1) + " to " + (line.seq() - 1) + " are missing");
        }
        var sum = Entry.sum(line.postings());
        if (sum != 0 || line.postings().isEmpty()) {
            flaw(where, "its " + line.postings().size() + " postings sum to " + sum + ", not to zero");
        }
        if (!Chain.hash(hash, line.seq(), line.head(), line.postings()).equals(line.hash())) {
            flaw(where, "it, or what stands before it, is not what was written");
        }
        line.postings().forEach(this::keep);
        seq = line.seq();
        hash = line.hash();
    }

    private void keep(Posting posting) {
        if (posting.book() == Book.HELD || posting.book() == Book.DOUBT) {
            open.merge(
                    posting.book() + " of send " + posting.send(),
                    posting.coins(),
                    (was, more) -> was + more == 0 ? null : was + more);
        }
    }

    private void flaw(String where, String sentence) {
        if (flaws.size() < MOST_FLAWS) {
            flaws.add(new Flaw(where, sentence));
        }
    }
}
