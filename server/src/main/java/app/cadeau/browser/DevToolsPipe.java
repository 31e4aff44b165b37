package app.cadeau.browser;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Chromium's DevTools by its pipe ({@code --remote-debugging-pipe}): JSON, each message ended by a zero byte. No port is
 * open, so no other program of this machine can look into a lane.
 */
final class DevToolsPipe {

    private static final Logger LOG = LoggerFactory.getLogger(DevToolsPipe.class);

    /** How Chromium begins what nobody asked for; an answer begins with its id. */
    private static final byte[] EVENT = "{\"method\":\"".getBytes(StandardCharsets.UTF_8);

    private static final int CHUNK = 64 * 1024;

    private final InputStream in;
    private final OutputStream out;

    DevToolsPipe(InputStream in, OutputStream out) {
        this.in = in;
        this.out = out;
    }

    /** May hold the thread where a browser that was halted has left 64 KiB unread. */
    void write(JsonObject message) throws IOException {
        out.write(message.toString().getBytes(StandardCharsets.UTF_8));
        out.write(0);
        out.flush();
    }

    /**
     * Hands over each message until the pipe ends. What nobody listens to is not even parsed: of the network's own
     * events that is half.
     *
     * @param wanted whether an event of that name is listened to
     */
    void read(Predicate<String> wanted, Consumer<JsonObject> taker) throws IOException {
        var message = new ByteArrayOutputStream(CHUNK);
        var chunk = new byte[CHUNK];
        for (int got = in.read(chunk); got >= 0; got = in.read(chunk)) {
            int begin = 0;
            for (int at = 0; at < got; at++) {
                if (chunk[at] == 0) {
                    message.write(chunk, begin, at - begin);
                    take(message.toByteArray(), wanted, taker);
                    message.reset();
                    begin = at + 1;
                }
            }
            message.write(chunk, begin, got - begin);
        }
    }

    private static void take(byte[] message, Predicate<String> wanted, Consumer<JsonObject> taker) {
        String event = event(message);
        if (event != null && !wanted.test(event)) {
            return;
        }
        JsonObject parsed;
        try {
            parsed = JsonParser.parseString(new String(message, StandardCharsets.UTF_8))
                    .getAsJsonObject();
        } catch (JsonParseException | IllegalStateException unreadable) {
            LOG.error("the browser said what is no message of DevTools", unreadable);
            return;
        }
        taker.accept(parsed);
    }

    private static @Nullable String event(byte[] message) {
        for (int at = 0; at < EVENT.length; at++) {
            if (at >= message.length || message[at] != EVENT[at]) {
                return null;
            }
        }
        int end = EVENT.length;
        while (end < message.length && message[end] != '"') {
            end++;
        }
        return new String(message, EVENT.length, end - EVENT.length, StandardCharsets.US_ASCII);
    }
}
