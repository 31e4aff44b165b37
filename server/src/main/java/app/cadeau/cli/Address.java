package app.cadeau.cli;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Addresses of the API, with what a person gave written so that it stays one word of them. */
final class Address {

    private Address() {}

    /** A part of a path, or a value of a query. */
    static String word(String given) {
        return URLEncoder.encode(given, StandardCharsets.UTF_8);
    }

    /** @param query names and values in turn; what has no value is left out */
    static String of(String path, @Nullable String... query) {
        var pairs = new StringJoiner("&", "?", "").setEmptyValue("");
        for (int i = 0; i < query.length; i += 2) {
            var value = query[i + 1];
            if (value != null) {
                pairs.add(query[i] + "=" + word(value));
            }
        }
        return path + pairs;
    }
}
