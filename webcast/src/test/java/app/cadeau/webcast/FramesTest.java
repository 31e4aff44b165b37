package app.cadeau.webcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.cadeau.webcast.Vectors.Vector;
import app.cadeau.webcast.proto.GiftMessage;
import app.cadeau.webcast.proto.HeartBeat;
import app.cadeau.webcast.proto.ImEnterRoom;
import app.cadeau.webcast.proto.MemberAction;
import app.cadeau.webcast.proto.MemberMessage;
import app.cadeau.webcast.proto.PushFrame;
import app.cadeau.webcast.proto.Response;
import app.cadeau.webcast.proto.SendGiftResult;
import com.google.protobuf.ByteString;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FramesTest {

    private static final Vector[] ALL = Vectors.all().toArray(Vector[]::new);

    @Test
    void readsPlainMessagesAndPackedOnesAlike() throws UndecodableException {
        Response response = Vectors.response(ALL);
        byte[] plain = NewFrames.msg(response, 42).toByteArray();
        byte[] packed = NewFrames.packedMsg(response, 42).toByteArray();

        assertThat(packed.length).isLessThan(plain.length / 2);
        assertThat(Frames.response(Frames.frame(plain))).isEqualTo(response);
        assertThat(Frames.response(Frames.frame(packed))).isEqualTo(response);
        assertThat(Frames.messages(response))
                .hasSize(ALL.length)
                .noneMatch(StreamMessage.Broken.class::isInstance)
                .filteredOn(StreamMessage.Gift.class::isInstance)
                .hasSize(11);
    }

    @Test
    void unpacksByTheMagicBytesWhenNoHeaderSaysSo() throws UndecodableException {
        Response response = Vectors.response(ALL);
        PushFrame unsaid =
                NewFrames.packedMsg(response, 1).toBuilder().clearHeaders().build();
        assertThat(Frames.response(unsaid)).isEqualTo(response);
        assertThat(Frames.response(Gzip.pack(response.toByteArray()))).isEqualTo(response);
        assertThat(Frames.response(response.toByteArray())).isEqualTo(response);
    }

    @Test
    void refusesTwoFramesInOneRatherThanLoseTheFirst() {
        byte[] one = NewFrames.msg(Vectors.response(ALL), 42).toByteArray();
        byte[] two = Arrays.copyOf(one, one.length * 2);
        System.arraycopy(one, 0, two, one.length, one.length);

        assertThatThrownBy(() -> Frames.frame(two))
                .isInstanceOf(UndecodableException.class)
                .hasMessageContaining("2 frames");
    }

    @Test
    void believesAHeaderThatSaysGzip() {
        PushFrame liar = NewFrames.msg(Vectors.response(), 1).toBuilder()
                .addHeaders(
                        PushFrame.Header.newBuilder().setKey("compress_type").setValue("gzip"))
                .build();
        assertThatThrownBy(() -> Frames.response(liar)).isInstanceOf(UndecodableException.class);
    }

    @Test
    void writesTheFramesOfAPage() throws Exception {
        PushFrame beat = Frames.frame(NewFrames.heartBeat(7, 3).toByteArray());
        assertThat(beat.getPayloadType()).isEqualTo("hb");
        assertThat(HeartBeat.parseFrom(beat.getPayload()).getSendPacketSeqId()).isEqualTo(3);

        PushFrame enter = Frames.frame(NewFrames.enterRoom(7, "c").toByteArray());
        assertThat(ImEnterRoom.parseFrom(enter.getPayload()).getIdentity()).isEqualTo("audience");
        assertThat(NewFrames.roomEntered().getPayloadType()).isEqualTo("im_enter_room_resp");
        assertThat(Frames.header(NewFrames.close("bye"), "close_reason")).isEqualTo("bye");
    }

    @Test
    void acksWithTheFramesLogIdAndTheResponsesInternalExt() {
        Response response = Vectors.response();
        PushFrame ack = NewFrames.ack(NewFrames.msg(response, -1), response);
        assertThat(ack.getPayloadType()).isEqualTo("ack");
        assertThat(ack.getLogId()).isEqualTo(-1);
        assertThat(ack.getPayload()).isEqualTo(ByteString.copyFromUtf8("ext"));
    }

    @Test
    void keepsWhatItDoesNotKnow() throws UndecodableException {
        var unknown = NewFrames.message("WebcastOfTomorrow", 5, new byte[] {1, 2, 3});
        assertThat(Frames.message(unknown)).isEqualTo(new StreamMessage.Unknown(unknown));
    }

    @Test
    void namesMethodsWithTheirExceptions() {
        assertThat(Methods.of("GiftMessage")).isEqualTo("WebcastGiftMessage");
        assertThat(Methods.of("WebcastGiftMessage")).isEqualTo("WebcastGiftMessage");
        assertThat(Methods.of("PinMessage")).isEqualTo("WebcastRoomPinMessage");
        assertThat(Methods.of("DonationStickerModifyMessage")).isEqualTo("WebcastDonationStickerModifyMethod");
        assertThat(Methods.of("SystemMessage")).isEqualTo("SystemMessage");
    }

    @Test
    void readsAMemberWhoJoined() throws UndecodableException {
        MemberMessage joined = MemberMessage.newBuilder()
                .setCount(3)
                .setAction(MemberAction.MEMBER_ACTION_JOINED)
                .setUserId(9)
                .build();
        var envelope = NewFrames.message("MemberMessage", 5, joined.toByteArray());
        assertThat(Frames.message(envelope)).isEqualTo(new StreamMessage.Member(envelope, joined));
    }

    @Test
    void readsAnAnswerToASend() throws UndecodableException {
        SendGiftResult result = SendGiftResult.newBuilder()
                .setGiftId(5655)
                .setLeftDiamonds(0)
                .setGroupId(1)
                .build();
        assertThat(Frames.sendResult(result.toByteArray()).hasLeftDiamonds()).isTrue();
    }

    @Test
    void aGiftWithoutGiftIdSenderCountOrGiftIsAnErrorAmongWholeOnes() {
        GiftMessage whole = Vectors.gift("streakA_1");
        for (GiftMessage.Builder half : new GiftMessage.Builder[] {
            whole.toBuilder().clearGiftId(),
            whole.toBuilder().clearUser(),
            whole.toBuilder().clearRepeatCount(),
            whole.toBuilder().clearGift(),
            whole.toBuilder().setRepeatCount(-1),
            whole.toBuilder().setFanTicketCount(Long.MAX_VALUE)
        }) {
            Response response = Vectors.response(Vectors.named("streakA_2")).toBuilder()
                    .addMessages(
                            NewFrames.message("GiftMessage", 1, half.build().toByteArray()))
                    .build();
            assertThat(Frames.messages(response))
                    .hasExactlyElementsOfTypes(StreamMessage.Gift.class, StreamMessage.Broken.class);
        }
    }

    @Test
    void anyCutOfAFrameOrAResponseIsAnError() throws UndecodableException {
        Response response = Vectors.response(Vectors.named("streakA_1"), Vectors.named("ControlMessage_action3"));
        byte[] packed = NewFrames.packedMsg(response, 1).toByteArray();
        byte[] plain = NewFrames.msg(response, 1).toByteArray();
        for (byte[] frame : new byte[][] {packed, plain}) {
            assertThat(Frames.response(Frames.frame(frame))).isEqualTo(response);
            for (int length = 0; length < frame.length; length++) {
                byte[] cut = Arrays.copyOf(frame, length);
                assertThatThrownBy(() -> Frames.response(Frames.frame(cut)))
                        .as("%s of %s bytes", length, frame.length)
                        .isInstanceOf(UndecodableException.class);
            }
        }
    }

    @Test
    void anyCutOfABareGiftIsAnErrorOrAWholeGift() throws UndecodableException {
        byte[] gift = Vectors.named("streakA_5").bytes();
        int whole = 0;
        for (int length = 0; length < gift.length; length++) {
            try {
                var message = (StreamMessage.Gift)
                        Frames.message(NewFrames.message("GiftMessage", 1, Arrays.copyOf(gift, length)));
                assertThat(GiftFrame.of(message.body())).isEqualTo(GiftFrame.of(Vectors.gift("streakA_5")));
                whole++;
            } catch (UndecodableException e) {
                assertThat(e.reason()).isNotBlank();
            }
        }
        assertThat(whole).isBetween(1, 20);
    }

    @Test
    void aNicknameInBrokenUtf8CostsNoGift() throws UndecodableException {
        byte[] bytes = Vectors.named("streakA_1").bytes();
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        byte[] broken = text.replace("u628f341e25", "u\u00ff\u00fe8f341e25").getBytes(StandardCharsets.ISO_8859_1);
        assertThat(Arrays.equals(broken, bytes)).isFalse();
        var message = (StreamMessage.Gift) Frames.message(NewFrames.message("GiftMessage", 1, broken));
        assertThat(message.body().getGift().getName()).isEqualTo("Rose");
    }
}
