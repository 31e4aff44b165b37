package app.cadeau.browser;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.ByteArrayOutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is held, and how a held request is read from what DevTools tells of it. */
final class GatePaths {

    private static final Logger LOG = LoggerFactory.getLogger(GatePaths.class);
    private static final String SEND = "/webcast/gift/send";

    private GatePaths() {}

    /** Told by path and never by host; a bit more than is needed, since what is held can still be let go. */
    static JsonObject patterns() {
        return patterns("*gift*sen*");
    }

    /** What {@code Fetch.enable} is told to hold each request to such an address. */
    static JsonObject patterns(String url) {
        var pattern = new JsonObject();
        pattern.addProperty("urlPattern", url);
        pattern.addProperty("requestStage", "Request");
        var patterns = new JsonArray();
        patterns.add(pattern);
        var params = new JsonObject();
        params.add("patterns", patterns);
        return params;
    }

    /** Whether it may reach what takes gifts, however its path is spelled: escapes and doubled slashes mean nothing. */
    static boolean isGiftSend(String url) {
        return plain(path(url)).contains("/gift/send/");
    }

    /** Whether it is spelled as the page's own call is known to be; anything else is not for us to let out. */
    static boolean isSpelledAsKnown(String url) {
        String path = path(url);
        return path.endsWith(SEND) || path.endsWith(SEND + "/");
    }

    private static String plain(String path) {
        String slashed = path.toLowerCase(Locale.ROOT) + "/";
        try {
            slashed = URLDecoder.decode(slashed.replace("+", "%2b"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            LOG.debug("a path with a broken escape is read as it stands");
        }
        return slashed.replace('\\', '/').replaceAll("/+", "/");
    }

    static String path(String url) {
        int end = url.length();
        for (char mark : new char[] {'?', '#'}) {
            int at = url.indexOf(mark);
            if (at >= 0 && at < end) {
                end = at;
            }
        }
        return url.substring(0, end);
    }

    static HeldRequest read(JsonObject paused, String key, @Nullable String odd) {
        JsonObject request = paused.getAsJsonObject("request");
        return new HeldRequest(
                key,
                DevTools.text(request, "method"),
                DevTools.text(request, "url"),
                headers(request),
                body(request),
                odd);
    }

    private static Map<String, String> headers(JsonObject request) {
        Map<String, String> headers = new HashMap<>();
        JsonObject told = request.getAsJsonObject("headers");
        if (told != null) {
            told.entrySet()
                    .forEach(e -> headers.put(
                            e.getKey().toLowerCase(Locale.ROOT), e.getValue().getAsString()));
        }
        return headers;
    }

    /** From postDataEntries: postData is text, and a protobuf body came out of it cut at its first byte above 127. */
    private static byte @Nullable [] body(JsonObject request) {
        JsonArray entries = request.getAsJsonArray("postDataEntries");
        boolean has = request.has("hasPostData") && request.get("hasPostData").getAsBoolean();
        if (entries == null) {
            return has ? null : new byte[0];
        }
        var bytes = new ByteArrayOutputStream();
        for (JsonElement entry : entries) {
            JsonElement part = entry.getAsJsonObject().get("bytes");
            if (part == null) {
                return null;
            }
            bytes.writeBytes(Base64.getDecoder().decode(part.getAsString()));
        }
        return bytes.toByteArray();
    }
}
