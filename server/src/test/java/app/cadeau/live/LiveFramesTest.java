package app.cadeau.live;

import static org.assertj.core.api.Assertions.assertThat;

import app.cadeau.webcast.NewFrames;
import app.cadeau.webcast.proto.CommonMessageData;
import app.cadeau.webcast.proto.ControlAction;
import app.cadeau.webcast.proto.ControlMessage;
import app.cadeau.webcast.proto.Gift;
import app.cadeau.webcast.proto.GiftMessage;
import app.cadeau.webcast.proto.LikeMessage;
import app.cadeau.webcast.proto.Message;
import app.cadeau.webcast.proto.Response;
import app.cadeau.webcast.proto.RoomUserSeqMessage;
import app.cadeau.webcast.proto.User;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LiveFramesTest {

    /** An id above 2^63 - 1: the platform's ids are unsigned. */
    private static final long HUGE = -2;

    private final LiveFrames frames = new LiveFrames();

    @Test
    void seesAGiftWithItsIdsUnsignedAndItsIncrementFromTheCoins() {
        GiftMessage.Builder gift =
                rose(1).setFanTicketCount(20).setRepeatCount(7).setOrderId("order");
        gift.getGiftBuilder().setDiamondCount(5);
        gift.getUserBuilder().setId(HUGE);
        gift.setToUser(User.newBuilder().setId(77)).setGroupId(HUGE);

        assertThat(socket(message("GiftMessage", 1, gift)).events())
                .containsExactly(new LiveEvent.GiftSeen(
                        "1",
                        "99",
                        "18446744073709551614",
                        "77",
                        5655,
                        "18446744073709551614",
                        "order",
                        7,
                        4,
                        20,
                        false));
    }

    @Test
    void aGiftToTheHostHasNoRecipientAndOneThatDoesNotComboNoGroup() {
        GiftMessage.Builder gift = rose(1).clearGroupId();
        assertThat(socket(message("GiftMessage", 1, gift)).events())
                .containsExactly(new LiveEvent.GiftSeen("1", "99", "5", null, 5655, null, null, 1, 1, 1, false));
    }

    @Test
    void anEndFrameAddsNothingAndAFrameThatNamesNoCoinsAddsOne() {
        GiftMessage.Builder end = rose(2).setRepeatCount(9).setRepeatEnd(1).clearFanTicketCount();
        GiftMessage.Builder silent = rose(3).setRepeatCount(9).clearFanTicketCount();
        assertThat(socket(message("GiftMessage", 2, end), message("GiftMessage", 3, silent))
                        .events())
                .containsExactly(
                        new LiveEvent.GiftSeen("2", "99", "5", null, 5655, "8", null, 9, 0, 0, true),
                        new LiveEvent.GiftSeen("3", "99", "5", null, 5655, "8", null, 9, 1, 1, false));
    }

    @Test
    void tellsPauseResumeBothKindsOfEndAndTheViewers() {
        LiveReading reading = socket(
                control(1, ControlAction.CONTROL_ACTION_PAUSED),
                control(2, ControlAction.CONTROL_ACTION_RESUMED),
                control(3, ControlAction.CONTROL_ACTION_ENDED_BY_HOST),
                control(4, ControlAction.CONTROL_ACTION_ENDED_BY_PLATFORM),
                message("RoomUserSeqMessage", 5, RoomUserSeqMessage.newBuilder().setTotal(6)));
        assertThat(reading.events())
                .containsExactly(
                        new LiveEvent.Paused("1"),
                        new LiveEvent.Resumed("2"),
                        new LiveEvent.Ended("3", false),
                        new LiveEvent.Ended("4", true),
                        new LiveEvent.Viewers("5", 6));
        assertThat(reading.closeReason()).isNull();
    }

    @Test
    void aControlActionOfTomorrowIsNoNews() {
        ControlMessage.Builder tomorrow = ControlMessage.newBuilder().setActionValue(17);
        LiveReading reading = socket(message("ControlMessage", 1, tomorrow));
        assertThat(reading).isEqualTo(LiveReading.nothing());
    }

    @Test
    void dropsWhatCameBeforeByWhicheverWay() {
        Message gift = message("GiftMessage", 1, rose(1));
        assertThat(socket(gift, gift).events()).hasSize(1);
        assertThat(frames.fetched(response(gift).toByteArray()).events()).isEmpty();
        assertThat(frames.socketMessage(NewFrames.packedMsg(response(gift), 2).toByteArray())
                        .events())
                .isEmpty();
    }

    @Test
    void theSameIdInAnotherRoomIsAnotherMessage() {
        GiftMessage.Builder elsewhere = rose(1);
        elsewhere.getCommonBuilder().setRoomId(100);
        assertThat(socket(message("GiftMessage", 1, rose(1)), message("GiftMessage", 1, elsewhere))
                        .events())
                .hasSize(2);
    }

    @Test
    void remembersOnlySoManyMessages() {
        LiveFrames forgetful = new LiveFrames(2);
        byte[] first = response(message("GiftMessage", 1, rose(1))).toByteArray();
        forgetful.fetched(first);
        forgetful.fetched(response(message("GiftMessage", 2, rose(2))).toByteArray());
        assertThat(forgetful.fetched(first).events()).isEmpty();
        forgetful.fetched(response(message("GiftMessage", 3, rose(3))).toByteArray());
        assertThat(forgetful.fetched(first).events()).hasSize(1);
    }

    @Test
    void historyIsNoNews() {
        Message past = message("GiftMessage", 1, rose(1)).toBuilder()
                .setIsHistory(true)
                .build();
        assertThat(socket(past).events()).isEmpty();
        assertThat(socket(message("GiftMessage", 1, rose(1))).events()).hasSize(1);
    }

    @Test
    void skipsWhatNobodyHereAsksForAndWhatIsUnknown() {
        LiveReading reading = socket(
                message("LikeMessage", 1, LikeMessage.newBuilder().setCount(15)),
                NewFrames.message("WebcastOfTomorrow", 2, new byte[] {1}));
        assertThat(reading).isEqualTo(LiveReading.nothing());
    }

    @Test
    void saysAndCountsWhatItCouldNotReadAndKeepsTheRest() {
        LiveReading half = socket(message("GiftMessage", 1, rose(1)), message("GiftMessage", 2, rose(2).clearUser()));
        assertThat(half.events()).hasSize(1);
        assertThat(half.unread()).containsExactly("WebcastGiftMessage 2: a gift without a sound sender");

        byte[] whole = NewFrames.packedMsg(response(message("GiftMessage", 3, rose(3))), 1)
                .toByteArray();
        assertThat(frames.socketMessage(Arrays.copyOf(whole, whole.length - 9)).unread())
                .hasSize(1);
        assertThat(frames.socketMessage(new byte[0]).unread()).hasSize(1);
        assertThat(frames.fetched("<html>".getBytes(StandardCharsets.US_ASCII)).unread())
                .hasSize(1);
        assertThat(frames.fetched(new byte[10 << 20]).unread()).hasSize(1);
        assertThat(frames.unreadSoFar()).isEqualTo(5);
    }

    @Test
    void aGiftWithoutAMessageIdIsNeverCounted() {
        GiftMessage.Builder nameless = rose(0);
        nameless.getCommonBuilder().clearMsgId();
        LiveReading reading = socket(message("GiftMessage", 0, nameless));
        assertThat(reading.events()).isEmpty();
        assertThat(reading.unread()).hasSize(1);
    }

    @Test
    void saysWhenThePlatformClosesTheStream() {
        assertThat(frames.socketMessage(NewFrames.close("room_ended").toByteArray())
                        .closeReason())
                .isEqualTo("room_ended");
        assertThat(frames.socketMessage(NewFrames.heartBeat(99, 1).toByteArray()))
                .isEqualTo(LiveReading.nothing());
    }

    private LiveReading socket(Message... messages) {
        return frames.socketMessage(NewFrames.msg(response(messages), 1).toByteArray());
    }

    private static Response response(Message... messages) {
        return Response.newBuilder().addAllMessages(List.of(messages)).setNow(1).build();
    }

    private static Message control(long msgId, ControlAction action) {
        return message("ControlMessage", msgId, ControlMessage.newBuilder().setAction(action));
    }

    private static Message message(String method, long msgId, GiftMessage.Builder inner) {
        return NewFrames.message(method, msgId, inner.build().toByteArray());
    }

    private static Message message(String method, long msgId, ControlMessage.Builder inner) {
        return NewFrames.message(method, msgId, inner.build().toByteArray());
    }

    private static Message message(String method, long msgId, RoomUserSeqMessage.Builder inner) {
        return NewFrames.message(method, msgId, inner.build().toByteArray());
    }

    private static Message message(String method, long msgId, LikeMessage.Builder inner) {
        return NewFrames.message(method, msgId, inner.build().toByteArray());
    }

    /** One Rose of streak 8 in room 99, from user 5 to the host. */
    private static GiftMessage.Builder rose(long msgId) {
        return GiftMessage.newBuilder()
                .setCommon(CommonMessageData.newBuilder().setMsgId(msgId).setRoomId(99))
                .setGiftId(5655)
                .setFanTicketCount(1)
                .setRepeatCount(1)
                .setGroupId(8)
                .setUser(User.newBuilder().setId(5))
                .setGift(Gift.newBuilder().setId(5655).setDiamondCount(1).setCombo(true));
    }
}
