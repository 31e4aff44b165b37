package app.cadeau.webcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.cadeau.webcast.proto.GiftMessage;
import app.cadeau.webcast.proto.PushFrame;
import app.cadeau.webcast.proto.Response;
import app.cadeau.webcast.proto.Text;
import app.cadeau.webcast.proto.TextPiece;
import com.google.protobuf.ByteString;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Frames made to cost much. Memory is what this thread allocated in all, kept or not. */
class LimitsTest {

    private static final long MIB = 1 << 20;

    private interface Reading {
        void run() throws UndecodableException;
    }

    @Test
    void refusesAFrameOfTenMebibytesWithoutCopyingIt() {
        byte[] frame = PushFrame.newBuilder()
                .setPayloadType("msg")
                .setPayload(ByteString.copyFrom(new byte[10 << 20]))
                .build()
                .toByteArray();
        assertThat(refused(() -> Frames.frame(frame), "bytes")).isLessThan(MIB);
        assertThat(refused(() -> Frames.response(frame), "bytes")).isLessThan(MIB);
    }

    @Test
    void refusesABombBeforeItUnfolds() {
        byte[] bomb = Gzip.pack(new byte[200 << 20]);
        PushFrame frame = PushFrame.newBuilder()
                .setPayloadType("msg")
                .setPayload(ByteString.copyFrom(bomb))
                .build();
        assertThat(bomb.length).isLessThan(Limits.FRAME_BYTES);
        assertThat(refused(() -> Frames.response(frame), "unpacks to more")).isLessThan(64 * MIB);
        assertThat(refused(() -> WebcastJson.decode(bomb, "GiftMessage"), "unpacks to more"))
                .isLessThan(64 * MIB);
    }

    @Test
    void refusesMoreMessagesThanAnyResponseHolds() {
        Response.Builder many = Response.newBuilder();
        for (int i = 0; i <= Limits.MESSAGES; i++) {
            many.addMessagesBuilder();
        }
        byte[] body = many.build().toByteArray();
        refused(() -> Frames.response(body), "messages in one response");
    }

    @Test
    void countsFieldsBeforeItMakesObjectsOfThem() {
        byte[] emptyMessages = repeated(4 << 20, 0x0a, 0x00);
        assertThat(refused(() -> Frames.response(emptyMessages), "fields")).isLessThan(4 * MIB);

        byte[] unknownNumbers = repeated(4 << 20, 0x78, 0x01);
        assertThat(refused(() -> Frames.frame(unknownNumbers), "fields")).isLessThan(4 * MIB);
    }

    @Test
    void sharesOneBudgetOfFieldsAmongTheMessagesOfAResponse() {
        byte[] half = repeated(Limits.FIELDS + 2, 0x78, 0x01);
        Response response = Response.newBuilder()
                .addMessages(NewFrames.message("LikeMessage", 1, half))
                .addMessages(NewFrames.message("LikeMessage", 2, half))
                .build();
        assertThat(Frames.messages(response))
                .hasExactlyElementsOfTypes(StreamMessage.Like.class, StreamMessage.Broken.class);
    }

    @Test
    void refusesDeepNestingOfMessagesAndOfUnknownGroups() {
        Text text = Text.getDefaultInstance();
        for (int i = 0; i < Limits.DEPTH; i++) {
            TextPiece.GiftPiece.Builder gift = TextPiece.GiftPiece.newBuilder().setName(text);
            text = Text.newBuilder()
                    .addPieces(TextPiece.newBuilder().setGift(gift))
                    .build();
        }
        GiftMessage.Builder deep = Vectors.gift("streakA_1").toBuilder();
        deep.getCommonBuilder().setDisplayText(text);
        byte[] bytes = deep.build().toByteArray();
        refused(() -> Frames.message(NewFrames.message("GiftMessage", 1, bytes)), "nested deeper");

        refused(() -> Frames.frame(repeated(1000, 0x7b)), "nested deeper");
        refused(() -> Frames.frame(new byte[] {0x7b}), "PushFrame");
        refused(() -> Frames.frame(new byte[] {0x7c}), "PushFrame");
    }

    @Test
    void theDearestFrameThatPassesStaysWithinTheMemoryPromised() {
        Response.Builder response = Response.newBuilder();
        byte[] filling = repeated(180_000, 0x78, 0x01);
        for (int i = 0; i < 2; i++) {
            response.addMessages(NewFrames.message("LikeMessage", i + 1, filling));
        }
        byte[] big = new byte[6 << 20];
        response.addMessages(NewFrames.message("Tomorrow", 9, big));
        byte[] frame = NewFrames.packedMsg(response.build(), 1).toByteArray();
        long allocated = allocated(() -> Frames.messages(Frames.response(Frames.frame(frame))));
        assertThat(allocated).isLessThan(128 * MIB);
    }

    private static long refused(Reading reading, String reason) {
        return allocated(() -> assertThatThrownBy(reading::run)
                .isInstanceOf(UndecodableException.class)
                .hasMessageContaining(reason));
    }

    private static long allocated(Reading reading) {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        try {
            reading.run();
        } catch (UndecodableException e) {
            throw new AssertionError(e);
        }
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    private static byte[] repeated(int length, int... pattern) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(length);
        while (out.size() < length) {
            Arrays.stream(pattern).forEach(out::write);
        }
        return out.toByteArray();
    }
}
