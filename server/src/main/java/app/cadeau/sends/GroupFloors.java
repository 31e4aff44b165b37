package app.cadeau.sends;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Repeat counts, by streak group, that belong to earlier sends of the same account in the same LIVE: never proof again. */
record GroupFloors(Map<String, Integer> byGroup) {

    static final GroupFloors NONE = new GroupFloors(Map.of());

    /** Streaks that are remembered, the newest: an echo may come a minute late, when another page has begun others. */
    private static final int MOST = 50;

    int floor(String groupId) {
        return byGroup.getOrDefault(groupId, 0);
    }

    /**
     * The floors for the next send: all that this one was seen to reach, was answered, or may yet turn out to hold, and those of
     * the sends before it.
     */
    GroupFloors after(Terms terms, List<Evidence> evidence, Verdict verdict) {
        var counts = new HashMap<String, Integer>();
        var starts = new HashMap<String, Integer>();
        var reached = new LinkedHashMap<>(byGroup);
        for (var line : evidence) {
            if (line instanceof Evidence.Passed pass) {
                counts.put(pass.key(), pass.count());
            } else if (line instanceof Evidence.Echoed(var gift, var at)
                    && gift.groupId() != null
                    && gift.senderId().equals(terms.ownUserId())) {
                starts.merge(gift.groupId(), gift.repeatCount() - gift.increment(), Math::min);
                raise(reached, gift.groupId(), gift.repeatCount());
            }
        }
        var answered = new HashMap<String, Integer>();
        for (var line : evidence) {
            if (line instanceof Evidence.Answer answer && answer.sent() && answer.groupId() != null) {
                answered.merge(answer.groupId(), counts.getOrDefault(answer.key(), 0), Integer::sum);
            }
        }
        answered.forEach((group, count) ->
                raise(reached, group, Math.max(floor(group), starts.getOrDefault(group, 0)) + count));
        // Gifts that coins alone proved have no answer with a group: their echoes may yet come, in any of ours.
        var named = answered.values().stream().mapToInt(Integer::intValue).sum();
        var unnamed = Math.max(0, verdict.confirmed() - named) + verdict.unknown();
        reached.replaceAll((group, count) -> count + unnamed);
        var oldest = reached.keySet().iterator();
        for (var over = reached.size() - MOST; over > 0; over--) {
            oldest.next();
            oldest.remove();
        }
        return new GroupFloors(Collections.unmodifiableMap(reached));
    }

    /** And makes it the newest. */
    private static void raise(LinkedHashMap<String, Integer> reached, String group, int count) {
        var before = reached.remove(group);
        reached.put(group, before == null ? count : Math.max(before, count));
    }
}
