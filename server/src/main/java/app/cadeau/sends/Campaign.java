package app.cadeau.sends;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What a campaign did: the sums of its sends, and the receipt of each account.
 *
 * @param state RUNNING until all have ended; then by the rule for one send, over the sums
 * @param requested gifts asked for, of all accounts together
 * @param maxCoins that all together may cost, or null
 * @param sends in the order in which the accounts were named
 */
public record Campaign(
        CampaignId id,
        State state,
        String streamer,
        Receipt.GiftLine gift,
        int requested,
        int confirmed,
        int unknown,
        int presses,
        long coinsSpent,
        long coinsInDoubt,
        int excess,
        @Nullable Long maxCoins,
        Instant createdAt,
        @Nullable Instant finishedAt,
        List<Receipt> sends) {

    /** Where a campaign is. */
    public enum State {
        RUNNING,
        CONFIRMED,
        PARTIAL,
        STOPPED,
        REFUSED,
        REVIEW
    }

    static Campaign of(CampaignRows.Row row, List<Receipt> sends) {
        var confirmed = sum(sends, Receipt::confirmed);
        var state = state(sends, row.quantity(), confirmed);
        return new Campaign(
                row.id(),
                state,
                sends.getFirst().streamer(),
                sends.getFirst().gift(),
                row.quantity(),
                confirmed,
                sum(sends, Receipt::unknown),
                sum(sends, Receipt::presses),
                coins(sends, Receipt::coinsSpent),
                coins(sends, Receipt::coinsInDoubt),
                sum(sends, Receipt::excess),
                row.maxCoins(),
                row.createdAt(),
                state == State.RUNNING ? null : last(sends),
                sends);
    }

    private static State state(List<Receipt> sends, int requested, int confirmed) {
        if (!sends.stream().allMatch(send -> send.state().ended())) {
            return State.RUNNING;
        }
        if (any(sends, send -> send.state() == SendState.REVIEW)) {
            return State.REVIEW;
        }
        if (confirmed >= requested) {
            return State.CONFIRMED;
        }
        if (any(sends, send -> send.state() == SendState.STOPPED)) {
            return State.STOPPED;
        }
        return confirmed > 0 ? State.PARTIAL : State.REFUSED;
    }

    private static boolean any(List<Receipt> sends, Predicate<Receipt> fits) {
        return sends.stream().anyMatch(fits);
    }

    private static int sum(List<Receipt> sends, ToIntFunction<Receipt> field) {
        return sends.stream().mapToInt(field).sum();
    }

    private static long coins(List<Receipt> sends, ToLongFunction<Receipt> field) {
        return sends.stream().mapToLong(field).sum();
    }

    private static @Nullable Instant last(List<Receipt> sends) {
        return sends.stream()
                .map(Receipt::finishedAt)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }
}
