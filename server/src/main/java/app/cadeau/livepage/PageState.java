package app.cadeau.livepage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The state that the page carries in its own HTML (live-facts 6, SIGI_STATE): room, host, and whom it is shown to. */
record PageState(
        @Nullable String roomId,
        @Nullable String hostId,
        @Nullable String ownUserId,
        List<String> hostNames) {

    static final String SCRIPT = """
            (() => ["SIGI_STATE", "__UNIVERSAL_DATA_FOR_REHYDRATION__"]
              .map(id => document.getElementById(id)?.textContent ?? null))()""";

    static PageState read(@Nullable JsonNode texts) {
        PageState known = new PageState(null, null, null, List.of());
        if (texts == null || !texts.isArray()) {
            return known;
        }
        for (JsonNode text : texts) {
            JsonNode state = text.isString() ? Json.read(text.asString()) : null;
            if (state != null) {
                known = known.or(of(state));
            }
        }
        return known;
    }

    private static PageState of(JsonNode state) {
        JsonNode host = Json.at(state, "LiveRoom", "liveRoomUserInfo", "user");
        String room = Json.id(state.get("CurrentRoom"), "roomId");
        return new PageState(
                room != null ? room : Json.id(host, "roomId"),
                Json.id(host, "id", "userId", "uid"),
                own(state, 0),
                names(host));
    }

    private static List<String> names(@Nullable JsonNode host) {
        List<String> names = new ArrayList<>();
        for (String field : List.of("uniqueId", "nickname")) {
            String name = Json.text(host, field);
            if (name != null && !name.isBlank()) {
                names.add(name);
            }
        }
        return names;
    }

    /** The user of whatever is called an app context; its place differs from page to page. */
    private static @Nullable String own(JsonNode node, int depth) {
        if (!node.isObject() || depth > 4) {
            return null;
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            String name = field.getKey()
                    .toLowerCase(java.util.Locale.ROOT)
                    .replace("-", "")
                    .replace("webapp.", "");
            JsonNode value = field.getValue();
            boolean context = name.equals("appcontext") || name.equals("usercontext");
            String here = context ? Json.id(value.get("user"), "uid", "id", "user_id", "userId") : null;
            String found =
                    here != null || !(context || name.equals("__default_scope__")) ? here : own(value, depth + 1);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private PageState or(PageState other) {
        return new PageState(
                roomId != null ? roomId : other.roomId,
                hostId != null ? hostId : other.hostId,
                ownUserId != null ? ownUserId : other.ownUserId,
                hostNames.isEmpty() ? other.hostNames : hostNames);
    }
}
