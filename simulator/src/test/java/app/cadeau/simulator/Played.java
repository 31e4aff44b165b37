package app.cadeau.simulator;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** An evening in virtual time: nothing waits, every message is kept. */
final class Played {

    static final long START = 1_800_000_000_000L;

    /** A message as it was said. */
    record Said(String room, String method, byte[] payload, long atMillis) {

        Wire wire() {
            return new Wire(payload);
        }

        String text() {
            return room + " " + method + " " + HexFormat.of().formatHex(payload);
        }
    }

    final List<Said> said = new ArrayList<>();
    final Evening evening;
    final Lives lives;
    final Shop shop = new Shop();

    Played(Script script) {
        this(script, 1);
    }

    Played(Script script, long seed) {
        Clock clock = Clock.fixed(Instant.ofEpochMilli(START), ZoneOffset.UTC);
        Settings settings = Settings.defaults();
        Ids ids = new Ids(START);
        Strikes strikes = new Strikes();
        Variations variations = new Variations(List.of());
        RoomFrames rooms = new RoomFrames(variations, clock);
        lives = new Lives(settings, new Stream(clock, variations, rooms, ids), rooms, ids);
        Stage stage = new Stage(
                lives,
                shop,
                new Faults(1, clock),
                () -> {},
                ids,
                new GiftFrames("http://127.0.0.1", variations, strikes),
                strikes,
                variations,
                (live, method, _, payload) -> said.add(new Said(live.name(), method, payload, now())));
        evening = new Evening(script, stage, START, seed);
    }

    private long now() {
        return evening.timeline().now();
    }

    Played to(long seconds) {
        evening.timeline().advanceTo(seconds * 1000);
        return this;
    }

    List<Said> of(String room, String method) {
        return said.stream()
                .filter(one -> one.room().equals(room) && one.method().equals(method))
                .toList();
    }

    void ours(long gift, int count) {
        evening.gave(
                lives.named("demo").orElseThrow(),
                GiftFrames.Giver.named("us"),
                shop.find(gift).orElseThrow(),
                count);
    }

    static Script script(String steps) {
        return Scripts.read(
                "test.yaml", "version: 1\nname: test\nlength: 10m\ncrowd: {rate: 0}\nsteps:\n" + steps.indent(2));
    }
}
