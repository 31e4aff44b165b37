package app.cadeau.livepage;

import app.cadeau.browser.HeldRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads what a held gift/send request asks for (live-facts 6: room_id, gift_id, to_user_id, count), from body and query.
 * What is missing, given twice with two values, or written in a way we do not know makes the whole request unreadable.
 */
final class GiftAskReader {

    private static final int MOST = 10_000;
    /** What else may multiply a gift, by the names of answers and messages (live-facts 2.1 and 6). */
    private static final List<String> OTHER_COUNTS =
            List.of("group_count", "repeat_count", "combo_count", "gift_count", "quantity");

    private static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(String why) {
            super(why);
        }
    }

    private GiftAskReader() {}

    static GiftAsk read(HeldRequest request) {
        try {
            Map<String, String> fields = new HashMap<>();
            body(request, fields);
            query(request.url(), fields);
            return new GiftAsk(request.key(), order(fields), request.odd());
        } catch (Unreadable why) {
            String odd = request.odd();
            return new GiftAsk(request.key(), null, odd != null ? odd : "unreadable: " + why.getMessage());
        }
    }

    private static GiftAsk.Order order(Map<String, String> fields) throws Unreadable {
        String room = fields.get("room_id");
        if (room == null || room.isEmpty()) {
            throw new Unreadable("no room_id");
        }
        for (String other : OTHER_COUNTS) {
            String told = fields.getOrDefault(other, "1");
            if (!told.equals("1") && !told.equals(fields.get("count"))) {
                throw new Unreadable(other + " is " + told);
            }
        }
        String recipient = fields.getOrDefault("to_user_id", "");
        return new GiftAsk.Order(
                room,
                number(fields, "gift_id", Long.MAX_VALUE),
                recipient.isEmpty() || recipient.equals("0") ? null : recipient,
                (int) number(fields, "count", MOST));
    }

    private static long number(Map<String, String> fields, String name, long most) throws Unreadable {
        String text = fields.get(name);
        if (text == null) {
            throw new Unreadable("no " + name);
        }
        try {
            long value = Long.parseLong(text);
            if (value >= 1 && value <= most) {
                return value;
            }
        } catch (NumberFormatException none) {
            throw new Unreadable(name + " is no number");
        }
        throw new Unreadable(name + " is " + text);
    }

    private static void body(HeldRequest request, Map<String, String> fields) throws Unreadable {
        byte[] body = request.body();
        if (body == null) {
            throw new Unreadable("the browser does not show the body");
        }
        String text = new String(body, StandardCharsets.UTF_8);
        String type = request.headers().getOrDefault("content-type", "").toLowerCase(Locale.ROOT);
        if (body.length == 0) {
            return;
        }
        if (type.contains("json")) {
            json(text, fields);
        } else if (type.contains("multipart/form-data")) {
            multipart(text, type, fields);
        } else if (type.isEmpty() || type.contains("form-urlencoded") || type.contains("text/plain")) {
            form(text, fields);
        } else {
            throw new Unreadable("a body of type " + type);
        }
    }

    private static void query(String url, Map<String, String> fields) throws Unreadable {
        int from = url.indexOf('?');
        if (from >= 0) {
            int to = url.indexOf('#', from);
            form(url.substring(from + 1, to < 0 ? url.length() : to), fields);
        }
    }

    private static void form(String text, Map<String, String> fields) throws Unreadable {
        for (String pair : text.split("&", -1)) {
            int at = pair.indexOf('=');
            if (at > 0) {
                put(fields, decoded(pair.substring(0, at)), decoded(pair.substring(at + 1)));
            }
        }
    }

    private static String decoded(String text) throws Unreadable {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            throw new Unreadable("a broken escape");
        }
    }

    private static void json(String text, Map<String, String> fields) throws Unreadable {
        JsonNode node = Json.read(text);
        if (node == null || !node.isObject()) {
            throw new Unreadable("a body that is no JSON object");
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            JsonNode value = field.getValue();
            if (value.isString() || value.isIntegralNumber()) {
                put(fields, field.getKey(), value.asString());
            }
        }
    }

    private static void multipart(String text, String type, Map<String, String> fields) throws Unreadable {
        // The boundary is in lower case here, so parts are told by their own first line instead.
        int line = text.indexOf("\r\n");
        if (line < 3 || !text.startsWith("--")) {
            throw new Unreadable("a broken body of type " + type);
        }
        for (String part : text.split(java.util.regex.Pattern.quote(text.substring(0, line)), -1)) {
            int head = part.indexOf("\r\n\r\n");
            String name = head < 0 ? null : between(part.substring(0, head), "name=\"", "\"");
            if (name != null) {
                String value = part.substring(head + 4);
                put(fields, name, value.endsWith("\r\n") ? value.substring(0, value.length() - 2) : value);
            }
        }
    }

    private static @Nullable String between(String text, String before, String after) {
        int from = text.indexOf(before);
        int to = from < 0 ? -1 : text.indexOf(after, from + before.length());
        return to < 0 ? null : text.substring(from + before.length(), to);
    }

    private static void put(Map<String, String> fields, String name, String value) throws Unreadable {
        String earlier = fields.put(name, value);
        if (earlier != null && !earlier.equals(value)) {
            throw new Unreadable(name + " is given twice, as " + earlier + " and " + value);
        }
    }
}
