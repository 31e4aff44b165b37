package app.cadeau.team;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The keys that access tokens are signed with: a JWK set in the home, readable by its owner only, newest first. The one
 * before the newest still proves what it signed; without the file all access tokens fall, and nothing else.
 */
final class SigningKeys {

    private static final int KEPT = 2;
    private static final int BITS = 256;

    private final Path file;
    private volatile @Nullable JWKSet keys;

    SigningKeys(Path file) {
        this.file = file;
    }

    JWKSet all() {
        var known = keys;
        return known != null ? known : read();
    }

    OctetSequenceKey newest() {
        return all().getKeys().getFirst().toOctetSequenceKey();
    }

    /** From now on a new key signs; what the one before signed is good for as long as it lives. */
    synchronized String rotate() {
        var made = made();
        var all = new ArrayList<JWK>();
        all.add(made);
        all.addAll(all().getKeys());
        write(all.subList(0, Math.min(KEPT, all.size())));
        return made.getKeyID();
    }

    private synchronized JWKSet read() {
        if (!Files.exists(file)) {
            write(List.of(made()));
        }
        try {
            var known = JWKSet.parse(Files.readString(file));
            if (known.isEmpty()
                    || !known.getKeys().stream()
                            .allMatch(key -> key instanceof OctetSequenceKey && key.size() == BITS)) {
                throw new IllegalStateException("the signing keys in " + file + " are damaged; remove the file");
            }
            keys = known;
            return known;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the signing keys " + file + " cannot be read", unreadable);
        } catch (ParseException damaged) {
            // Without its cause, which may cite the file.
            throw new IllegalStateException("the signing keys in " + file + " are damaged; remove the file");
        }
    }

    private void write(List<JWK> all) {
        var mode = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var set = new JWKSet(all);
        try {
            var fresh = Files.createTempFile(file.getParent(), "signing", ".new", mode);
            Files.writeString(fresh, set.toString(false) + "\n");
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException unwritable) {
            throw new UncheckedIOException("the signing keys " + file + " cannot be written", unwritable);
        }
        keys = set;
    }

    private static OctetSequenceKey made() {
        try {
            return new OctetSequenceKeyGenerator(BITS).keyID(Secret.random(9)).generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException("no key can be made", impossible);
        }
    }
}
