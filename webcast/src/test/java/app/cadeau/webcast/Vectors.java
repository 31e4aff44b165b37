package app.cadeau.webcast;

import app.cadeau.webcast.proto.GiftMessage;
import app.cadeau.webcast.proto.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The captured messages in src/test/resources/frames. */
final class Vectors {

    private Vectors() {}

    /** One captured message with what is known of it. */
    record Vector(String file, String method, JsonNode facts) {

        byte[] bytes() {
            return Base64.getDecoder().decode(new String(resource(file), StandardCharsets.US_ASCII).strip());
        }

        @Override
        public String toString() {
            return file;
        }
    }

    static Stream<Vector> all() {
        return JsonMapper.shared()
                .readTree(resource("expected.json"))
                .get("vectors")
                .valueStream()
                .map(node -> new Vector(
                        node.get("file").stringValue(), node.get("method").stringValue(), node));
    }

    static Vector named(String part) {
        return all().filter(vector -> vector.file().contains(part)).findFirst().orElseThrow();
    }

    /** Frames 1 to {@code length} of a streak, A or B. */
    static List<GiftFrame> streak(String name, int length) {
        return IntStream.rangeClosed(1, length)
                .mapToObj(i -> GiftFrame.of(gift("streak" + name + "_" + i)))
                .toList();
    }

    static GiftMessage gift(String part) {
        try {
            return GiftMessage.parseFrom(named(part).bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A response with these vectors in it, which wants an ack. */
    static Response response(Vector... vectors) {
        Response.Builder response =
                Response.newBuilder().setInternalExt("ext").setNeedAck(true).setNow(1_700_000_000_000L);
        for (Vector vector : vectors) {
            response.addMessages(
                    NewFrames.message(vector.method(), vector.file().hashCode(), vector.bytes()));
        }
        return response.build();
    }

    static byte[] resource(String name) {
        try (InputStream in = Vectors.class.getResourceAsStream("/frames/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
