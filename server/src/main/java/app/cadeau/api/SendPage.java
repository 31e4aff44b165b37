package app.cadeau.api;

import app.cadeau.sends.ListQuery;
import app.cadeau.sends.SendId;
import org.jspecify.annotations.Nullable;

/**
 * Which page of the sends is asked for, as the parameters of a call.
 *
 * @param cursor the {@code next} of the page before
 * @param before the same, by its older name
 * @param limit how many on a page, 1 to 200
 */
record SendPage(
        @Nullable String cursor,
        @Nullable String before,
        @Nullable String limit) {

    private static final int USUAL = 50;

    /** The first and longest page. */
    static SendPage longest() {
        return new SendPage(null, null, String.valueOf(ListQuery.MOST));
    }

    @Nullable
    SendId start() {
        var said = SendFilter.given(cursor);
        return said == null
                ? SendFilter.word("before", before, SendId::new)
                : SendFilter.word("cursor", said, SendId::new);
    }

    int most() {
        var text = SendFilter.given(limit);
        if (text == null) {
            return USUAL;
        }
        if (!text.matches("\\d{1,3}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > ListQuery.MOST) {
            throw new BadField("limit", "1 to 200, not " + text);
        }
        return Integer.parseInt(text);
    }
}
