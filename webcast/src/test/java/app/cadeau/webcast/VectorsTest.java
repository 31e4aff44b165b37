package app.cadeau.webcast;

import static org.assertj.core.api.Assertions.assertThat;

import app.cadeau.webcast.Vectors.Vector;
import com.google.protobuf.Message;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class VectorsTest {

    static Stream<Vector> vectors() {
        return Vectors.all();
    }

    @Test
    void thereAreSomeOfEachSupportedMessageThatWasEverCaptured() {
        assertThat(Vectors.all().map(Vector::method))
                .hasSize(29)
                .contains(
                        "WebcastGiftMessage",
                        "WebcastControlMessage",
                        "WebcastRoomUserSeqMessage",
                        "WebcastChatMessage",
                        "WebcastLikeMessage",
                        "WebcastSocialMessage");
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void decodeToTheirExpectedValues(Vector vector) throws Exception {
        Message message = decoded(vector);
        for (var expected : vector.facts().get("expected").properties()) {
            assertThat(FieldPaths.at(message, expected.getKey()))
                    .as("%s %s", vector.file(), expected.getKey())
                    .isEqualTo(text(expected.getValue()));
            assertThat(FieldPaths.named(message.getDescriptorForType(), expected.getKey()))
                    .as("%s %s has a name", vector.file(), expected.getKey())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void keepEveryFieldKnownOrNot(Vector vector) throws Exception {
        Message message = decoded(vector);
        Set<Integer> numbers = new TreeSet<>(message.getUnknownFields().asMap().keySet());
        message.getAllFields().keySet().forEach(field -> numbers.add(field.getNumber()));

        Set<Integer> expected = new TreeSet<>();
        vector.facts().get("top_level_field_numbers").forEach(number -> expected.add(number.intValue()));
        assertThat(numbers).isEqualTo(expected);
        assertThat(message.toByteArray()).hasSize(vector.bytes().length);
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void areTheBytesThatWereCaptured(Vector vector) throws NoSuchAlgorithmException {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(vector.bytes());
        assertThat(HexFormat.of().formatHex(hash))
                .isEqualTo(vector.facts().get("sha256").stringValue());
    }

    private static Message decoded(Vector vector) throws UndecodableException {
        var envelope = NewFrames.message(vector.method(), 1, vector.bytes());
        return ((StreamMessage.Known) Frames.message(envelope)).body();
    }

    private static String text(JsonNode expected) {
        return expected.isString()
                ? expected.stringValue()
                : expected.bigIntegerValue().toString();
    }
}
