package app.cadeau.browser;

import java.net.URI;
import java.util.regex.Pattern;

/** Which addresses lead to this very machine. Judged by the written host alone: a name server is not asked. */
public final class Loopback {

    private static final Pattern IPV4 = Pattern.compile("127(\\.\\d{1,3}){3}");

    private Loopback() {}

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
