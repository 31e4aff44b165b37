package app.cadeau.simulator;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Messages of a match: captured ones with their values replaced where a capture exists, else field by field. */
final class BattleFrames {

    /** Why a score changed: a gift, or a like when there is no gift. */
    record Cause(GiftFrames.Giver who, @Nullable SimGift gift, int count, Strike strike, long sentMillis) {}

    /** Scores at one moment, ready for every room. */
    record Scores(
            @Nullable Cause cause, List<WireMessage> armies, List<WireMessage> teams, String logId, long atMillis) {}

    /** A card that is at work for a host. */
    private record Effecting(long hostId, byte[] card, long untilMillis) {}

    private static final int RUNNING = 1;
    private static final int FINISHED = 3;
    private static final int LAP_OVER = 4;
    private static final int TEAM_BATTLE = 2;

    private final byte[] battle = Resources.base64("frames/battle.b64");
    private final byte[] armies = Resources.base64("frames/armies.b64");
    private final byte[] noGift = Resources.base64("frames/armies-nogift.b64");
    private final TaskFrames tasks = new TaskFrames();
    private final CardFrames cards = new CardFrames();
    private final BattlePlan plan;
    private final List<BattleHost> hosts;
    private final Ids ids;
    private final long startMillis;
    private final long battleId;
    private final long channelId;
    private final Map<Step.CardKind, Effecting> effecting = new EnumMap<>(Step.CardKind.class);
    private int extraSeconds;

    BattleFrames(BattlePlan plan, List<BattleHost> hosts, Ids ids, long startMillis) {
        this.plan = plan;
        this.hosts = hosts;
        this.ids = ids;
        this.startMillis = startMillis;
        this.battleId = ids.next();
        this.channelId = ids.next();
    }

    void extend(int seconds) {
        extraSeconds += seconds;
    }

    WireMessage opened(byte[] common) {
        return standing(common, RUNNING, 4);
    }

    WireMessage finished(byte[] common, boolean cutShort) {
        WireMessage told = standing(common, FINISHED, cutShort ? 6 : 5);
        result(told);
        return told;
    }

    WireMessage lapOver(byte[] common) {
        WireMessage told = standing(common, LAP_OVER, 5);
        result(told);
        return told;
    }

    private WireMessage standing(byte[] common, int status, int action) {
        WireMessage told = WireMessage.parse(battle);
        byte[] combo = told.child(13);
        told.set(1, common)
                .set(2, battleId)
                .set(4, action)
                .set(16, hosts.getFirst().id());
        told.edit(3, setting -> setting(setting, status));
        told.remove(10).remove(13);
        for (BattleHost host : hosts) {
            told.add(10, entry(host.id(), new WireMessage().set(1, CardFrames.user(host))));
            told.add(
                    13,
                    WireMessage.parse(combo)
                            .set(1, host.id())
                            .edit(2, count -> count.set(1, host.id()).set(3, 1)));
        }
        if (plan.teams()) {
            team(told, true);
            team(told, false);
        }
        return told;
    }

    private void setting(WireMessage setting, int status) {
        setting.set(1, battleId)
                .set(2, startMillis)
                .set(3, plan.told())
                .set(4, channelId)
                .set(5, status);
        setting.set(8, plan.teams() ? TEAM_BATTLE : 1);
        Long only = plan.only();
        if (only != null) {
            setting.edit(7, mode -> mode.set(1, only).set(2, "pm_mt_match_gift_option_select_page_one_gift_option"));
        }
        if (extraSeconds > 0) {
            setting.set(9, extraSeconds);
        }
        setting.set(10, startMillis + (plan.told() + extraSeconds) * 1000L);
    }

    private void team(WireMessage told, boolean ours) {
        WireMessage team = new WireMessage().set(1, ours ? 1 : 2);
        of(ours).forEach(host -> team.addNumber(2, host.id()));
        told.add(14, team);
    }

    private List<BattleHost> of(boolean ours) {
        return hosts.stream().filter(host -> host.ours == ours).toList();
    }

    private long total(boolean ours) {
        return of(ours).stream().mapToLong(BattleHost::score).sum();
    }

    /** 0 won, 1 lost, 2 a draw. */
    private int outcome(boolean ours) {
        long difference = total(ours) - total(!ours);
        return difference > 0 ? 0 : difference < 0 ? 1 : 2;
    }

    private void result(WireMessage told) {
        for (BattleHost host : hosts) {
            WireMessage result = new WireMessage().set(1, host.id());
            if (outcome(host.ours) != 0) {
                result.set(2, outcome(host.ours));
            }
            told.add(5, entry(host.id(), result.set(3, host.score())));
            told.add(9, entry(host.id(), army(host)));
        }
        if (!plan.teams()) {
            return;
        }
        for (boolean ours : new boolean[] {true, false}) {
            WireMessage result = new WireMessage().set(1, ours ? 1 : 2);
            of(ours).forEach(host -> result.add(2, new WireMessage().set(1, host.id())));
            if (outcome(ours) != 0) {
                result.set(3, outcome(ours));
            }
            told.add(17, result.set(4, total(ours)));
            told.add(18, teamArmy(ours));
        }
    }

    private static WireMessage entry(long key, WireMessage value) {
        return new WireMessage().set(1, key).set(2, value);
    }

    private static WireMessage army(BattleHost host) {
        WireMessage army = new WireMessage();
        for (BattleHost.Supporter one : host.top()) {
            WireMessage supporter = new WireMessage()
                    .set(1, one.who().userId())
                    .set(2, one.points())
                    .set(3, one.who().nickname());
            if (one.coins() > 0) {
                supporter.set(5, one.coins());
            }
            army.add(1, supporter.set(6, Long.toString(one.who().userId())));
        }
        if (host.score() > 0) {
            army.set(2, host.score());
        }
        return army.set(3, Long.toString(host.id()));
    }

    private WireMessage teamArmy(boolean ours) {
        WireMessage team = new WireMessage().set(1, ours ? 1 : 2);
        of(ours).forEach(host -> team.add(2, new WireMessage().set(1, host.id())));
        if (total(ours) > 0) {
            team.set(3, total(ours));
        }
        return team.set(4, army(of(ours).getFirst())).set(5, outcome(ours) == 1 ? 2 : 1);
    }

    /** @param cause null when the match is over */
    Scores scores(@Nullable Cause cause, long atMillis) {
        String logId = Ids.text("log", Long.toString(ids.next()), 34).toUpperCase(Locale.ROOT);
        List<WireMessage> each =
                hosts.stream().map(host -> entry(host.id(), army(host))).toList();
        List<WireMessage> teams = plan.teams() ? List.of(teamArmy(true), teamArmy(false)) : List.of();
        return new Scores(cause, each, teams, logId, atMillis);
    }

    /** @param changed whether this is the room of the gift: there it is counted, in the others the strike is told */
    WireMessage armies(byte[] common, Scores scores, boolean changed) {
        Cause cause = scores.cause();
        SimGift gift = cause == null ? null : cause.gift();
        WireMessage told = WireMessage.parse(gift == null ? noGift : armies);
        told.set(1, common)
                .set(2, battleId)
                .set(4, channelId)
                .set(6, scores.atMillis())
                .set(17, scores.logId());
        told.set(7, cause == null ? 2 : 1);
        told.remove(3).remove(8).remove(10).remove(12).remove(13);
        scores.armies().forEach(army -> told.add(3, army));
        scores.teams().forEach(team -> told.add(14, team));
        told.edit(18, setting -> setting(setting, cause == null ? FINISHED : RUNNING));
        if (cause != null) {
            told.set(8, cause.who().userId());
        }
        if (gift != null && cause != null) {
            gift(told, cause, gift, changed);
        }
        return told;
    }

    private static void gift(WireMessage told, Cause cause, SimGift gift, boolean changed) {
        told.set(5, cause.sentMillis()).set(9, gift.id());
        if (changed) {
            told.set(10, cause.count()).set(12, gift.coins() * cause.count()).set(13, cause.count());
        } else if (cause.strike().byGlove()) {
            told.set(15, 1);
        }
    }

    WireMessage punishFinish(byte[] common, boolean cutShort) {
        WireMessage told = new WireMessage()
                .set(1, common)
                .set(2, channelId)
                .set(3, hosts.getFirst().id());
        if (cutShort) {
            told.set(4, 1);
        }
        WireMessage setting = new WireMessage();
        setting(setting, LAP_OVER);
        return told.set(5, battleId).set(6, setting);
    }

    WireMessage notice(byte[] common) {
        return new WireMessage().set(1, common).set(2, 6);
    }

    WireMessage taskStart(byte[] common, BattlePlan.Challenge challenge) {
        return tasks.start(common, challenge).set(20, battleId);
    }

    WireMessage taskUpdate(byte[] common, int progress, long fromUser) {
        String logId = Ids.text("log", Long.toString(ids.next()), 34).toUpperCase(Locale.ROOT);
        return tasks.update(common, progress, fromUser, logId).set(20, battleId);
    }

    WireMessage taskSettle(byte[] common, int result) {
        return tasks.settle(common, result).set(20, battleId);
    }

    WireMessage rewardSettle(byte[] common, long sum) {
        return tasks.rewardSettle(common, sum).set(20, battleId);
    }

    WireMessage card(byte[] common, Step.PlayCard card, BattleHost target, long atMillis) {
        WireMessage told = cards.played(common, card, target, atMillis).set(2, battleId);
        WireMessage use = WireMessage.parse(told.child(card.kind().payload));
        long until = atMillis + CardFrames.LEAD_SECONDS * 1000 + card.seconds() * 1000L;
        effecting.put(card.kind(), new Effecting(target.id(), use.child(1), until));
        return told;
    }

    /** BattleInfoResponse, as far as its numbers are known: the task (12) and the cards at work (17, by host). */
    WireMessage info(List<ChallengeRun> challenges, long atMillis) {
        WireMessage info = new WireMessage();
        challenges.stream().filter(ChallengeRun::isOn).findFirst().ifPresent(run -> {
            byte[] start = tasks.start(new byte[0], run.plan()).child(3);
            info.set(
                    12,
                    new WireMessage().set(1, WireMessage.parse(start).child(1)).set(2, 1));
        });
        for (BattleHost host : hosts) {
            WireMessage at = new WireMessage();
            effecting.forEach((kind, one) -> {
                if (one.hostId() == host.id() && one.untilMillis() > atMillis) {
                    at.set(kind.effecting, one.card());
                }
            });
            if (at.bytes().length > 0) {
                info.add(17, entry(host.id(), at));
            }
        }
        return info;
    }
}
