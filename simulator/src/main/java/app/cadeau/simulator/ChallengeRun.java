package app.cadeau.simulator;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** A speed challenge as it goes: so many different givers on a side unlock the reward there. */
final class ChallengeRun {

    private static final int SUCCEEDED = 0;
    private static final int FAILED = 1;
    private static final int BOTH = 2;

    private final BattlePlan.Challenge plan;
    private final Battle battle;
    private final BattleFrames frames;
    private final Announcer announcer;
    private final Boosts boosts;
    private final Map<Boolean, Set<Long>> givers = new HashMap<>(Map.of(true, new HashSet<>(), false, new HashSet<>()));
    private final Set<Boolean> reached = new HashSet<>();
    private final Map<Boolean, Long> won = new HashMap<>();
    private boolean announced;
    private boolean open;
    private boolean rewarding;
    private boolean settled;

    ChallengeRun(BattlePlan.Challenge plan, Battle battle, BattleFrames frames, Announcer announcer, Boosts boosts) {
        this.plan = plan;
        this.battle = battle;
        this.frames = frames;
        this.announcer = announcer;
        this.boosts = boosts;
    }

    void begin() {
        battle.atLeft(plan.previewAt(), () -> {
            announced = true;
            say(true, common -> frames.taskStart(common, plan));
            say(false, common -> frames.taskStart(common, plan));
        });
        battle.atLeft(plan.startAt(), () -> open = true);
        battle.atLeft(plan.startAt() - plan.seconds(), this::windowOver);
        battle.atLeft(plan.rewardAt(), this::reward);
        battle.atLeft(plan.rewardAt() - plan.rewardSeconds(), this::close);
    }

    void gave(BattleHost host, GiftFrames.Giver giver, long points, Strike strike) {
        if (rewarding && reached.contains(host.ours) && strike.times() > 1) {
            won.merge(host.ours, points, Long::sum);
        }
        if (!open || reached.contains(host.ours) || !givers(host.ours).add(giver.userId())) {
            return;
        }
        int progress = givers(host.ours).size();
        say(host.ours, common -> frames.taskUpdate(common, progress, giver.userId()));
        if (progress >= plan.target()) {
            reached.add(host.ours);
            say(host.ours, common -> frames.taskSettle(common, reached.size() == 2 ? BOTH : SUCCEEDED));
        }
    }

    private Set<Long> givers(boolean ours) {
        return java.util.Objects.requireNonNull(givers.get(ours));
    }

    private void windowOver() {
        open = false;
        for (boolean ours : new boolean[] {true, false}) {
            if (!reached.contains(ours)) {
                say(ours, common -> frames.taskSettle(common, FAILED));
            }
        }
    }

    private void reward() {
        rewarding = true;
        long from = battle.momentAtLeft(plan.rewardAt());
        long until = from + plan.rewardSeconds() * 1000L;
        battle.hosts().stream()
                .filter(host -> reached.contains(host.ours))
                .forEach(host -> boosts.reward(host.id(), from, until, plan.times()));
    }

    /** The reward is over: how many points the match got in it. */
    void close() {
        if (!rewarding || settled) {
            return;
        }
        settled = true;
        rewarding = false;
        reached.forEach(ours -> say(ours, common -> frames.rewardSettle(common, won.getOrDefault(ours, 0L))));
    }

    boolean isOn() {
        return announced && !settled;
    }

    BattlePlan.Challenge plan() {
        return plan;
    }

    private void say(boolean ours, java.util.function.Function<byte[], WireMessage> made) {
        battle.hosts().stream()
                .filter(host -> host.ours == ours)
                .forEach(host -> announcer.say(host.live, "WebcastLinkmicBattleTaskMessage", made));
    }
}
