package app.cadeau.benchmarks;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.locks.LockSupport;

/** Reads the WebSocket by 2 KB a second, with the smallest buffer that the system gives, until it is told to hurry. */
final class SlowReader implements AutoCloseable {

    private static final int BUFFER = 2_304;
    private static final int AT_ONCE = 256;
    private static final Duration PAUSE = Duration.ofMillis(125);

    private final Socket socket = new Socket();
    private final Heard heard = new Heard();
    private volatile boolean hurried;

    private SlowReader() {}

    static SlowReader come(URI address, String authorization) {
        var reader = new SlowReader();
        try {
            reader.socket.setReceiveBufferSize(BUFFER);
            reader.socket.connect(new InetSocketAddress(address.getHost(), address.getPort()));
            var key = Base64.getEncoder().encodeToString(new byte[16]);
            var call = "GET " + address.getPath() + " HTTP/1.1\r\nHost: " + address.getHost() + ":" + address.getPort()
                    + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: "
                    + key + "\r\nAuthorization: " + authorization + "\r\n\r\n";
            reader.socket.getOutputStream().write(call.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
        Thread.ofVirtual().start(reader::read);
        return reader;
    }

    private void read() {
        try (var in = new DataInputStream(socket.getInputStream())) {
            var head = new StringBuilder();
            while (!head.toString().endsWith("\r\n\r\n")) {
                head.append((char) in.readUnsignedByte());
            }
            while (true) {
                frame(in);
            }
        } catch (EOFException end) {
            // It was closed.
        } catch (IOException gone) {
            // So was it here.
        }
    }

    private void frame(DataInputStream in) throws IOException {
        var kind = in.readUnsignedByte() & 0x0f;
        var length = in.readUnsignedByte() & 0x7f;
        var bytes = new byte[length == 126 ? in.readUnsignedShort() : length == 127 ? (int) in.readLong() : length];
        for (var from = 0; from < bytes.length; from += AT_ONCE) {
            in.readFully(bytes, from, Math.min(AT_ONCE, bytes.length - from));
            if (!hurried) {
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
        if (kind == 1) {
            heard.add(new String(bytes, StandardCharsets.UTF_8));
        }
    }

    /** Reads as fast as it can from now on, to the end of that send. */
    int messages(String send, Duration within) {
        hurried = true;
        var deadline = System.nanoTime() + within.toNanos();
        while (!heard.ended(send) && System.nanoTime() < deadline) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        return heard.of(send).size();
    }

    String states(String send) {
        return heard.states(send);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
