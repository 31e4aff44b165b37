package app.cadeau.benchmarks;

import app.cadeau.webcast.Frames;
import app.cadeau.webcast.GiftFrame;
import app.cadeau.webcast.NewFrames;
import app.cadeau.webcast.StreamMessage;
import app.cadeau.webcast.UndecodableException;
import app.cadeau.webcast.proto.GiftMessage;
import app.cadeau.webcast.proto.PushFrame;
import app.cadeau.webcast.proto.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** Eleven captured gifts, each in a frame of its own: from the socket's bytes to the gift that counts. */
@State(Scope.Thread)
@OperationsPerInvocation(11)
public class GiftFrames {

    private static final List<String> CAPTURED = List.of(
            "00_WebcastGiftMessage_streakA_1",
            "01_WebcastGiftMessage_streakA_2",
            "02_WebcastGiftMessage_streakA_3",
            "03_WebcastGiftMessage_streakA_4",
            "04_WebcastGiftMessage_streakA_5",
            "05_WebcastGiftMessage_streakA_6",
            "06_WebcastGiftMessage_streakB_1",
            "07_WebcastGiftMessage_streakB_2",
            "08_WebcastGiftMessage_streakB_3",
            "11_WebcastGiftMessage_noncombo_type2",
            "13_WebcastGiftMessage_combo_catpaws_1");

    private final List<Response> responses =
            CAPTURED.stream().map(GiftFrames::response).toList();
    private final List<byte[]> plain = responses.stream()
            .map(response -> NewFrames.msg(response, 1).toByteArray())
            .toList();
    private final List<byte[]> gzip = responses.stream()
            .map(response -> NewFrames.packedMsg(response, 1).toByteArray())
            .toList();

    @Benchmark
    public void plain(Blackhole sink) throws UndecodableException {
        for (byte[] frame : plain) {
            decode(frame, sink);
        }
    }

    @Benchmark
    public void gzip(Blackhole sink) throws UndecodableException {
        for (byte[] frame : gzip) {
            decode(frame, sink);
        }
    }

    @Benchmark
    public void plainProtobuf(Blackhole sink) throws IOException {
        for (byte[] frame : plain) {
            parse(PushFrame.parseFrom(frame).getPayload().toByteArray(), sink);
        }
    }

    @Benchmark
    public void gzipProtobuf(Blackhole sink) throws IOException {
        for (byte[] frame : gzip) {
            byte[] packed = PushFrame.parseFrom(frame).getPayload().toByteArray();
            try (var in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
                parse(in.readAllBytes(), sink);
            }
        }
    }

    private static void decode(byte[] frame, Blackhole sink) throws UndecodableException {
        for (StreamMessage message : Frames.messages(Frames.response(Frames.frame(frame)))) {
            if (message instanceof StreamMessage.Gift gift) {
                sink.consume(GiftFrame.of(gift.body()));
            }
        }
    }

    private static void parse(byte[] response, Blackhole sink) throws IOException {
        for (var message : Response.parseFrom(response).getMessagesList()) {
            sink.consume(GiftMessage.parseFrom(message.getPayload()));
        }
    }

    private static Response response(String captured) {
        try (var in = GiftFrames.class.getResourceAsStream("/frames/" + captured + ".b64")) {
            var text = new String(Objects.requireNonNull(in, captured).readAllBytes(), StandardCharsets.US_ASCII);
            var gift = Base64.getDecoder().decode(text.strip());
            return Response.newBuilder()
                    .addMessages(NewFrames.message("GiftMessage", 1, gift))
                    .setInternalExt("ext")
                    .setNeedAck(true)
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
