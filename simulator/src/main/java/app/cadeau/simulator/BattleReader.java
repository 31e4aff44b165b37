package app.cadeau.simulator;

import java.util.ArrayList;
import java.util.List;

/** The battle of a script. */
final class BattleReader {

    private final Shop shop;
    private final String streamer;

    BattleReader(Shop shop, String streamer) {
        this.shop = shop;
        this.streamer = streamer;
    }

    BattlePlan plan(Entry entry) {
        entry.named("against", "with", "duration", "lap", "only", "their-gifts", "multipliers", "challenges");
        List<String> ours = new ArrayList<>(List.of(streamer));
        entry.at("with").ifPresent(with -> ours.addAll(hosts(with)));
        List<String> theirs = hosts(entry.need("against"));
        if (theirs.isEmpty() || theirs.stream().anyMatch(ours::contains)) {
            throw entry.wrong("'against' is the other side; write one or more names that are not on ours");
        }
        int seconds = entry.seconds("duration", 300, 20, 3600);
        String stacking = entry.text("multipliers", "highest");
        if (!List.of("highest", "multiply").contains(stacking)) {
            throw entry.need("multipliers")
                    .wrong("'%s' is not known here; use highest or multiply".formatted(stacking));
        }
        return new BattlePlan(
                List.copyOf(ours),
                theirs,
                seconds,
                entry.seconds("lap", 150, 0, 600),
                entry.at("only").map(gift -> StepReader.gift(gift, shop)).orElse(null),
                entry.number("their-gifts", 0.5, 0, 20),
                stacking.equals("multiply"),
                entry.at("challenges")
                        .map(list -> list.list().stream()
                                .map(one -> challenge(one, seconds))
                                .toList())
                        .orElse(List.of()));
    }

    /** One name, or a list of them. */
    private static List<String> hosts(Entry entry) {
        List<Entry> names = entry.value() instanceof String ? List.of(entry) : entry.list();
        return names.stream().map(one -> ScriptReader.name(one.text(), one)).toList();
    }

    private static BattlePlan.Challenge challenge(Entry entry, int match) {
        entry.named("preview", "start", "lasts", "target", "reward-start", "reward-lasts", "times");
        int start = (int) entry.need("start").whole(2, match);
        int lasts = entry.seconds("lasts", 40, 1, start);
        int reward = left(entry, "reward-start", Math.max(1, start - lasts - 6), start - 1);
        return new BattlePlan.Challenge(
                left(entry, "preview", Math.min(match, start + 15), match),
                start,
                lasts,
                (int) entry.whole("target", 3, 1, 1000),
                reward,
                entry.seconds("reward-lasts", Math.min(30, reward), 1, reward),
                (int) entry.whole("times", 2, 2, 10));
    }

    /** Seconds left on the match clock. */
    private static int left(Entry entry, String name, int otherwise, int most) {
        return (int) entry.whole(name, otherwise, 1, most);
    }
}
