package app.cadeau.live;

import app.cadeau.webcast.Frames;
import app.cadeau.webcast.StreamMessage;
import app.cadeau.webcast.UndecodableException;
import app.cadeau.webcast.proto.Message;
import app.cadeau.webcast.proto.PushFrame;
import app.cadeau.webcast.proto.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Bytes of one LIVE's stream in, news out. The same message comes by socket and by polling and after each reconnect, so
 * one LiveFrames reads all of a page's sources. Never throws for what the bytes are: a frame that cannot be read is a
 * reason in the reading, and counted. Not safe for use by several threads.
 */
public final class LiveFrames {

    /** Far beyond what a reconnect repeats: minutes of the busiest LIVE. */
    private static final int REMEMBERED = 20_000;

    private final int remembered;

    /** Made with the first message: not every page that is looked at has a stream. */
    private @Nullable Deliveries delivered;

    private long unread;

    public LiveFrames() {
        this(REMEMBERED);
    }

    /** @param remembered messages to remember, so that a repeated one is no news */
    LiveFrames(int remembered) {
        this.remembered = remembered;
    }

    /** Reads one binary message that came on the webcast socket. */
    public LiveReading socketMessage(byte[] bytes) {
        try {
            PushFrame frame = Frames.frame(bytes);
            return switch (frame.getPayloadType()) {
                case "msg" -> read(Frames.response(frame));
                case "close" -> LiveReading.closed(Frames.header(frame, "close_reason"));
                case "hb", "im_enter_room", "im_enter_room_resp", "ack" -> LiveReading.nothing();
                default -> unread("a frame of type \"" + frame.getPayloadType() + "\"");
            };
        } catch (UndecodableException e) {
            return unread(e.reason());
        }
    }

    /** Reads the body of an answer to /webcast/im/fetch/. */
    public LiveReading fetched(byte[] body) {
        try {
            return read(Frames.response(body));
        } catch (UndecodableException e) {
            return unread(e.reason());
        }
    }

    /** Frames and messages that could not be read so far. */
    public long unreadSoFar() {
        return unread;
    }

    private LiveReading read(Response response) {
        List<LiveEvent> events = new ArrayList<>();
        List<String> reasons = new ArrayList<>();
        for (StreamMessage message : Frames.messages(response)) {
            switch (message) {
                case StreamMessage.Broken broken -> reasons.add(reason(broken.envelope(), broken.reason()));
                case StreamMessage.Unknown unknown -> {}
                case StreamMessage.Known known -> news(known, reasons).ifPresent(events::add);
            }
        }
        unread += reasons.size();
        return new LiveReading(events, reasons, null);
    }

    /** History is no news: an old gift of ours would prove a send that has only begun, an old pause would hold it up. */
    private Optional<LiveEvent> news(StreamMessage.Known message, List<String> reasons) {
        Optional<Sighted> sighted = message.envelope().getIsHistory() ? Optional.empty() : Sighted.in(message);
        if (sighted.isEmpty()) {
            return Optional.empty();
        }
        Sighted found = sighted.get();
        if (found.msgId() == 0) {
            reasons.add(reason(message.envelope(), "no message id, so nobody could tell when it comes again"));
            return Optional.empty();
        }
        return delivered().first(found.roomId(), found.msgId()) ? Optional.of(found.event()) : Optional.empty();
    }

    private Deliveries delivered() {
        if (delivered == null) {
            delivered = new Deliveries(remembered);
        }
        return delivered;
    }

    private LiveReading unread(String reason) {
        unread++;
        return LiveReading.unread(reason);
    }

    private static String reason(Message envelope, String reason) {
        return envelope.getMethod() + " " + Long.toUnsignedString(envelope.getMsgId()) + ": " + reason;
    }
}
