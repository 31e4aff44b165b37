package app.cadeau.sends;

import app.cadeau.livepage.ProbeRow;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the doctor found on a LIVE's page.
 *
 * @param evidence the folder with what was kept of a page that no send can use in full, or null
 */
public record Probed(List<ProbeRow> rows, @Nullable String evidence) {

    private static final Set<String> HELPFUL = Set.of("More", "balance");

    /** Whether a send could run. */
    public boolean ready() {
        return missing(rows).isEmpty();
    }

    /** What a send needs and has not, in words; empty when nothing. */
    public String missing() {
        return missing(rows);
    }

    /** What a send would go without, beside what it cannot go without: both want words or selectors. */
    static String wanting(List<ProbeRow> rows) {
        return rows.stream()
                .filter(row -> !row.ok() && (row.needed() || HELPFUL.contains(row.what())))
                .map(ProbeRow::what)
                .collect(Collectors.joining(", "));
    }

    /** The same of this one; empty when all is there. */
    public String wanting() {
        return wanting(rows);
    }

    static String missing(List<ProbeRow> rows) {
        return rows.stream()
                .filter(row -> row.needed() && !row.ok())
                .map(ProbeRow::what)
                .collect(Collectors.joining(", "));
    }
}
