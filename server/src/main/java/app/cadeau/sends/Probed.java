package app.cadeau.sends;

import app.cadeau.livepage.ProbeRow;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the doctor found on a LIVE's page.
 *
 * @param evidence the folder with what was kept of a page that no send can use, or null
 */
public record Probed(List<ProbeRow> rows, @Nullable String evidence) {

    /** Whether a send could run. */
    public boolean ready() {
        return missing(rows).isEmpty();
    }

    /** What a send needs and has not, in words; empty when nothing. */
    public String missing() {
        return missing(rows);
    }

    static String missing(List<ProbeRow> rows) {
        return rows.stream()
                .filter(row -> row.needed() && !row.ok())
                .map(ProbeRow::what)
                .collect(Collectors.joining(", "));
    }
}
