package app.cadeau.sends;

import app.cadeau.accounts.AccountId;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What earlier sends hold in the streaks of the same account, LIVE and gift (house rule 6). In memory, and read again from
 * the journals by {@link Recovery}. Bounded; the oldest is forgotten.
 */
final class GroupMemory {

    /** How long after a send an echo of it is still expected. */
    static final Duration ECHOES_WITHIN = Duration.ofMinutes(2);

    private static final Duration QUIET = Duration.ofSeconds(4);
    private static final int MOST = 1_000;

    private record Key(AccountId account, String roomId, long giftId) {}

    /** Gifts that may yet echo in a streak that nothing has told. */
    private record Strays(SendId of, int count, Instant until) {}

    private record Remembered(
            Map<String, Integer> reached,
            List<Strays> strays,
            @Nullable Instant quietFrom) {}

    private final Map<Key, Remembered> memory = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Remembered> eldest) {
            return size() > MOST;
        }
    };

    /** For a send that begins now. */
    synchronized GroupFloors floors(AccountId account, Terms terms, Instant now) {
        var known = memory.get(key(account, terms));
        return known == null
                ? new GroupFloors(Map.of(), 0, now)
                : new GroupFloors(
                        known.reached(),
                        known.strays().stream()
                                .filter(strays -> now.isBefore(strays.until()))
                                .mapToInt(Strays::count)
                                .sum(),
                        now);
    }

    /** When a send that left unknowns in this streak will have been quiet for long enough, or null. */
    synchronized @Nullable Instant quietFrom(AccountId account, Terms terms) {
        var known = memory.get(key(account, terms));
        return known == null ? null : known.quietFrom();
    }

    /**
     * Keeps what the next send must not take for its own; what was kept of the same send before is replaced.
     *
     * @param floors with which this send began
     * @param at when nothing of it passed any more
     */
    synchronized void remember(
            SendId send,
            AccountId account,
            Terms terms,
            GroupFloors floors,
            List<Evidence> evidence,
            Verdict verdict,
            Instant at) {
        var known = memory.remove(key(account, terms)); // to be the newest
        var before = known == null ? Stream.<Strays>of() : known.strays().stream();
        var answers = new AnswerProof(terms, evidence);
        var own = new Strays(send, GroupFloors.straysOf(answers, verdict), at.plus(ECHOES_WITHIN));
        var strays = Stream.concat(
                        before.filter(others -> !others.of().equals(send) && at.isBefore(others.until())),
                        Stream.of(own).filter(some -> some.count() > 0))
                .toList();
        var quietFrom = verdict.unknown() > 0 ? at.plus(QUIET) : null;
        memory.put(key(account, terms), new Remembered(floors.reached(terms, evidence, answers), strays, quietFrom));
    }

    private static Key key(AccountId account, Terms terms) {
        return new Key(account, terms.roomId(), terms.giftId());
    }
}
