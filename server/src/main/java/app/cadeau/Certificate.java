package app.cadeau;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.pem.PemContent;

/** The owner's certificate and its key, proved to belong together before anything listens with them. */
record Certificate(Path cert, Path key) {

    static Certificate of(ListenSettings.Tls tls) {
        var certificate = new Certificate(file(tls.cert(), "CADEAU_TLS_CERT"), file(tls.key(), "CADEAU_TLS_KEY"));
        certificate.check();
        return certificate;
    }

    private static Path file(@Nullable Path file, String variable) {
        if (file == null || file.toString().isBlank()) {
            throw new CannotStart("TLS needs both CADEAU_TLS_CERT and CADEAU_TLS_KEY; " + variable + " is not set.");
        }
        if (!Files.isReadable(file)) {
            throw new CannotStart("The file of " + variable + ", " + file + ", cannot be read.");
        }
        return file.toAbsolutePath();
    }

    private void check() {
        try {
            var chain = PemContent.load(cert).getCertificates();
            var secret = PemContent.load(key).getPrivateKey();
            if (chain.isEmpty() || secret == null) {
                throw new CannotStart(cert + " holds no certificate, or " + key + " no private key, in PEM.");
            }
            chain.getFirst().checkValidity();
            if (!belongTogether(chain.getFirst(), secret)) {
                throw new CannotStart("The key in " + key + " is not that of the certificate in " + cert + ".");
            }
        } catch (java.security.cert.CertificateExpiredException
                | java.security.cert.CertificateNotYetValidException old) {
            throw new CannotStart("The certificate in " + cert + " is not valid today.", old);
        } catch (java.io.IOException | IllegalStateException | IllegalArgumentException unreadable) {
            throw new CannotStart(
                    "TLS cannot be set up with " + cert + " and " + key + ": they are not PEM as wanted.", unreadable);
        }
    }

    private static boolean belongTogether(X509Certificate certificate, PrivateKey secret) {
        var algorithm = switch (secret.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default -> secret.getAlgorithm();
        };
        try {
            var said = "one and the same".getBytes(java.nio.charset.StandardCharsets.UTF_8);
            var sign = Signature.getInstance(algorithm);
            sign.initSign(secret);
            sign.update(said);
            var verify = Signature.getInstance(algorithm);
            verify.initVerify(certificate.getPublicKey());
            verify.update(said);
            return verify.verify(sign.sign());
        } catch (GeneralSecurityException differ) {
            return false;
        }
    }
}
