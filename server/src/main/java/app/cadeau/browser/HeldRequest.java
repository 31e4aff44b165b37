package app.cadeau.browser;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A gift/send request that is held before it leaves the browser.
 *
 * @param key names it in network events; made up when the browser gives it no number
 * @param headers by lower-case name
 * @param body the raw bytes, empty when there are none, null when the browser would not show them
 * @param odd why it cannot be the page's own first request, or null
 */
public record HeldRequest(
        String key,
        String method,
        String url,
        Map<String, String> headers,
        byte @Nullable [] body,
        @Nullable String odd) {}
