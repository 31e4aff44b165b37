package app.cadeau;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the daemon listens, and how it is protected there.
 *
 * @param address 127.0.0.1, or another one of this machine
 * @param publicUrl under which a proxy, or the network, reaches it; blank for none
 * @param insecure "yes" lets it listen beyond this machine without TLS
 */
@ConfigurationProperties("cadeau")
record ListenSettings(
        @DefaultValue("127.0.0.1") String address,
        @DefaultValue("") String publicUrl,
        @DefaultValue("no") String insecure,
        @DefaultValue Tls tls) {

    /** @param cert a PEM file with the certificate and its chain; @param key a PEM file with its private key */
    record Tls(@Nullable Path cert, @Nullable Path key) {

        boolean wanted() {
            return given(cert) || given(key);
        }

        private static boolean given(@Nullable Path file) {
            return file != null && !file.toString().isBlank();
        }
    }
}
