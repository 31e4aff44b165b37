package app.cadeau.webcast;

import static org.assertj.core.api.Assertions.assertThatCode;

import app.cadeau.webcast.Vectors.Vector;
import app.cadeau.webcast.proto.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Flips, cuts and splices captured frames. Set the seed to play a failure again. */
class FuzzTest {

    private static final int TRIES = 4_000;
    private static final long SEED = Long.getLong("fuzz.seed", System.nanoTime());

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void damagedFramesAreAnErrorOrMessagesAndNothingElse() {
        System.out.println("fuzz.seed=" + SEED);
        Random chance = new Random(SEED);
        List<Vector> vectors = Vectors.all().toList();
        for (int i = 0; i < TRIES; i++) {
            Vector vector = vectors.get(chance.nextInt(vectors.size()));
            byte[] damaged = damaged(form(vector, chance), chance);
            assertThatCode(() -> read(damaged, vector.method()))
                    .as("fuzz.seed=%s try %s %s", SEED, i, vector)
                    .doesNotThrowAnyException();
        }
    }

    private static byte[] form(Vector vector, Random chance) {
        Response response = Vectors.response(vector);
        return switch (chance.nextInt(4)) {
            case 0 -> vector.bytes();
            case 1 -> response.toByteArray();
            case 2 -> NewFrames.msg(response, 1).toByteArray();
            default -> NewFrames.packedMsg(response, 1).toByteArray();
        };
    }

    private static byte[] damaged(byte[] bytes, Random chance) {
        byte[] damaged = bytes.clone();
        for (int flips = chance.nextInt(8); flips > 0; flips--) {
            damaged[chance.nextInt(damaged.length)] ^= (byte) (1 << chance.nextInt(8));
        }
        return switch (chance.nextInt(3)) {
            case 0 -> damaged;
            case 1 -> Arrays.copyOf(damaged, chance.nextInt(damaged.length));
            default -> Arrays.copyOfRange(damaged, chance.nextInt(damaged.length), damaged.length);
        };
    }

    private static void read(byte[] bytes, String method) {
        for (String way : new String[] {"", method}) {
            try {
                WebcastJson.decode(bytes, way.isEmpty() ? null : way);
            } catch (UndecodableException e) {
                assertThatCode(e::reason).doesNotThrowAnyException();
            }
        }
    }
}
