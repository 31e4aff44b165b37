package app.cadeau.simulator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** One step of a script: a time and one thing that happens. */
final class StepReader {

    private static final int MOST = 10_000;
    private static final long MINUTE = 60_000;

    private final Map<String, Function<Entry, Step>> verbs = new LinkedHashMap<>();
    private final Shop shop;
    private final String streamer;

    StepReader(Shop shop, String streamer) {
        this.shop = shop;
        this.streamer = streamer;
        verbs.put("chat", this::chat);
        verbs.put("gift", this::give);
        verbs.put("like", this::like);
        verbs.put("battle", entry -> new Step.StartBattle(new BattleReader(shop, streamer).plan(entry)));
        verbs.put("card", this::card);
        verbs.put("cut-short", _ -> new Step.CutShort());
        verbs.put("envelope", this::envelope);
        verbs.put("goal", this::goal);
        verbs.put("rank", entry -> new Step.Rank((int) entry.whole(1, MOST)));
        verbs.put("rank-text", this::rankText);
        verbs.put("hourly-reward", entry -> new Step.HourlyReward((int) entry.whole(1, 100)));
        verbs.put("banner", this::banner);
        verbs.put("fault", this::fault);
        verbs.put("faults-off", _ -> new Step.ClearFaults());
        verbs.put("live", entry -> new Step.Move(entry.one(Step.LiveMove.class)));
        verbs.put("price", this::price);
    }

    Step step(Entry entry) {
        List<String> said = entry.map().keySet().stream()
                .filter(name -> !List.of("at", "every", "until").contains(name))
                .toList();
        String known = String.join(", ", verbs.keySet());
        if (said.size() != 1) {
            throw entry.wrong("a step is a time and one thing that happens; write exactly one of " + known);
        }
        Function<Entry, Step> verb = verbs.get(said.getFirst());
        Entry what = entry.need(said.getFirst());
        if (verb == null) {
            throw what.wrong("'" + said.getFirst() + "' is not known here; use one of " + known);
        }
        return verb.apply(what);
    }

    /** By id, or by a name that only one gift of the LIVE has. */
    static long gift(Entry entry, Shop shop) {
        String text = entry.text();
        List<SimGift> fit = java.util.stream.Stream.concat(shop.bar().stream(), shop.panel().stream())
                .filter(gift ->
                        Long.toString(gift.id()).equals(text) || gift.name().equals(text))
                .toList();
        if (fit.size() == 1) {
            return fit.getFirst().id();
        }
        if (fit.isEmpty()) {
            throw entry.wrong("no gift of the LIVE is '%s'; write the id of one that it offers".formatted(text));
        }
        throw entry.wrong("'%s' fits several gifts; write one of the ids %s"
                .formatted(
                        text,
                        String.join(
                                ", ",
                                fit.stream()
                                        .map(gift -> gift.id() + " (" + gift.coins() + " coins)")
                                        .toList())));
    }

    private Step chat(Entry entry) {
        entry.named("who", "text");
        return new Step.Chat(entry.need("who").text(), entry.need("text").text());
    }

    private Step give(Entry entry) {
        entry.named("who", "gift", "count", "taps", "every", "to");
        if (entry.at("count").isPresent() && entry.at("taps").isPresent()) {
            throw entry.wrong("'count' is for one frame, 'taps' for a streak; write only one of them");
        }
        List<Integer> taps = entry.at("taps")
                .map(list -> list.list().stream()
                        .map(tap -> (int) tap.whole(1, MOST))
                        .toList())
                .orElse(List.of((int) entry.whole("count", 1, 1, MOST)));
        if (taps.isEmpty() || taps.size() > 500) {
            throw entry.wrong("'taps' is what each frame of the streak adds; write 1 to 500 of them");
        }
        return new Step.Give(
                entry.need("who").text(),
                gift(entry.need("gift"), shop),
                taps,
                entry.time("every", 600, 50, 5000),
                host(entry));
    }

    private String host(Entry entry) {
        return ScriptReader.name(entry.text("to", streamer), entry);
    }

    private Step like(Entry entry) {
        entry.named("who", "count", "to");
        return new Step.Like(entry.need("who").text(), (int) entry.whole("count", 1, 1, 1000), host(entry));
    }

    private Step card(Entry entry) {
        entry.named("kind", "who", "to", "times", "low", "high", "lasts");
        Step.CardKind kind = entry.need("kind").one(Step.CardKind.class);
        boolean time = kind == Step.CardKind.TIME_MAKER;
        int low = (int) entry.whole("low", 20, 0, 100);
        return new Step.PlayCard(
                kind,
                entry.need("who").text(),
                host(entry),
                (int) entry.whole("times", kind == Step.CardKind.GLOVE ? 5 : 2, 2, 10),
                low,
                (int) entry.whole("high", Math.max(low, 30), low, 100),
                entry.seconds("lasts", time ? 10 : 30, 1, time ? 10 : 60));
    }

    private Step envelope(Entry entry) {
        entry.named("who", "coins", "people", "opens-after");
        return new Step.Envelope(
                entry.need("who").text(),
                (int) entry.whole("coins", 100, 1, 100_000),
                (int) entry.whole("people", 10, 1, 1000),
                entry.time("opens-after", MINUTE, 0, 10 * MINUTE));
    }

    private Step goal(Entry entry) {
        entry.named("gift", "progress", "target");
        int target = (int) entry.need("target").whole(1, 1_000_000);
        return new Step.Goal(gift(entry.need("gift"), shop), (int) entry.whole("progress", 0, 0, 1_000_000), target);
    }

    private Step rankText(Entry entry) {
        entry.named("before", "after");
        return new Step.RankText((int) entry.need("before").whole(1, MOST), (int)
                entry.need("after").whole(1, MOST));
    }

    private Step banner(Entry entry) {
        entry.named("text", "french", "lasts");
        String text = entry.need("text").text();
        return new Step.Banner(text, entry.text("french", text), entry.time("lasts", MINUTE, 1000, 60 * MINUTE));
    }

    private Step fault(Entry entry) {
        entry.named("name", "at", "chance", "amount");
        Entry name = entry.need("name");
        Fault fault = Fault.named(name.text())
                .orElseThrow(() -> name.wrong("no fault is called '%s'; see the table of faults in docs/simulator.md"
                        .formatted(name.value())));
        Faults.When when = entry.at("at").isPresent()
                ? new Faults.When.At((int) entry.whole("at", 1, 1, MOST))
                : entry.at("chance").isPresent()
                        ? new Faults.When.Chance(entry.number("chance", 1, 0, 1))
                        : new Faults.When.Always();
        return new Step.SetFault(fault, when, entry.whole("amount", fault.usualAmount(), -1_000_000, 1_000_000));
    }

    private Step price(Entry entry) {
        entry.named("gift", "coins");
        return new Step.Reprice(
                gift(entry.need("gift"), shop), entry.need("coins").whole(1, 1_000_000));
    }
}
