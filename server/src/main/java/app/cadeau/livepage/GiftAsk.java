package app.cadeau.livepage;

import org.jspecify.annotations.Nullable;

/**
 * The page's own gift/send request, held at the gate before it leaves the browser.
 *
 * @param key names this request in later news
 * @param order what it asks for, or null when it could not be read in full
 * @param odd why it can never pass (a redirect, a worker, a beacon, an unreadable body), or null
 */
public record GiftAsk(
        String key, @Nullable Order order, @Nullable String odd) {

    /** @param recipientId whom the request names, or null when it names nobody */
    public record Order(
            String roomId, long giftId, @Nullable String recipientId, int count) {}
}
