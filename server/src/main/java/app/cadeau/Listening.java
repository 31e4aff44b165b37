package app.cadeau;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.springframework.boot.web.server.ConfigurableWebServerFactory;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** Binds the web server: to this machine, or beyond it with TLS, behind a proxy, or at the owner's risk. */
@Component
final class Listening implements WebServerFactoryCustomizer<ConfigurableWebServerFactory> {

    private final ListenSettings settings;

    Listening(ListenSettings settings) {
        this.settings = settings;
    }

    @Override
    public void customize(ConfigurableWebServerFactory server) {
        var address = address();
        var tls = settings.tls().wanted();
        if (!address.isLoopbackAddress()
                && !tls
                && settings.publicUrl().isBlank()
                && !"yes".equals(settings.insecure())) {
            throw new CannotStart(
                    "CADEAU_ADDRESS " + settings.address() + " is open to other machines, where passwords and"
                            + " tokens would go unencrypted: set CADEAU_TLS_CERT and CADEAU_TLS_KEY, or CADEAU_PUBLIC_URL of a proxy,"
                            + " or CADEAU_INSECURE=yes.");
        }
        server.setAddress(address);
        if (tls) {
            server.setSsl(ssl(Certificate.of(settings.tls())));
        }
    }

    private InetAddress address() {
        try {
            return InetAddress.getByName(settings.address());
        } catch (UnknownHostException unknown) {
            throw new CannotStart("CADEAU_ADDRESS " + settings.address() + " is no address of this machine.", unknown);
        }
    }

    private static Ssl ssl(Certificate certificate) {
        var ssl = new Ssl();
        ssl.setCertificate("file:" + certificate.cert());
        ssl.setCertificatePrivateKey("file:" + certificate.key());
        ssl.setEnabledProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
        return ssl;
    }

    /** How a program of this machine reaches the daemon. */
    String reached(int port) {
        var address = address();
        var host = address.isAnyLocalAddress() || address.isLoopbackAddress() ? "127.0.0.1" : address.getHostAddress();
        return (settings.tls().wanted() ? "https://" : "http://") + (host.contains(":") ? "[" + host + "]" : host) + ":"
                + port;
    }

    /** The certificate that the daemon shows, or null. */
    java.nio.file.@org.jspecify.annotations.Nullable Path certificate() {
        return settings.tls().wanted() ? settings.tls().cert() : null;
    }
}
