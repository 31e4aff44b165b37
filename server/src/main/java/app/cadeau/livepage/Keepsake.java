package app.cadeau.livepage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a page that could not be used, for the person who will write its selectors. No secret is in it: no
 * header, cookie, script or value of a field, no words of other people, no long id. What could not be had is null.
 *
 * @param page a picture of the page as a PNG, with all but the page's own words and its gifts painted over
 * @param panel the part of it that shows gifts
 * @param structure the page's elements as HTML
 * @param requests the page's last requests to send, as JSON: names of fields, values only where they are a gift's
 * @param seen what each design found, as JSON
 * @param address of the page, without its query
 */
public record Keepsake(
        byte @Nullable [] page,
        byte @Nullable [] panel,
        @Nullable String structure,
        String requests,
        @Nullable String seen,
        String address) {

    /** What each design found, as the doctor tells it. */
    public List<ProbeRow> rows() {
        return ProbeTarget.rows(seen == null ? null : Json.read(seen));
    }
}
