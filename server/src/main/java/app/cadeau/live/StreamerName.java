package app.cadeau.live;

import java.util.Locale;
import java.util.regex.Pattern;

/** A streamer's handle, kept without its @ and in lower case: 1 to 24 letters, digits, dots, underscores. */
public record StreamerName(String handle) {

    private static final Pattern SHAPE = Pattern.compile("[a-z0-9._]{1,24}");

    public StreamerName {
        handle = (handle.startsWith("@") ? handle.substring(1) : handle).toLowerCase(Locale.ROOT);
        if (!SHAPE.matcher(handle).matches()) {
            throw new IllegalArgumentException(
                    "a streamer is @name with letters, digits, dots or underscores, unlike \"" + handle + "\"");
        }
    }

    @Override
    public String toString() {
        return "@" + handle;
    }
}
