package app.cadeau.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import app.cadeau.webcast.proto.HeartBeat;
import app.cadeau.webcast.proto.PushFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamTest {

    private static final long ROSE = 5655;
    private static final String GIFT = "WebcastGiftMessage";

    @AutoClose
    private final Simulator simulator = Simulator.start(Settings.defaults().withCrowd(0));

    private final Caller main = new Caller(simulator, "sim-main");

    /** Gift messages until this one says stop. */
    private static List<Wire> gifts(Caller.Ears ears, Predicate<Wire> last) throws Exception {
        List<Wire> found = new ArrayList<>();
        while (true) {
            for (Wire gift : Wire.messages(ears.next(), GIFT)) {
                found.add(gift);
                if (last.test(gift)) {
                    return found;
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void ourGiftsComeBackAsOneStreakThatAFrameCloses(boolean gzip) throws Exception {
        Caller.Ears ears = main.listen(gzip);
        for (int i = 0; i < 5; i++) {
            main.sent(ROSE, 1);
        }

        List<Wire> gifts = gifts(ears, gift -> gift.number(9) == 1);

        assertThat(gifts.stream()
                        .filter(gift -> gift.number(9) != 1)
                        .mapToLong(gift -> gift.number(3))
                        .sum())
                .isEqualTo(5);
        Wire end = gifts.getLast();
        assertThat(end.number(5)).isEqualTo(5);
        assertThat(end.number(3)).isEqualTo(-1);
        assertThat(gifts).allSatisfy(gift -> {
            assertThat(gift.number(2)).isEqualTo(ROSE);
            assertThat(gift.number(11)).isEqualTo(gifts.getFirst().number(11));
            assertThat(gift.child(7).number(1))
                    .isEqualTo(simulator.wallet("main").userId());
            assertThat(gift.child(1).number(3)).isEqualTo(simulator.live("demo").roomId());
            assertThat(gift.child(15).text(16)).isEqualTo("Rose");
            assertThat(gift.text(28)).isNotEmpty();
        });
        assertThat(Long.toString(gifts.getFirst().number(11)))
                .isEqualTo(simulator.truth().gifts().getFirst().groupId());
    }

    @Test
    void aGiftThatDoesNotComboIsOneFrameWithoutAGroup() throws Exception {
        Caller.Ears ears = main.listen(true);
        main.sent(16873, 1);

        Wire gift = gifts(ears, any -> true).getFirst();

        assertThat(gift.number(11)).isEqualTo(-1);
        assertThat(gift.number(9)).isEqualTo(-1);
        assertThat(gift.number(3)).isEqualTo(299);
        assertThat(gift.child(15).number(12)).isEqualTo(299);
        assertThat(gift.child(15).number(10)).isEqualTo(-1);
    }

    @Test
    void whatIsNotReplacedInAFrameStaysAsCaptured() throws Exception {
        Caller.Ears ears = main.listen(true);
        main.sent(ROSE, 1);

        Wire gift = gifts(ears, any -> true).getFirst();
        Wire captured = new Wire(Resources.base64("frames/tap.b64"));

        assertThat(gift.bytes(39)).isEqualTo(captured.bytes(39)).isNotEmpty();
        assertThat(gift.child(7).bytes(64))
                .isEqualTo(captured.child(7).bytes(64))
                .isNotEmpty();
    }

    @Test
    void aMessageThatIsParsedAndWrittenAgainIsTheSameToTheByte() {
        for (String name : List.of("tap", "streak-end", "single")) {
            byte[] captured = Resources.base64("frames/" + name + ".b64");
            assertThat(WireMessage.parse(captured).bytes()).isEqualTo(captured);
        }
    }

    @Test
    void aLostEchoIsHealedByTheCumulativeCountOfTheNext() throws Exception {
        Caller.Ears ears = main.listen(true);
        simulator.faults().at(Fault.ECHO_LOST, 1);
        main.sent(ROSE, 2);
        sendAfterTheFirstFrame();

        Wire first = gifts(ears, any -> true).getFirst();

        assertThat(first.number(5)).isEqualTo(3);
        assertThat(first.number(3)).isEqualTo(1);
    }

    /** Half a second later: frames leave within 180 ms. */
    private void sendAfterTheFirstFrame() {
        CompletableFuture.delayedExecutor(500, TimeUnit.MILLISECONDS).execute(() -> sendQuietly(1));
    }

    private void sendQuietly(int count) {
        try {
            main.send(ROSE, count);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void anEchoThatComesTwiceHasTheSameMessageId() throws Exception {
        Caller.Ears ears = main.listen(true);
        simulator.faults().at(Fault.ECHO_TWICE, 1);
        main.sent(ROSE, 1);

        List<Wire> gifts = gifts(ears, gift -> gift.number(9) == 1);

        assertThat(gifts.stream().map(gift -> gift.child(1).number(2)).distinct())
                .hasSize(2);
        assertThat(gifts).hasSize(3);
    }

    @Test
    void aBareEchoTellsNeitherGroupNorOrder() throws Exception {
        Caller.Ears ears = main.listen(true);
        simulator.faults().at(Fault.ECHO_BARE, 1);
        main.sent(ROSE, 1);

        Wire gift = gifts(ears, any -> true).getFirst();

        assertThat(gift.number(11)).isEqualTo(-1);
        assertThat(gift.bytes(28)).isEmpty();
        assertThat(gift.number(5)).isEqualTo(1);
    }

    @Test
    void swappedEchoesComeTheOtherWayRound() throws Exception {
        Caller.Ears ears = main.listen(true);
        simulator.faults().at(Fault.ECHO_SWAPPED, 1);
        main.sent(ROSE, 1);
        sendAfterTheFirstFrame();

        List<Wire> gifts = gifts(ears, gift -> gift.number(9) == 1);

        assertThat(gifts).extracting(gift -> gift.number(5)).containsExactly(2L, 1L, 2L);
    }

    @Test
    void aHeartbeatIsAnswered() throws Exception {
        Caller.Ears ears = main.listen(false);
        byte[] beat = PushFrame.newBuilder()
                .setPayloadType("hb")
                .setPayload(HeartBeat.newBuilder().setSendPacketSeqId(7).build().toByteString())
                .build()
                .toByteArray();
        ears.say(beat);

        while (!new Wire(ears.next()).text(7).equals("hb")) {}
    }

    @Test
    void theEndOfALiveIsTold() throws Exception {
        Caller.Ears ears = main.listen(true);
        // Only with its first frame is the socket in the LIVE.
        ears.next();
        simulator.lives().end(simulator.live("demo"));

        List<Wire> told = List.of();
        while (told.isEmpty()) {
            told = Wire.messages(ears.next(), "WebcastControlMessage");
        }
        assertThat(told.getFirst().number(2)).isEqualTo(3);
    }
}
