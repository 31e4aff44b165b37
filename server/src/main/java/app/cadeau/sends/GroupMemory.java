package app.cadeau.sends;

import app.cadeau.accounts.AccountId;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What earlier sends hold in the streaks of the same account, LIVE and gift (house rule 6). In memory: a page that was
 * opened anew begins a new streak, and after a crash what was armed is in REVIEW. Bounded; the oldest is forgotten.
 */
final class GroupMemory {

    private static final Duration QUIET = Duration.ofSeconds(4);
    private static final int MOST = 1_000;

    private record Key(AccountId account, String roomId, long giftId) {}

    private record Remembered(GroupFloors floors, @Nullable Instant quietFrom) {}

    private final Map<Key, Remembered> memory = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Remembered> eldest) {
            return size() > MOST;
        }
    };

    synchronized GroupFloors floors(AccountId account, Terms terms) {
        var known = memory.get(key(account, terms));
        return known == null ? GroupFloors.NONE : known.floors();
    }

    /** When a send that left unknowns in this streak will have been quiet for long enough, or null. */
    synchronized @Nullable Instant quietFrom(AccountId account, Terms terms) {
        var known = memory.get(key(account, terms));
        return known == null ? null : known.quietFrom();
    }

    synchronized void remember(AccountId account, Terms terms, GroupFloors floors, Verdict verdict, Instant now) {
        memory.put(key(account, terms), new Remembered(floors, verdict.unknown() > 0 ? now.plus(QUIET) : null));
    }

    private static Key key(AccountId account, Terms terms) {
        return new Key(account, terms.roomId(), terms.giftId());
    }
}
