package app.cadeau.sends;

import app.cadeau.live.LiveEvent.GiftSeen;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the stream may still show of earlier sends of the same account, LIVE and gift; it is never proof again.
 *
 * @param byGroup repeat counts, by streak group, that belong to them
 * @param strays gifts of theirs that may yet echo in any streak at all: nothing has told in which
 * @param since when the send that reads this began; a streak that began later holds nothing of them
 */
record GroupFloors(Map<String, Integer> byGroup, int strays, Instant since) {

    static final GroupFloors NONE = new GroupFloors(Map.of(), 0, Instant.EPOCH);

    /** Streaks that are remembered, the newest: an echo may come a minute late, when another page has begun others. */
    private static final int MOST = 50;

    int floor(String groupId) {
        return byGroup.getOrDefault(groupId, 0);
    }

    /** Whether this gift of ours, seen at that time, may be an earlier send's. */
    boolean mayHold(GiftSeen gift, Instant seenAt) {
        var group = gift.groupId();
        return group != null && gift.repeatCount() <= floor(group) || strays > 0 && !beganSince(group, seenAt);
    }

    /**
     * A streak's id is the sender's clock in milliseconds at its first tap (live-facts 2.1, field 11), and that is the clock of
     * this machine. An id that is no such time says nothing.
     */
    boolean beganSince(@Nullable String group, Instant seenAt) {
        try {
            var began = group == null ? -1 : Long.parseLong(group);
            return began >= since.toEpochMilli() && began <= seenAt.toEpochMilli();
        } catch (NumberFormatException noTime) {
            return false;
        }
    }

    /** Repeat counts that belong to this send and the ones before it: all that it was seen to reach, or was answered. */
    Map<String, Integer> reached(Terms terms, List<Evidence> evidence, AnswerProof answers) {
        var starts = new HashMap<String, Integer>();
        var reached = new LinkedHashMap<>(byGroup);
        for (var line : evidence) {
            if (line instanceof Evidence.Echoed(var gift, var at)
                    && gift.groupId() != null
                    && gift.senderId().equals(terms.ownUserId())) {
                starts.merge(gift.groupId(), gift.repeatCount() - gift.increment(), Math::min);
                raise(reached, gift.groupId(), gift.repeatCount());
            }
        }
        answers.named()
                .forEach((group, count) ->
                        raise(reached, group, Math.max(floor(group), starts.getOrDefault(group, 0)) + count));
        var oldest = reached.keySet().iterator();
        for (var over = reached.size() - MOST; over > 0; over--) {
            oldest.next();
            oldest.remove();
        }
        return Collections.unmodifiableMap(reached);
    }

    /** And makes it the newest. */
    private static void raise(LinkedHashMap<String, Integer> reached, String group, int count) {
        var before = reached.remove(group);
        reached.put(group, before == null ? count : Math.max(before, count));
    }

    /** Gifts of a send that may have landed, and of which neither an answer nor an echo has told the streak. */
    static int straysOf(AnswerProof answers, Verdict verdict) {
        var named =
                answers.named().values().stream().mapToInt(Integer::intValue).sum();
        return Math.max(0, verdict.confirmed() + verdict.unknown() - Math.max(named, verdict.echo()));
    }
}
