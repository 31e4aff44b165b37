package app.cadeau.livepage;

import app.cadeau.browser.HeldRequest;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * A held request as it may be kept: method, path, type, and the names of its fields. Values are told by kind and length,
 * but for the four that say which gift goes where.
 */
final class RequestOutline {

    private static final Set<String> TOLD = Set.of("gift_id", "count", "room_id", "to_user_id");
    private static final Pattern DIGITS = Pattern.compile("\\d{1,20}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.\\[\\]-]{1,40}");
    private static final Pattern PART = Pattern.compile("name=\"([^\"]*)\"");
    private static final int DEEPEST = 3;
    private static final int MOST_FIELDS = 60;

    private RequestOutline() {}

    static Map<String, Object> of(HeldRequest request) {
        Map<String, Object> outline = new LinkedHashMap<>();
        outline.put("method", word(request.method()));
        outline.put("path", path(request.url()));
        outline.put("query", pairs(query(request.url())));
        outline.put("contentType", type(request));
        outline.put("headers", request.headers().size());
        outline.put("body", body(request));
        return outline;
    }

    private static String path(String url) {
        try {
            String path = URI.create(url.split("[?#]", 2)[0]).getPath();
            return path == null ? "" : Cut.tokens(path);
        } catch (IllegalArgumentException odd) {
            return "[odd path]";
        }
    }

    private static String query(String url) {
        int from = url.indexOf('?');
        return from < 0 ? "" : url.substring(from + 1).split("#", 2)[0];
    }

    private static String type(HeldRequest request) {
        return word(request.headers()
                .getOrDefault("content-type", "")
                .split(";", 2)[0]
                .strip()
                .toLowerCase(Locale.ROOT));
    }

    private static String word(String text) {
        return text.length() <= 60 && Cut.harmless(text) ? text : "[odd word of " + text.length() + "]";
    }

    private static Object body(HeldRequest request) {
        byte[] body = request.body();
        if (body == null) {
            return "not shown by the browser";
        }
        String type = type(request);
        String text = new String(body, StandardCharsets.UTF_8);
        if (body.length == 0) {
            return "empty";
        } else if (type.contains("json")) {
            JsonNode node = Json.read(text);
            return node == null ? "no JSON, bytes: " + body.length : value("", node, 0);
        } else if (type.contains("multipart")) {
            return parts(text);
        } else if (type.isEmpty() || type.contains("form-urlencoded") || type.contains("text/plain")) {
            return pairs(text);
        }
        return "bytes: " + body.length;
    }

    private static Map<String, Object> pairs(String text) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (String pair : text.split("&", -1)) {
            int at = pair.indexOf('=');
            if (at > 0 && fields.size() < MOST_FIELDS) {
                String name = decoded(pair.substring(0, at));
                fields.merge(name(name), text(name, decoded(pair.substring(at + 1))), RequestOutline::twice);
            } else if (!pair.isEmpty()) {
                fields.put("[no field]", "text of " + pair.length());
            }
        }
        return fields;
    }

    private static Object twice(Object one, Object other) {
        return List.of(one, other);
    }

    private static List<String> parts(String text) {
        List<String> names = new ArrayList<>();
        Matcher part = PART.matcher(text);
        while (part.find() && names.size() < MOST_FIELDS) {
            names.add(name(part.group(1)));
        }
        return names;
    }

    private static Object value(String name, JsonNode node, int depth) {
        if (node.isObject()) {
            Map<String, Object> fields = new LinkedHashMap<>();
            node.properties().stream().limit(MOST_FIELDS).forEach(field -> {
                boolean deeper = depth < DEEPEST;
                fields.put(
                        name(field.getKey()),
                        deeper ? value(field.getKey(), field.getValue(), depth + 1) : "deeper than is told");
            });
            return fields;
        } else if (node.isArray()) {
            return "list of " + node.size();
        } else if (node.isString() || node.isIntegralNumber()) {
            return text(name, node.asString());
        }
        return node.getNodeType().name().toLowerCase(Locale.ROOT);
    }

    private static String text(String name, String value) {
        if (TOLD.contains(name) && DIGITS.matcher(value).matches()) {
            return value;
        }
        boolean digits = !value.isEmpty() && value.chars().allMatch(Character::isDigit);
        return (digits ? "digits: " : "text of ") + value.length();
    }

    private static String name(String name) {
        return NAME.matcher(name).matches() && Cut.harmless(name) ? name : "[odd name of " + name.length() + "]";
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            return text;
        }
    }
}
