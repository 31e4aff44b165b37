package app.cadeau.simulator;

import java.util.ArrayList;
import java.util.List;

/** What only the whole script shows: battles that overlap, cards outside of one, hosts that are not there. */
final class ScriptSense {

    private record Match(long from, long until, BattlePlan plan) {}

    private static final int EXTRA_TIMES = 3;

    private final Script script;
    private final Entry place;
    private final List<Match> matches = new ArrayList<>();
    private int timeMakers;

    ScriptSense(Script script, Entry place) {
        this.script = script;
        this.place = place;
    }

    void check() {
        for (Script.Moment moment : script.moments()) {
            switch (moment.step()) {
                case Step.StartBattle start -> battle(moment, start.plan());
                case Step.PlayCard card -> card(moment, card);
                case Step.CutShort _ -> during(moment, "cut-short");
                case Step.Give give -> host(moment, give.to());
                case Step.Like like -> host(moment, like.to());
                default -> {}
            }
        }
    }

    private ScriptError wrong(Script.Moment moment, String what) {
        return new ScriptError(place.file(), moment.line(), what);
    }

    private void battle(Script.Moment moment, BattlePlan plan) {
        if (!matches.isEmpty() && matches.getLast().until() > moment.atMillis()) {
            throw wrong(moment, "another battle is still on; begin it later, or make the first one or its lap shorter");
        }
        timeMakers = 0;
        long until = moment.atMillis() + (plan.seconds() + plan.lapSeconds()) * 1000L;
        matches.add(new Match(moment.atMillis(), until, plan));
    }

    private Match during(Script.Moment moment, String what) {
        if (matches.isEmpty()
                || moment.atMillis()
                        >= matches.getLast().from() + matches.getLast().plan().seconds() * 1000L) {
            throw wrong(moment, "no battle is on for this '" + what + "'; move it into one");
        }
        return matches.getLast();
    }

    private void card(Script.Moment moment, Step.PlayCard card) {
        BattlePlan plan = during(moment, "card").plan();
        if (!plan.ours().contains(card.target()) && !plan.theirs().contains(card.target())) {
            throw wrong(moment, "'%s' is not in the battle; write one of its hosts".formatted(card.target()));
        }
        if (card.kind() == Step.CardKind.TIME_MAKER && ++timeMakers > EXTRA_TIMES) {
            throw wrong(moment, "a battle takes at most " + EXTRA_TIMES + " time makers; remove one");
        }
    }

    private void host(Script.Moment moment, String to) {
        boolean known = to.equals(script.streamer())
                || script.guests().contains(to)
                || matches.stream()
                        .anyMatch(match -> match.plan().ours().contains(to)
                                || match.plan().theirs().contains(to));
        if (!known) {
            throw wrong(
                    moment,
                    "'%s' is neither the streamer nor a host of a battle before; write one of those".formatted(to));
        }
    }
}
