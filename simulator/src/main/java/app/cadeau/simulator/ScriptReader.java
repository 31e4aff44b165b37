package app.cadeau.simulator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A script's entries into a script, strictly: what is not known, missing or too large is an error with its line. */
final class ScriptReader {

    private static final int VERSION = 1;
    private static final int MOMENTS = 5000;
    private static final long LONGEST = 6 * 3_600_000L;

    private final Shop shop;
    private final Entry root;
    private final long length;
    private final String streamer;

    private ScriptReader(Shop shop, Entry root) {
        this.shop = shop;
        this.root = root.named("version", "name", "about", "length", "seed", "streamer", "guests", "crowd", "steps");
        root.need("version").whole(VERSION, VERSION);
        this.length = root.need("length").time(1000, LONGEST);
        this.streamer = name(root.text("streamer", "demo"), root);
    }

    /** @throws ScriptError that names file, line and what to do */
    static Script read(String file, String yaml, Shop shop) {
        return new ScriptReader(shop, ScriptYaml.read(file, yaml)).script();
    }

    private Script script() {
        Script script = new Script(
                root.need("name").text(),
                root.text("about", ""),
                length,
                root.whole("seed", 1, 0, Long.MAX_VALUE),
                streamer,
                root.at("guests").map(this::names).orElse(List.of()),
                crowd(),
                moments());
        new ScriptSense(script, root).check();
        return script;
    }

    private List<String> names(Entry entry) {
        return entry.list().stream().map(one -> name(one.text(), one)).toList();
    }

    static String name(String text, Entry place) {
        if (!text.matches("[a-z0-9._]{2,24}")) {
            throw place.wrong(
                    "'%s' is no streamer's name; write 2 to 24 of a-z, 0-9, dot and underscore".formatted(text));
        }
        return text;
    }

    private Script.CrowdPlan crowd() {
        return root.at("crowd")
                .map(entry -> entry.named("rate", "gives", "gifts", "lines"))
                .map(entry -> new Script.CrowdPlan(
                        entry.number("rate", 2, 0, 50),
                        (int) entry.whole("gives", 18, 0, 100),
                        entry.at("gifts")
                                .map(gifts -> gifts.list().stream()
                                        .map(gift -> StepReader.gift(gift, shop))
                                        .toList())
                                .orElse(People.GIFTS),
                        entry.at("lines")
                                .map(lines ->
                                        lines.list().stream().map(Entry::text).toList())
                                .orElse(List.of())))
                .orElse(new Script.CrowdPlan(2, 18, People.GIFTS, List.of()));
    }

    private List<Script.Moment> moments() {
        StepReader steps = new StepReader(shop, streamer);
        List<Script.Moment> all = new ArrayList<>();
        for (Entry entry : root.need("steps").list()) {
            long from = entry.need("at").time(0, length);
            long every = entry.time("every", LONGEST, 100, LONGEST);
            long until = entry.time("until", every == LONGEST ? from : length, from, length);
            Step step = steps.step(entry);
            for (long at = from; at <= until; at += every) {
                if (all.size() >= MOMENTS) {
                    throw entry.wrong("more than " + MOMENTS + " moments; repeat less often");
                }
                all.add(new Script.Moment(at, entry.line(), step));
            }
        }
        all.sort(Comparator.comparingLong(Script.Moment::atMillis));
        return List.copyOf(all);
    }
}
