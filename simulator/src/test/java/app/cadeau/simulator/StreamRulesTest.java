package app.cadeau.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import app.cadeau.webcast.proto.HeartBeat;
import app.cadeau.webcast.proto.ImEnterRoom;
import app.cadeau.webcast.proto.PushFrame;
import com.google.protobuf.ByteString;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What the stream does beside bringing gifts: history, cursors, acks, close frames, silence, polling. */
class StreamRulesTest {

    private static final long ROSE = 5655;

    @AutoClose
    private final Simulator simulator = Simulator.start(Settings.defaults().withCrowd(0));

    private final Caller main = new Caller(simulator, "sim-main");
    private final Live demo = simulator.live("demo");

    private void say(String content) throws Exception {
        main.post("/webcast/room/chat/?aid=1988", "room_id=%d&content=%s".formatted(demo.roomId(), content));
    }

    private static byte[] frameOf(Caller.Ears ears, String type) throws Exception {
        byte[] frame = ears.next();
        while (!new Wire(frame).text(7).equals(type)) {
            frame = ears.next();
        }
        return frame;
    }

    @Test
    void whoComesIsWelcomedAndToldTheLastLinesAsHistory() throws Exception {
        for (int line = 0; line < 8; line++) {
            say("line" + line);
        }
        main.sent(16873, 1);
        Wire first = Wire.response(main.listen(true).next());

        assertThat(first.number(11)).isEqualTo(1);
        List<Wire> entries = first.children(1);
        assertThat(entries.stream()
                        .filter(entry -> entry.number(6) == 1)
                        .map(entry -> entry.child(2).text(3)))
                .containsExactly("line2", "line3", "line4", "line5", "line6", "line7");
        assertThat(entries.getLast().text(1)).isEqualTo("WebcastRoomMessage");
        assertThat(entries.getLast().child(2).text(2)).contains("Welcome");
    }

    @Test
    void historyMayHoldGiftsToo() throws Exception {
        simulator.variations().turnOn(Variation.HISTORY_WITH_GIFTS);
        Caller.Ears ears = main.listen(true);
        main.sent(16873, 1);
        Wire heard = ears.nextOf("WebcastGiftMessage");

        Wire again = main.listen(true).nextEntry("WebcastGiftMessage");

        assertThat(again.number(6)).isEqualTo(1);
        assertThat(again.child(2).child(1).number(2)).isEqualTo(heard.child(1).number(2));
    }

    @Test
    void theCursorOfTheHeaderIsTheBodysAndAnAckIsWantedForGiftsOnly() throws Exception {
        Caller.Ears ears = main.listen(true);
        byte[] first = frameOf(ears, "msg");
        assertThat(Wire.header(first, "im_cursor"))
                .startsWith("t-")
                .isEqualTo(Wire.response(first).text(2));
        assertThat(Wire.response(first).number(9)).isZero();
        assertThat(Wire.response(first).child(7).text(1)).isEqualTo("imprp");

        main.sent(16873, 1);

        Wire gift = Wire.response(frameOf(ears, "msg"));
        assertThat(gift.number(9)).isEqualTo(1);
        assertThat(gift.text(5)).contains("internal_src");
        say("no-ack");
        assertThat(Wire.response(frameOf(ears, "msg")).number(9)).isZero();
    }

    @Test
    void anEnteredRoomIsAnswered() throws Exception {
        Caller.Ears ears = main.listen(false);
        ByteString room = ImEnterRoom.newBuilder()
                .setRoomId(demo.roomId())
                .setIdentity("audience")
                .build()
                .toByteString();
        ears.say(PushFrame.newBuilder()
                .setPayloadType("im_enter_room")
                .setPayload(room)
                .build()
                .toByteArray());

        assertThat(new Wire(frameOf(ears, "im_enter_room_resp")).number(3)).isEqualTo(8888);
    }

    @Test
    void aCloseFrameNamesItsReasonAndWhetherToPollFromNowOn() throws Exception {
        Caller.Ears ears = main.listen(true);
        ears.nextOf("WebcastRoomMessage");
        simulator.lives().closeSockets(demo, false);
        byte[] again = frameOf(ears, "close");
        simulator.lives().closeSockets(demo, true);
        byte[] forGood = frameOf(ears, "close");

        assertThat(Wire.header(again, "close_reason")).isNotEmpty();
        assertThat(Wire.header(again, "disable_web_direct")).isEmpty();
        assertThat(Wire.header(forGood, "disable_web_direct")).isEqualTo("1");
    }

    @Test
    void aSilentStreamBringsNothingNotEvenAHeartbeat() throws Exception {
        Caller.Ears ears = main.listen(false);
        ears.next();
        simulator.lives().silence(demo, 0);
        ears.say(PushFrame.newBuilder()
                .setPayloadType("hb")
                .setPayload(
                        HeartBeat.newBuilder().setRoomId(demo.roomId()).build().toByteString())
                .build()
                .toByteArray());
        main.sent(16873, 1);
        say("unheard");
        // An echo that is not held back is here within 180 ms.
        assertThat(ears.frames.poll(400, java.util.concurrent.TimeUnit.MILLISECONDS))
                .isNull();
    }

    @Test
    void aReconnectMayBringTheLastMessagesAgainWithTheSameIds() throws Exception {
        Caller.Ears ears = main.listen(true);
        main.sent(16873, 1);
        Wire heard = ears.nextOf("WebcastGiftMessage");
        simulator.faults().at(Fault.SOCKET_REPEATS, 1);

        Wire again = main.listen(true).nextEntry("WebcastGiftMessage");

        assertThat(again.number(6)).isEqualTo(-1);
        assertThat(again.number(3)).isEqualTo(heard.child(1).number(2));
    }

    @Test
    void whoPollsIsToldWhatCameAfterTheirCursor() throws Exception {
        say("before");
        Wire first = poll("0");
        assertThat(first.number(11)).isEqualTo(1);
        assertThat(first.number(3)).isEqualTo(1000);
        assertThat(first.children(1).getFirst().number(6)).isEqualTo(1);

        say("after");

        Wire second = poll(first.text(2));
        assertThat(second.children(1)).hasSize(1);
        assertThat(second.children(1).getFirst().child(2).text(3)).isEqualTo("after");
        assertThat(poll(second.text(2)).children(1)).isEmpty();
        assertThat(poll("nonsense").children(1)).isEmpty();
    }

    private Wire poll(String cursor) throws Exception {
        HttpResponse<byte[]> answer =
                main.bytes("/webcast/im/fetch/?aid=1988&room_id=" + demo.roomId() + "&cursor=" + cursor);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/x-protobuf");
        return new Wire(answer.body());
    }

    @Test
    void controlMessagesSayWhoDidItAndWhy() throws Exception {
        Caller.Ears ears = main.listen(true);
        ears.nextOf("WebcastRoomMessage");
        simulator.lives().pause(demo);
        simulator.lives().resume(demo);
        simulator.lives().suspend(demo);

        Wire paused = ears.nextOf("WebcastControlMessage");
        Wire resumed = ears.nextOf("WebcastControlMessage");
        Wire suspended = ears.nextOf("WebcastControlMessage");

        assertThat(List.of(paused.number(2), resumed.number(2), suspended.number(2)))
                .containsExactly(1L, 2L, 4L);
        assertThat(paused.child(4).text(8)).isEqualTo("anchor_pause");
        assertThat(suspended.child(4).text(4)).contains("Guidelines");
        assertThat(suspended.child(1).child(18).child(1).text(2)).isEqualTo("end_room");
        assertThat(main.sent(ROSE, 1).path("status_code").asInt()).isEqualTo(Till.NO_LIVE);
    }

    @Test
    void promptsAndCaptchasComeWithTheirNumbers() throws Exception {
        Caller.Ears ears = main.listen(true);
        ears.nextOf("WebcastRoomMessage");
        simulator.lives().prompt(demo, 7);
        simulator.lives().captcha(demo, 60);

        Wire prompt = ears.nextOf("WebcastGiftPromptMessage");
        assertThat(prompt.number(4)).isEqualTo(7);
        assertThat(prompt.text(3)).contains("7 days");
        Wire captcha = ears.nextOf("WebcastAccessControlMessage").child(2);
        assertThat(captcha.number(2)).isEqualTo(demo.roomId());
        assertThat(captcha.number(3)).isEqualTo(60);
    }

    @Test
    void aWithdrawnGiftIsToldInTheStreamAndIsOnTheListNoMore() throws Exception {
        Caller.Ears ears = main.listen(true);
        main.post("/_admin/gifts", "{\"gift\":5655,\"offered\":false}");

        assertThat(ears.nextOf("WebcastGiftPanelUpdateMessage").child(1).number(3))
                .isEqualTo(demo.roomId());
        assertThat(main.json(Caller.LIST + demo.roomId()).at("/data/gifts/0/id").asLong())
                .isNotEqualTo(ROSE);
        assertThat(main.sent(ROSE, 1).path("status_code").asInt()).isEqualTo(Till.MISFORMED);
        main.post("/_admin/gifts", "{\"gift\":5655,\"offered\":true}");
        assertThat(main.sent(ROSE, 1).path("status_code").asInt()).isZero();
    }
}
