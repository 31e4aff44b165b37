package app.cadeau.simulator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A match as it goes: one coin is one point, the first like of a viewer is three, multipliers apply, our own gifts count. Every
 * change of a score is told 0.1 to 0.6 s later in every room of the match, under one log id.
 */
final class Battle {

    /** The match runs; the winner's lap; nothing any more. */
    enum Phase {
        RUNNING,
        LAP,
        OVER
    }

    private static final int FIRST_LIKE = 3;
    private static final long GLOVE_LEAD = 3000;

    private final BattlePlan plan;
    private final Stage stage;
    private final Timeline timeline;
    private final Announcer announcer;
    private final BattleFrames frames;
    private final Random random;
    private final Boosts boosts;
    private final List<BattleHost> hosts = new ArrayList<>();
    private final List<ChallengeRun> challenges = new ArrayList<>();
    private final long startAt;
    private long endAt;
    private Phase phase = Phase.RUNNING;

    Battle(BattlePlan plan, Stage stage, Timeline timeline, Announcer announcer, Random random) {
        this.plan = plan;
        this.stage = stage;
        this.timeline = timeline;
        this.announcer = announcer;
        this.random = random;
        this.boosts = new Boosts(random, plan.multiply());
        plan.ours().forEach(name -> hosts.add(new BattleHost(stage.lives().open(name), true)));
        plan.theirs().forEach(name -> hosts.add(new BattleHost(stage.lives().open(name), false)));
        this.startAt = timeline.now();
        this.endAt = startAt + plan.seconds() * 1000L;
        this.frames = new BattleFrames(plan, hosts, stage.ids(), announcer.millis());
    }

    void open(Audience audience) {
        stage.strikes().clear();
        everywhere("WebcastLinkMicBattle", common -> frames.opened(common));
        if (plan.only() != null) {
            everywhere("WebcastLinkmicBattleNoticeMessage", common -> frames.notice(common));
        }
        for (BattlePlan.Challenge challenge : plan.challenges()) {
            ChallengeRun run = new ChallengeRun(challenge, this, frames, announcer, boosts);
            challenges.add(run);
            run.begin();
        }
        atLeft(0, () -> finish(false));
        if (plan.theirGifts() > 0) {
            theirs(audience, (long) (1000 / plan.theirGifts()));
        }
    }

    private void theirs(Audience audience, long gap) {
        timeline.in(gap / 2 + random.nextInt((int) gap + 1), () -> {
            if (phase == Phase.RUNNING) {
                List<BattleHost> other =
                        hosts.stream().filter(host -> !host.ours).toList();
                audience.give(other.get(random.nextInt(other.size())).live);
                theirs(audience, gap);
            }
        });
    }

    /** At so many seconds left on the match clock; extra time moves it. */
    void atLeft(int seconds, Runnable act) {
        long at = endAt - seconds * 1000L;
        timeline.at(at, () -> {
            if (phase != Phase.RUNNING) {
                return;
            }
            if (endAt - seconds * 1000L > timeline.now()) {
                atLeft(seconds, act);
            } else {
                act.run();
            }
        });
    }

    long momentAtLeft(int seconds) {
        return endAt - seconds * 1000L;
    }

    Phase phase() {
        return phase;
    }

    List<BattleHost> hosts() {
        return hosts;
    }

    private Optional<BattleHost> host(Live live) {
        return hosts.stream().filter(host -> host.live == live).findFirst();
    }

    void gave(Live live, GiftFrames.Giver giver, SimGift gift, int count) {
        BattleHost host = host(live).orElse(null);
        if (host == null || phase != Phase.RUNNING) {
            return;
        }
        if (plan.only() != null && plan.only() != gift.id()) {
            return;
        }
        Strike strike = boosts.strike(host, giver.userId(), timeline.now());
        stage.strikes().note(live, giver.userId(), gift, strike);
        long coins = gift.coins() * count;
        host.add(giver, coins * strike.times(), coins);
        challenges.forEach(run -> run.gave(host, giver, coins * strike.times(), strike));
        told(host, new BattleFrames.Cause(giver, gift, count, strike, announcer.millis()));
    }

    void liked(Live live, GiftFrames.Giver who) {
        host(live)
                .filter(host -> phase == Phase.RUNNING && host.firstLike(who.userId()))
                .ifPresent(host -> {
                    host.add(who, FIRST_LIKE, 0);
                    told(host, new BattleFrames.Cause(who, null, 0, Strike.PLAIN, announcer.millis()));
                });
    }

    /** The score as it is now, in every room of the match, a moment later. */
    private void told(BattleHost changed, BattleFrames.Cause cause) {
        BattleFrames.Scores scores = frames.scores(cause, announcer.millis() + 51 + random.nextInt(51));
        timeline.in(
                100 + random.nextInt(501),
                () -> hosts.forEach(host -> announcer.say(
                        host.live, "WebcastLinkMicArmies", common -> frames.armies(common, scores, host == changed))));
    }

    void play(Step.PlayCard card) {
        if (phase != Phase.RUNNING) {
            return;
        }
        BattleHost target = hosts.stream()
                .filter(host -> host.live.name().equals(card.target()))
                .findFirst()
                .orElseThrow();
        long effect = timeline.now() + GLOVE_LEAD;
        switch (card.kind()) {
            case GLOVE, TOP_2, TOP_3 -> boosts.card(card, target.id(), effect);
            case TIME_MAKER -> extend(card.seconds());
            case MIST, HAMMER -> {}
        }
        everywhere("WebcastLinkMicBattleItemCard", common -> frames.card(common, card, target, announcer.millis()));
    }

    private void extend(int seconds) {
        endAt += seconds * 1000L;
        frames.extend(seconds);
    }

    /** Someone ends it before its time. */
    void cutShort() {
        if (phase == Phase.RUNNING) {
            finish(true);
        }
    }

    private void finish(boolean cutShort) {
        challenges.forEach(ChallengeRun::close);
        phase = Phase.LAP;
        BattleFrames.Scores scores = frames.scores(null, announcer.millis());
        everywhere("WebcastLinkMicArmies", common -> frames.armies(common, scores, false));
        everywhere("WebcastLinkMicBattle", common -> frames.finished(common, cutShort));
        timeline.in(plan.lapSeconds() * 1000L, () -> {
            phase = Phase.OVER;
            stage.strikes().clear();
            everywhere("WebcastLinkMicBattlePunishFinish", common -> frames.punishFinish(common, cutShort));
            everywhere("WebcastLinkMicBattle", common -> frames.lapOver(common));
        });
    }

    void everywhere(String method, java.util.function.Function<byte[], WireMessage> made) {
        hosts.forEach(host -> announcer.say(host.live, method, made));
    }

    /** For the admin and the page: how it stands. */
    Map<String, Object> where() {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("phase", phase);
        told.put("secondsLeft", Math.max(0, (endAt - timeline.now()) / 1000));
        Map<String, Long> scores = new LinkedHashMap<>();
        hosts.forEach(host -> scores.put(host.live.name(), host.score()));
        told.put("scores", scores);
        return told;
    }

    /** Answers the page's question how the match stands: what is told for late joiners, and no more. */
    @Nullable
    WireMessage info() {
        return phase == Phase.RUNNING ? frames.info(challenges, announcer.millis()) : null;
    }
}
