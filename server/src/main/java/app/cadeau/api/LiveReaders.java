package app.cadeau.api;

import app.cadeau.team.Sessions;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.tomcat.websocket.Constants;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PingMessage;
import org.springframework.web.socket.PongMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.NativeWebSocketSession;
import org.springframework.web.socket.handler.AbstractWebSocketHandler;

/** Everyone who watches by WebSocket: each with an outbox and a thread that empties it. Nobody is listened to but for pongs. */
@Component
class LiveReaders extends AbstractWebSocketHandler {

    static final int MOST = 500;

    private static final int MOST_BYTES_IN = 1_024;
    private static final int MOST_TEXTS_IN = 100;
    private static final Duration PING_EVERY = Duration.ofSeconds(20);
    private static final Duration SILENT_FOR = Duration.ofSeconds(60);
    private static final long SEND_WITHIN_MILLIS = 5_000;

    private record Seat(Outbox outbox, Session wire) {}

    private final Newsroom newsroom;
    private final Watch watch;
    private final Sessions sessions;
    private final InstantSource clock;
    private final Map<String, Seat> seats = new ConcurrentHashMap<>();

    LiveReaders(Newsroom newsroom, Watch watch, Sessions sessions, InstantSource clock) {
        this.newsroom = newsroom;
        this.watch = watch;
        this.sessions = sessions;
        this.clock = clock;
        sessions.whenEnded(this::ended);
    }

    /** Who logs out, or is removed, hears nothing more. */
    private void ended(String session) {
        seats.values().stream().filter(seat -> session.equals(seat.wire.logIn)).forEach(seat -> seat.wire.logOut());
    }

    boolean full() {
        return seats.size() >= MOST;
    }

    int count() {
        return seats.size();
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) {
        session.setTextMessageSizeLimit(MOST_BYTES_IN);
        session.setBinaryMessageSizeLimit(MOST_BYTES_IN);
        if (session instanceof NativeWebSocketSession known
                && known.getNativeSession() instanceof jakarta.websocket.Session tomcat) {
            tomcat.getUserProperties().put(Constants.BLOCKING_SEND_TIMEOUT_PROPERTY, SEND_WITHIN_MILLIS);
        }
        var wire = new Session(session);
        var outbox = new Outbox(wire, PING_EVERY);
        if (!sits(session.getId(), new Seat(outbox, wire))) {
            wire.close(CloseStatus.SERVICE_OVERLOAD.withReason("TOO_MANY_READERS"));
            return;
        }
        if (wire.loggedOut()) {
            wire.logOut();
            return;
        }
        watch.look();
        newsroom.join(outbox, (Long) session.getAttributes().get(LiveDoor.AFTER), version());
        Thread.ofVirtual().name("reader-" + session.getId()).start(outbox::run);
    }

    /** Since its handshake the last seat may have been taken. */
    private synchronized boolean sits(String id, Seat seat) {
        if (full()) {
            return false;
        }
        seats.put(id, seat);
        return true;
    }

    static String version() {
        return Optional.ofNullable(LiveReaders.class.getPackage().getImplementationVersion())
                .orElse("dev");
    }

    @Override
    protected void handleTextMessage(WebSocketSession session, TextMessage message) throws IOException {
        var seat = seats.get(session.getId());
        if (seat != null && ++seat.wire.textsIn > MOST_TEXTS_IN) {
            session.close(CloseStatus.POLICY_VIOLATION);
        }
    }

    @Override
    protected void handlePongMessage(WebSocketSession session, PongMessage message) {
        var seat = seats.get(session.getId());
        if (seat != null) {
            seat.wire.heardAt = clock.instant();
        }
    }

    @Override
    public void handleTransportError(WebSocketSession session, Throwable broken) {
        leave(session);
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        leave(session);
    }

    private void leave(WebSocketSession session) {
        var seat = seats.remove(session.getId());
        if (seat != null) {
            newsroom.leave(seat.outbox);
            seat.outbox.close();
        }
    }

    /** The wire of one reader. */
    private final class Session implements Outbox.Wire {

        private final WebSocketSession session;
        private volatile Instant heardAt = clock.instant();
        private final @Nullable String logIn;
        private int textsIn;

        Session(WebSocketSession session) {
            this.session = session;
            this.logIn =
                    session.getAttributes().get(LiveDoor.CALLER) instanceof Caller caller && caller.session() != null
                            ? caller.session().id()
                            : null;
        }

        /** It may have ended between the handshake and its seat, or have grown too old. */
        boolean loggedOut() {
            return logIn != null && !sessions.goesOn(logIn);
        }

        void logOut() {
            close(CloseStatus.POLICY_VIOLATION.withReason(
                    "LOGIN_NEEDED")); // before its outbox ends, which would say otherwise
            leave(session);
        }

        private void close(CloseStatus why) {
            try {
                session.close(why);
            } catch (IOException gone) {
                // It is gone already.
            }
        }

        @Override
        public void send(String text) throws IOException {
            session.sendMessage(new TextMessage(text));
        }

        @Override
        public void ping() throws IOException {
            if (loggedOut()) {
                logOut();
                return;
            }
            if (clock.instant().isAfter(heardAt.plus(SILENT_FOR))) {
                throw new IOException("no pong within " + SILENT_FOR);
            }
            session.sendMessage(new PingMessage(ByteBuffer.allocate(0)));
        }

        @Override
        public void end(boolean slow) {
            leave(session);
            close(slow ? CloseStatus.SERVICE_OVERLOAD : CloseStatus.GOING_AWAY);
        }
    }
}
