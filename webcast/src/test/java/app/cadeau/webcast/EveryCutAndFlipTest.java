package app.cadeau.webcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import app.cadeau.webcast.Vectors.Vector;
import app.cadeau.webcast.proto.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every cut of every captured message in every wrapping, and every single flipped bit: an error or a message, in time. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class EveryCutAndFlipTest {

    /** Up to here every bit is flipped; of larger ones as many, drawn by a seed. */
    private static final int SMALL_BITS = 8 * 300;

    private static final long SEED = 29;

    static Stream<Vector> vectors() {
        return Vectors.all();
    }

    /** A whole message, for whoever reads after the cut or the flip. */
    private interface Reader {
        List<StreamMessage> read(byte[] bytes) throws UndecodableException;
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void anyCutOfAWrappedMessageIsAnError(Vector vector) {
        Response response = Vectors.response(vector);
        for (byte[] wrapped : List.of(
                NewFrames.msg(response, 1).toByteArray(),
                NewFrames.packedMsg(response, 1).toByteArray())) {
            everyCut(
                    wrapped,
                    cut -> assertThatThrownBy(() -> Frames.response(Frames.frame(cut)))
                            .as("%s of %s bytes", cut.length, wrapped.length)
                            .isInstanceOf(UndecodableException.class));
        }
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void anyCutOfAResponseIsAnErrorOrLacksTheFieldsThatWereCutOff(Vector vector) {
        byte[] response = Vectors.response(vector).toByteArray();
        everyCut(response, cut -> read(cut, EveryCutAndFlipTest::fromResponse).forEach(this::whole));
        byte[] packed = Gzip.pack(response);
        everyCut(
                packed, cut -> assertThatThrownBy(() -> Frames.response(cut)).isInstanceOf(UndecodableException.class));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void anyCutOfABareMessageIsAnErrorOrAMessageAndNeverHalfAGift(Vector vector) {
        everyCut(
                vector.bytes(),
                cut -> read(cut, bytes -> fromBare(vector, bytes)).forEach(this::whole));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void anyFlippedBitIsAnErrorOrAMessage(Vector vector) {
        Response response = Vectors.response(vector);
        flips(vector.bytes(), bytes -> fromBare(vector, bytes));
        flips(response.toByteArray(), EveryCutAndFlipTest::fromResponse);
        flips(NewFrames.msg(response, 1).toByteArray(), EveryCutAndFlipTest::fromFrame);
        flips(NewFrames.packedMsg(response, 1).toByteArray(), EveryCutAndFlipTest::fromFrame);
    }

    private void flips(byte[] bytes, Reader reader) {
        int bits = 8 * bytes.length;
        IntStream chosen = bits <= SMALL_BITS ? IntStream.range(0, bits) : new Random(SEED).ints(SMALL_BITS, 0, bits);
        chosen.forEach(bit -> {
            byte[] flipped = bytes.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            read(flipped, reader).forEach(this::whole);
        });
    }

    private interface Cut {
        void of(byte[] cut);
    }

    private static void everyCut(byte[] bytes, Cut each) {
        for (int length = 0; length < bytes.length; length++) {
            each.of(Arrays.copyOf(bytes, length));
        }
    }

    /** What was read, nothing when it was refused with a reason; anything else that is thrown fails the test. */
    private static List<StreamMessage> read(byte[] bytes, Reader reader) {
        try {
            return reader.read(bytes);
        } catch (UndecodableException e) {
            assertThat(e.reason()).isNotBlank().doesNotContain("\n");
            return List.of();
        }
    }

    private void whole(StreamMessage message) {
        if (message instanceof StreamMessage.Gift gift) {
            GiftFrame frame = GiftFrame.of(gift.body());
            if (frame.key().gift() == 0
                    || frame.key().sender() == 0
                    || frame.repeatCount() < 1
                    || !gift.body().hasGift()) {
                fail("half a gift: " + frame);
            }
        }
    }

    private static List<StreamMessage> fromBare(Vector vector, byte[] bytes) throws UndecodableException {
        return List.of(Frames.message(NewFrames.message(vector.method(), 1, bytes)));
    }

    private static List<StreamMessage> fromResponse(byte[] bytes) throws UndecodableException {
        return Frames.messages(Frames.response(bytes));
    }

    private static List<StreamMessage> fromFrame(byte[] bytes) throws UndecodableException {
        return Frames.messages(Frames.response(Frames.frame(bytes)));
    }
}
