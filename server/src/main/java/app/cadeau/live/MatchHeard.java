package app.cadeau.live;

import app.cadeau.live.Multiplier.Confidence;
import app.cadeau.live.Multiplier.Kind;
import app.cadeau.live.Multiplier.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What was heard of the matches of one LIVE without a gap. Times inside are the platform's. */
final class MatchHeard {

    private static final int MOST_WINDOWS = 20;

    /** A challenge's reward. Extra time moves it until it begins. */
    private record Reward(
            MatchEvent.Challenge of,
            Instant wonAt,
            @Nullable Instant begunAt) {}

    private record Used(MatchEvent.Booster booster, Instant heardAt) {}

    private final Deliveries delivered = new Deliveries(1_000);
    private final List<Reward> rewards = new ArrayList<>();
    private final List<Used> boosters = new ArrayList<>();
    private String battle = "";
    private @Nullable Instant endsAt;
    private MatchEvent.@Nullable Challenge announced;
    private @Nullable Instant known;
    private @Nullable Duration ahead;

    /** Several pages of ours may hear the same. */
    void heard(MatchEvent event, Instant now) {
        if (!delivered.first(0, Long.parseUnsignedLong(event.msgId()))) {
            return;
        }
        if (event.saidAt().toEpochMilli() > 0) {
            var late = Duration.between(event.saidAt(), now);
            ahead = ahead == null || late.compareTo(ahead) < 0 ? late : ahead;
        }
        if (!event.battleId().equals(battle)) {
            forget();
            battle = event.battleId();
        }
        fold(event, now);
    }

    private void forget() {
        rewards.clear();
        boosters.clear();
        announced = null;
        endsAt = null;
        known = null;
    }

    private void fold(MatchEvent event, Instant now) {
        switch (event) {
            case MatchEvent.Standing standing -> stands(standing, now);
            case MatchEvent.Challenge challenge -> announced = challenge;
            case MatchEvent.ChallengeSettled settled -> {
                if (settled.won() && announced != null && rewards.size() < MOST_WINDOWS) {
                    rewards.add(new Reward(announced, now, null));
                }
                announced = null;
            }
            case MatchEvent.RewardOver over -> {
                if (!rewards.isEmpty()) {
                    rewards.removeFirst();
                }
            }
            case MatchEvent.Booster booster -> {
                boosters.removeIf(used -> !now.isBefore(ours(used.booster().until())));
                if (boosters.size() < MOST_WINDOWS) {
                    boosters.add(new Used(booster, now));
                }
            }
            case MatchEvent.MoreTime more -> ends(endsAt == null ? null : endsAt.plusSeconds(more.seconds()), now);
        }
    }

    private void stands(MatchEvent.Standing standing, Instant now) {
        switch (standing.phase()) {
            case BEGUN -> known = now;
            case GOES_ON -> {}
            case OVER -> {
                forget();
                known = now;
                return;
            }
        }
        var told = standing.endsAt();
        if (told != null && (endsAt == null || told.isAfter(endsAt))) {
            ends(told, now);
        }
    }

    /** A match ends early or later than it was to, never sooner by its clock. */
    private void ends(@Nullable Instant later, Instant now) {
        rewards.replaceAll(reward -> {
            var from = from(reward);
            return from != null && !now.isBefore(ours(from)) ? new Reward(reward.of(), reward.wonAt(), from) : reward;
        });
        endsAt = later;
    }

    private @Nullable Instant from(Reward reward) {
        if (reward.begunAt() != null) {
            return reward.begunAt();
        }
        return endsAt == null ? null : endsAt.minusSeconds(reward.of().rewardAtLeft());
    }

    private Instant ours(Instant theirs) {
        return ahead == null ? theirs : theirs.plus(ahead);
    }

    /** All that is open or to come, for gifts to this host. */
    Stream<Multiplier> windows(@Nullable String host) {
        return Stream.concat(
                rewards.stream().flatMap(this::reward), boosters.stream().flatMap(used -> booster(used, host)));
    }

    /** Since when it is known whether a match is on, with all that was used in it; null when it is not. */
    @Nullable
    Instant known() {
        return known;
    }

    private Stream<Multiplier> reward(Reward reward) {
        var from = from(reward);
        if (from == null) {
            return Stream.empty();
        }
        var until = from.plusSeconds(reward.of().rewardSeconds());
        return Stream.of(new Multiplier(
                reward.of().times(),
                Kind.CHALLENGE,
                ours(from),
                ours(until),
                Source.BATTLE_TASK,
                Confidence.CERTAIN,
                0,
                0,
                reward.wonAt()));
    }

    /** A booster of No. 2 or No. 3 counts for one giver's gifts, and nobody knows whether we are that one. */
    private Stream<Multiplier> booster(Used used, @Nullable String host) {
        var booster = used.booster();
        var to = booster.toHost();
        if (to != null && host != null && !to.equals(host)) {
            return Stream.empty();
        }
        var glove = booster.card() == MatchEvent.Card.GLOVE;
        return Stream.of(new Multiplier(
                booster.times(),
                Kind.valueOf(booster.card().name()),
                ours(booster.from()),
                ours(booster.until()),
                Source.ITEM_CARD,
                glove && to != null && host != null ? Confidence.CHANCE : Confidence.UNKNOWN,
                booster.low(),
                booster.high(),
                used.heardAt()));
    }
}
