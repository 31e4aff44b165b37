package app.cadeau.simulator;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A script as it is played: step after step on a timeline of its own, by a seed. What moves the timeline is not its business:
 * the desk's thread does it in real time, a test at once. For one thread.
 */
final class Evening {

    private final Script script;
    private final Stage stage;
    private final Timeline timeline = new Timeline();
    private final Announcer announcer;
    private final Random random;
    private final Audience audience;
    private final Streaks streaks;
    private final EventFrames rooms = new EventFrames();
    private final Live live;
    private @Nullable Battle battle;
    private Step.@Nullable Goal goal;
    private int progress;
    private long goalId;

    /** @param startMillis the date of the first moment; {@code seed} is mixed with the script's own */
    Evening(Script script, Stage stage, long startMillis, long seed) {
        this.script = script;
        this.stage = stage;
        long mixed = script.seed() * 31 + seed;
        this.random = new Random(mixed);
        this.announcer = new Announcer(stage, timeline, startMillis);
        this.streaks = new Streaks(stage, timeline, announcer, new Random(mixed + 1), this::gave);
        this.audience = new Audience(script.crowd(), stage, timeline, announcer, streaks, this::liked, mixed + 2);
        this.live = stage.lives().open(script.streamer());
        live.state(Live.State.ON_AIR);
        script.guests().forEach(guest -> live.welcome(guest, true));
        audience.gather(live);
        script.moments().forEach(moment -> timeline.at(moment.atMillis(), () -> play(moment.step())));
    }

    Script script() {
        return script;
    }

    Live live() {
        return live;
    }

    Timeline timeline() {
        return timeline;
    }

    @Nullable
    Battle battle() {
        return battle;
    }

    long millis() {
        return announcer.millis();
    }

    boolean over() {
        return timeline.now() >= script.lengthMillis();
    }

    private void play(Step step) {
        switch (step) {
            case Step.Chat chat -> audience.chat(live, GiftFrames.Giver.named(chat.who()), chat.text());
            case Step.Give give -> give(give);
            case Step.Like like -> audience.like(room(like.to()), GiftFrames.Giver.named(like.who()), like.count());
            case Step.StartBattle start -> fight(start.plan());
            case Step.PlayCard card -> inBattle(on -> on.play(card));
            case Step.CutShort _ -> inBattle(Battle::cutShort);
            case Step.Envelope box -> envelope(box);
            case Step.Goal begun -> goal(begun);
            case Step.Rank rank ->
                announcer.say(live, "WebcastRankUpdateMessage", common -> rooms.rank(common, rank.position()));
            case Step.RankText text ->
                announcer.say(live, "WebcastRankTextMessage", common -> rooms.rankText(common, text));
            case Step.HourlyReward reward ->
                announcer.say(
                        live,
                        "WebcastHourlyRankRewardMessage",
                        common -> rooms.hourly(common, live, reward.position()));
            case Step.Banner banner -> banner(banner);
            case Step.SetFault fault -> stage.faults().add(fault.fault(), fault.when(), fault.amount());
            case Step.ClearFaults _ -> stage.faults().clear();
            case Step.Move move -> move(move.move());
            case Step.Reprice price -> {
                stage.shop().reprice(price.gift(), price.coins());
                stage.repriced().run();
            }
        }
    }

    private Live room(String name) {
        return stage.lives().open(name);
    }

    private void give(Step.Give give) {
        boolean guest = script.guests().contains(give.to());
        Live to = guest ? live : room(give.to());
        Seat seat = live.guests().stream()
                .filter(one -> guest && one.handle().equals(give.to()))
                .findFirst()
                .orElse(to.hostSeat());
        GiftFrames.Giver who = GiftFrames.Giver.named(give.who());
        stage.shop()
                .find(give.gift())
                .ifPresent(gift -> streaks.give(new Streaks.Aim(who, gift, to, seat), give.taps(), give.every()));
    }

    private void fight(BattlePlan plan) {
        Battle next = new Battle(plan, stage, timeline, announcer, random);
        battle = next;
        next.hosts().forEach(host -> host.live.scripted(true));
        next.open(audience);
    }

    private void inBattle(java.util.function.Consumer<Battle> what) {
        if (battle != null) {
            what.accept(battle);
        }
    }

    /** Ours, or somebody's: the battle counts it before its frame is made. */
    void gave(Live to, GiftFrames.Giver giver, SimGift gift, int count) {
        inBattle(on -> on.gave(to, giver, gift, count));
        Step.Goal begun = goal;
        if (begun != null && to == live && begun.gift() == gift.id() && progress < begun.target()) {
            progress = Math.min(begun.target(), progress + count);
            tellGoal(begun);
        }
    }

    private void liked(Live to, GiftFrames.Giver who) {
        inBattle(on -> on.liked(to, who));
    }

    private void envelope(Step.Envelope box) {
        long id = stage.ids().next();
        long opensAt = announcer.millis() + box.opensAfter();
        announcer.say(live, "WebcastEnvelopeMessage", common -> rooms.envelope(common, box, id, live, opensAt));
    }

    private void goal(Step.Goal begun) {
        goal = begun;
        goalId = stage.ids().next();
        progress = begun.progress();
        tellGoal(begun);
    }

    private void tellGoal(Step.Goal begun) {
        announcer.say(live, "WebcastGoalUpdateMessage", common -> rooms.goal(common, begun, progress, goalId));
    }

    private void banner(Step.Banner banner) {
        announcer.say(live, "WebcastRoomMessage", common -> rooms.room(common, banner.text()));
        announcer.tellPage(
                live,
                Map.of(
                        "banner",
                        Map.of("en", banner.text(), "fr", banner.french()),
                        "lasts",
                        banner.lasts(),
                        "at",
                        millis()));
    }

    private void move(Step.LiveMove move) {
        switch (move) {
            case PAUSE -> stage.lives().pause(live);
            case RESUME -> stage.lives().resume(live);
            case END -> stage.lives().end(live);
            case SUSPEND -> stage.lives().suspend(live);
            case OFF_AIR -> stage.lives().offAir(live);
            case ON_AIR -> stage.lives().onAir(live);
            case DROP_SOCKETS -> stage.lives().dropSockets(live);
        }
    }

    /** For the admin. */
    Map<String, Object> where() {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("script", script.name());
        told.put("streamer", script.streamer());
        told.put("atMillis", timeline.now());
        told.put("lengthMillis", script.lengthMillis());
        told.put(
                "stepsDone",
                script.moments().stream()
                        .filter(one -> one.atMillis() <= timeline.now())
                        .count());
        told.put("steps", script.moments().size());
        if (battle != null) {
            told.put("battle", battle.where());
        }
        return told;
    }
}
