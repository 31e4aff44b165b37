package app.cadeau.sends;

import static org.assertj.core.api.Assertions.assertThat;

import app.cadeau.live.LiveEvent.GiftSeen;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/** A proof that is asked all the time says what one says that reads everything at once. */
class ProofTest {

    private static final Instant NOW = Instant.parse("2026-11-22T20:00:00Z");
    private static final String STREAK = String.valueOf(NOW.plusMillis(200).toEpochMilli());
    private static final int LINES = 40;

    @Property(tries = 2_000)
    void isTheSameAtEachLineAsFromTheBeginning(
            @ForAll long seed, @ForAll boolean alone, @ForAll boolean gapsProve, @ForAll boolean strays) {
        var terms = new Terms(20, 5655, 1, "7001", "9001", "42", alone, gapsProve);
        var floors = new GroupFloors(Map.of("old", 3), strays ? 2 : 0, NOW);
        var proof = new Proof(terms, floors);
        var random = new Random(seed);
        List<Evidence> evidence = new ArrayList<>(List.of(new Evidence.Opening(100L, alone, gapsProve, NOW)));
        for (var i = 0; i < LINES; i++) {
            evidence.add(line(random));
            if (random.nextInt(3) > 0) {
                assertThat(proof.of(evidence)).isEqualTo(Verdict.of(terms, evidence, floors));
            }
        }
        assertThat(proof.of(evidence)).isEqualTo(Verdict.of(terms, evidence, floors));
        assertThat(new AnswerProof(terms, evidence).consumed()).isEqualTo(consumed(evidence));
    }

    /** Of a request that is told twice the newer count holds. */
    private static int consumed(List<Evidence> evidence) {
        var passed = new HashMap<String, Integer>();
        for (var line : evidence) {
            if (line instanceof Evidence.Passed(var key, var count, var at)) {
                passed.put(key, count);
            }
        }
        return passed.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static Evidence line(Random random) {
        var key = "request " + random.nextInt(9);
        return switch (random.nextInt(8)) {
            case 0, 1 -> new Evidence.Passed(key, 1 + random.nextInt(3), NOW);
            case 2, 3 -> answer(key, random);
            case 4 -> new Evidence.NoAnswer(key, "cut", NOW);
            case 5 -> new Evidence.Reading(80 + random.nextInt(21), "WALLET", NOW);
            default -> new Evidence.Echoed(echo(random), NOW.plusSeconds(1));
        };
    }

    private static Evidence answer(String key, Random random) {
        var status = random.nextInt(5) == 0 ? 4003068 : 0;
        return new Evidence.Answer(
                key,
                random.nextInt(9) == 0 ? 500 : 200,
                status,
                null,
                random.nextBoolean() ? 80L + random.nextInt(21) : null,
                group(random),
                random.nextBoolean() ? "order " + random.nextInt(6) : null,
                random.nextBoolean() ? message(random.nextInt(12)) : null,
                false,
                random.nextInt(6) > 0,
                NOW);
    }

    private static GiftSeen echo(Random random) {
        var message = random.nextInt(12);
        var told = new Random(message); // the same message is the same echo, however often it comes
        var increment = told.nextInt(3);
        var reached = increment + told.nextInt(8);
        return new GiftSeen(
                message(message),
                "7001",
                "42",
                null,
                5655,
                group(told),
                "order " + told.nextInt(6),
                reached,
                increment,
                increment,
                increment == 0);
    }

    private static String message(int number) {
        return "message " + number;
    }

    private static @Nullable String group(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> null;
            case 1 -> "old";
            case 2 -> STREAK;
            default -> "g";
        };
    }
}
