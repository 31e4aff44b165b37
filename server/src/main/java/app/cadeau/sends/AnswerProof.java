package app.cadeau.sends;

import static java.util.Objects.requireNonNullElse;

import app.cadeau.live.LiveEvent.GiftSeen;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the answers to our requests, and readings of the wallet, prove. On an account used alone they prove together: as
 * many gifts as the coins fell, each fall used once. On any other account an answer proves nothing without its echo.
 */
final class AnswerProof {

    private static final String CUT_OFF = "cut off";

    private final Terms terms;
    private final Map<String, Integer> passed = new HashMap<>();
    private final Gifts voided = new Gifts();
    private final Gifts sent = new Gifts();
    private final Gifts maybeRepeated = new Gifts();
    private final Map<String, Integer> groups = new HashMap<>();
    private final Set<String> orders = new HashSet<>();
    private final Set<String> messages = new HashSet<>();
    private OptionalLong before = OptionalLong.empty();
    private OptionalLong after = OptionalLong.empty();
    private OptionalLong lowest = OptionalLong.empty();
    private long lowestRead = Long.MAX_VALUE;
    private @Nullable String firstKey;
    private @Nullable Long leftByFirst;
    private int consumed;

    AnswerProof(Terms terms, List<Evidence> evidence) {
        this(terms);
        evidence.forEach(this::take);
    }

    AnswerProof(Terms terms) {
        this.terms = terms;
    }

    /** One line more, in the order of the journal. */
    void take(Evidence line) {
        switch (line) {
            case Evidence.Opening opening ->
                before = opening.coins() == null ? OptionalLong.empty() : OptionalLong.of(opening.coins());
            case Evidence.Passed pass -> pass(pass);
            case Evidence.Answer answer -> answer(answer);
            case Evidence.NoAnswer lost -> add(maybeRepeated, lost.key());
            case Evidence.Reading reading -> read(reading);
            case Evidence.CutOff cut -> pass(new Evidence.Passed(CUT_OFF, cut.count(), cut.at()));
            case Evidence.Aim aim -> {}
            case Evidence.Tried tried -> {}
            case Evidence.Armed armed -> {}
            case Evidence.Presses presses -> {}
            case Evidence.Failed failed -> {}
            case Evidence.Echoed echoed -> {}
            case Evidence.Settlement settlement -> {}
        }
    }

    private void pass(Evidence.Passed pass) {
        firstKey = firstKey == null ? pass.key() : firstKey;
        var more = pass.count() - requireNonNullElse(passed.put(pass.key(), pass.count()), 0);
        consumed += more;
        List.of(voided, sent, maybeRepeated).forEach(kind -> kind.grew(pass.key(), more));
        after = OptionalLong.empty(); // a reading of before this request says nothing about after it
    }

    private void answer(Evidence.Answer answer) {
        if (!passed.containsKey(answer.key())) {
            return;
        }
        if (!answer.sameConnection() || answer.httpStatus() / 100 != 2) {
            add(maybeRepeated, answer.key());
        }
        if (answer.voids()) {
            add(voided, answer.key());
        } else if (answer.sent()) {
            add(sent, answer.key());
            if (answer.groupId() != null) {
                groups.merge(answer.groupId(), passed.getOrDefault(answer.key(), 0), Integer::sum);
            }
            addTo(orders, answer.orderId());
            addTo(messages, answer.msgId());
            if (answer.coinsLeft() != null) {
                leftByFirst = answer.key().equals(firstKey) ? answer.coinsLeft() : leftByFirst;
                fallTo(answer.coinsLeft());
            }
        }
    }

    private static void addTo(Set<String> ids, @Nullable String id) {
        if (id != null) {
            ids.add(id);
        }
    }

    private void read(Evidence.Reading reading) {
        after = OptionalLong.of(reading.coins());
        if (terms.gapsProve()) {
            lowestRead = Math.min(lowestRead, reading.coins());
        }
    }

    private void fallTo(long coins) {
        lowest = OptionalLong.of(Math.min(lowest.orElse(coins), coins));
    }

    /** Permits consumed at the gate. */
    int consumed() {
        return consumed;
    }

    /** Permits consumed and then refused by the platform for certain. */
    int voided() {
        return voided.count;
    }

    /** Gifts that answers and coins prove by themselves. */
    int proved() {
        if (!terms.usedAlone()) {
            return 0;
        }
        var byCoins = (int) Math.min(Integer.MAX_VALUE, gone() / terms.price());
        var answered = Math.min(sent.count, byCoins);
        return terms.gapsProve() ? answered + Math.max(0, byCoins - answered - repeats()) : answered;
    }

    /** Gifts that landed, and that the browser may have sent once more: a gap in the coins may be theirs. */
    private int repeats() {
        return maybeRepeated.keys.stream()
                .filter(sent.keys::contains)
                .mapToInt(key -> passed.getOrDefault(key, 0))
                .sum();
    }

    /** Gifts whose answers said sent, and that a second fact bears out. */
    int covered(int echoed) {
        return terms.usedAlone() ? Math.min(sent.count, Math.max(proved(), echoed)) : Math.min(sent.count, echoed);
    }

    /**
     * Gifts whose coins went beyond the {@code most} that can have landed of what was asked. On an account that others
     * spend from, coins say so only where no echo can, and only of as many as the browser may have repeated.
     */
    int beyond(int most, int echoed) {
        var beyond = Math.clamp(gone() / terms.price() - most, 0, Integer.MAX_VALUE);
        if (terms.usedAlone()) {
            return beyond;
        }
        return echoed > 0 ? 0 : Math.min(beyond, maybeRepeated.count);
    }

    /** Whether the browser may have sent a request again below the gate. */
    boolean repeatPossible() {
        return !maybeRepeated.keys.isEmpty();
    }

    /** Whether the first gift, which goes alone, was seen to fall from the first reading as it should. */
    boolean borneOut() {
        return Boolean.TRUE.equals(firstFallTies());
    }

    /** By just its price, or by more of them where the browser may have sent it more than once; null when nobody told. */
    private @Nullable Boolean firstFallTies() {
        if (before.isEmpty() || firstKey == null || leftByFirst == null) {
            return null;
        }
        var fell = before.getAsLong() - leftByFirst;
        var due = Math.multiplyExact(terms.price(), passed.getOrDefault(firstKey, 0));
        return fell == due || fell > due && fell % terms.price() == 0 && maybeRepeated.keys.contains(firstKey);
    }

    /**
     * Coins gone since the first reading; none where the first gift contradicts it, since it may be an old one, and none by
     * other readings until an answer has told its coins.
     */
    private long gone() {
        return Boolean.FALSE.equals(firstFallTies()) || before.isEmpty() || lowest.isEmpty()
                ? 0
                : Math.max(0, before.getAsLong() - Math.min(lowest.getAsLong(), lowestRead));
    }

    /** Gifts answered as sent, by the streak that their answer named. */
    Map<String, Integer> named() {
        return groups;
    }

    /** Whether an echo names something that an answer to this send named. */
    boolean names(GiftSeen gift) {
        return gift.groupId() != null && groups.containsKey(gift.groupId())
                || contains(orders, gift.orderId())
                || messages.contains(gift.msgId());
    }

    private static boolean contains(Set<String> ids, @Nullable String id) {
        return id != null && ids.contains(id);
    }

    OptionalLong before() {
        return before;
    }

    /** The wallet after the last request, when it was read or every answer came. */
    OptionalLong after() {
        return after;
    }

    private void add(Gifts kind, String key) {
        if (kind.keys.add(key)) {
            kind.count += passed.getOrDefault(key, 0);
        }
    }

    /** Requests of one kind, and how many gifts they asked for together: counted as they come, not each time it is asked. */
    private static final class Gifts {
        private final Set<String> keys = new HashSet<>();
        private int count;

        /** A request may be told once more, with another count. */
        void grew(String key, int more) {
            count += keys.contains(key) ? more : 0;
        }
    }
}
