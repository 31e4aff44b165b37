package app.cadeau.livepage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing on a LIVE's page, as the doctor prints it.
 *
 * @param needed no send can run as long as this is not well
 * @param seen what is there and how it was found, or that it is not
 * @param others what else would have found it, and how often it is on the page
 * @param means what follows when it is not well; null while it is
 */
public record ProbeRow(
        String what,
        boolean ok,
        boolean needed,
        String seen,
        List<Other> others,
        @Nullable String means) {

    /** @param by a word in quotes, or a selector */
    public record Other(String design, String by, int count) {}

    /** What every send needs, and what is to be said of it. */
    public ProbeRow(String what, boolean ok, String seen) {
        this(what, ok, true, seen, List.of(), null);
    }
}
