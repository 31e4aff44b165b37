package app.cadeau.sends;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Repeat counts, by streak group, that belong to earlier sends of the same account in the same LIVE: never proof again. */
record GroupFloors(Map<String, Integer> byGroup) {

    static final GroupFloors NONE = new GroupFloors(Map.of());

    int floor(String groupId) {
        return byGroup.getOrDefault(groupId, 0);
    }

    /** The floors for the next send: all that this one was seen to reach, was answered, or may yet turn out to hold. */
    GroupFloors after(Terms terms, List<Evidence> evidence, Verdict verdict) {
        var counts = new HashMap<String, Integer>();
        var starts = new HashMap<String, Integer>();
        var reached = new HashMap<String, Integer>();
        for (var line : evidence) {
            if (line instanceof Evidence.Passed pass) {
                counts.put(pass.key(), pass.count());
            } else if (line instanceof Evidence.Echoed(var gift, var at)
                    && gift.groupId() != null
                    && gift.senderId().equals(terms.ownUserId())) {
                starts.merge(gift.groupId(), gift.repeatCount() - gift.increment(), Math::min);
                reached.merge(gift.groupId(), gift.repeatCount(), Math::max);
            }
        }
        var answered = new HashMap<String, Integer>();
        for (var line : evidence) {
            if (line instanceof Evidence.Answer answer && answer.sent() && answer.groupId() != null) {
                answered.merge(answer.groupId(), counts.getOrDefault(answer.key(), 0), Integer::sum);
            }
        }
        answered.forEach((group, count) ->
                reached.merge(group, Math.max(floor(group), starts.getOrDefault(group, 0)) + count, Math::max));
        // Gifts that coins alone proved have no answer with a group: their echoes may yet come, in any of ours.
        var named = answered.values().stream().mapToInt(Integer::intValue).sum();
        var unnamed = Math.max(0, verdict.confirmed() - named) + verdict.unknown();
        reached.replaceAll((group, count) -> Math.max(floor(group), count) + unnamed);
        return new GroupFloors(Map.copyOf(reached));
    }
}
