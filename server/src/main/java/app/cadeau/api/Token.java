package app.cadeau.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The token in the home, by which the command line on this machine is known. Made once, readable by its owner only. */
@Component
final class Token {

    private static final String BEARER = "Bearer ";

    private final String text;

    Token(ApiSettings settings) {
        text = madeIn(settings.home().resolve("token"));
    }

    private static String madeIn(Path file) {
        try {
            if (!Files.exists(file)) {
                var mode = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
                Files.createFile(file, mode);
                Files.writeString(file, Secrets.random() + "\n");
            }
            var text = Files.readString(file).strip();
            if (text.length() < 32) {
                throw new IllegalStateException("the token in " + file + " is too short; remove the file");
            }
            return text;
        } catch (IOException unusable) {
            throw new UncheckedIOException("the token " + file + " cannot be made or read", unusable);
        }
    }

    /** Only who has the token can make this text for that one. */
    String seal(String sealed) {
        return Secrets.seal(text, sealed);
    }

    boolean borneBy(@Nullable String authorization) {
        return authorization != null
                && authorization.startsWith(BEARER)
                && Secrets.same(text, authorization.substring(BEARER.length()).strip());
    }
}
