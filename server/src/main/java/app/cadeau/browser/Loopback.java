package app.cadeau.browser;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.regex.Pattern;

/** Which addresses lead to this very machine. Judged by the written host alone: a name server is not asked. */
public final class Loopback {

    private static final Pattern IPV4 = Pattern.compile("127(\\.\\d{1,3}){3}");

    private static final int CONNECT_MILLIS = 1_000;

    private Loopback() {}

    /** Whether a program of this machine listens there. */
    public static boolean answers(URI address) {
        int port = address.getPort() >= 0 ? address.getPort() : "https".equals(address.getScheme()) ? 443 : 80;
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(address.getHost(), port), CONNECT_MILLIS);
            return true;
        } catch (IOException nobody) {
            return false;
        }
    }

    public static boolean is(URI address) {
        String host = address.getHost();
        String scheme = address.getScheme();
        return host != null
                && ("http".equals(scheme) || "https".equals(scheme))
                && (host.equals("localhost")
                        || host.equals("[::1]")
                        || IPV4.matcher(host).matches());
    }
}
