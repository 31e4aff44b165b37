package app.cadeau.webcast;

import static org.assertj.core.api.Assertions.assertThat;

import app.cadeau.webcast.Vectors.Vector;
import app.cadeau.webcast.proto.BattleInfoResponse;
import app.cadeau.webcast.proto.GiftMessage;
import app.cadeau.webcast.proto.HeartBeat;
import app.cadeau.webcast.proto.ImEnterRoom;
import app.cadeau.webcast.proto.PushFrame;
import app.cadeau.webcast.proto.Response;
import app.cadeau.webcast.proto.SendGiftResult;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.UnknownFieldSet;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is written is read again as it was, for each type of the schema; and what was captured is written as it came. */
class BothWaysTest {

    private static final long SEED = 29;
    private static final int EACH = 60;

    static Collection<Message> types() {
        return Methods.prototypes();
    }

    static Stream<Message> others() {
        return Stream.of(
                PushFrame.getDefaultInstance(),
                Response.getDefaultInstance(),
                HeartBeat.getDefaultInstance(),
                ImEnterRoom.getDefaultInstance(),
                SendGiftResult.getDefaultInstance(),
                BattleInfoResponse.getDefaultInstance());
    }

    static Stream<Vector> vectors() {
        return Vectors.all();
    }

    @ParameterizedTest
    @MethodSource("types")
    void anyMessageGoesThroughAFrameAndBack(Message type) throws UndecodableException {
        String name = type.getDescriptorForType().getName();
        RandomMessages random = new RandomMessages(SEED);
        for (int i = 0; i < EACH; i++) {
            Message sent = whole(random.of(type));
            var envelope = NewFrames.message(name, i, sent.toByteArray());
            Response response = Response.newBuilder().addMessages(envelope).build();
            byte[] frame = (i % 2 == 0 ? NewFrames.msg(response, i) : NewFrames.packedMsg(response, i)).toByteArray();

            StreamMessage read =
                    Frames.messages(Frames.response(Frames.frame(frame))).getFirst();
            assertThat(read).as("%s %s of seed %s", name, i, SEED).isInstanceOf(StreamMessage.Known.class);
            assertThat(((StreamMessage.Known) read).body()).isEqualTo(sent);
            assertThat(read.envelope()).isEqualTo(envelope);
        }
    }

    @ParameterizedTest
    @MethodSource("others")
    void whatIsNoMessageGoesBothWaysToo(Message type) throws UndecodableException {
        RandomMessages random = new RandomMessages(SEED);
        for (int i = 0; i < EACH; i++) {
            Message sent = random.of(type);
            assertThat(Wire.all(sent.toByteArray(), type)).isEqualTo(sent);
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyMessagePrintsAsJsonWithAllItsFieldsAndNoOther(Message type) throws UndecodableException {
        String name = type.getDescriptorForType().getName();
        RandomMessages random = new RandomMessages(SEED);
        for (int i = 0; i < EACH; i++) {
            Message sent = whole(random.of(type));
            var envelope = NewFrames.message(name, i, sent.toByteArray());
            byte[] body = Response.newBuilder().addMessages(envelope).build().toByteArray();
            String line = WebcastJson.lines(body, null).getFirst();
            JsonNode json = JsonMapper.shared().readTree(line).get("message");
            List<String> names = sent.getAllFields().keySet().stream()
                    .map(field -> field.getJsonName())
                    .toList();
            assertThat(json.propertyNames()).containsExactlyInAnyOrderElementsOf(names);
        }
    }

    /** Compared by wire and not by schema: nothing that we name may differ from what was captured, unknown fields included. */
    @ParameterizedTest
    @MethodSource("vectors")
    void whatWasCapturedIsWrittenAsItCame(Vector vector) throws Exception {
        var envelope = NewFrames.message(vector.method(), 1, vector.bytes());
        Message message = ((StreamMessage.Known) Frames.message(envelope)).body();
        assertThat(sorted(message.toByteArray())).isEqualTo(sorted(vector.bytes()));
    }

    /** A message as its fields in order of their numbers, those inside too; text that happens to parse is sorted alike. */
    private static String sorted(byte[] bytes) {
        StringBuilder out = new StringBuilder();
        try {
            UnknownFieldSet.parseFrom(bytes).asMap().forEach((number, field) -> {
                out.append(number).append(field.getVarintList()).append(field.getFixed32List());
                out.append(field.getFixed64List()).append('{');
                field.getLengthDelimitedList()
                        .forEach(each -> out.append(sorted(each.toByteArray())).append(';'));
                out.append('}');
            });
            return out.toString();
        } catch (InvalidProtocolBufferException e) {
            return new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
        }
    }

    /** A gift without its four is refused, so a random one gets them. */
    private static Message whole(Message message) {
        if (!(message instanceof GiftMessage gift)) {
            return message;
        }
        GiftMessage.Builder whole = gift.toBuilder().setGiftId(5655).setRepeatCount(3);
        whole.clearFanTicketCount().getUserBuilder().setId(7);
        whole.getGiftBuilder().setDiamondCount(1);
        return whole.build();
    }
}
