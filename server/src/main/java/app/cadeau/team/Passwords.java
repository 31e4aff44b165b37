package app.cadeau.team;

import java.text.Normalizer;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * What a password must be, and its Argon2id hash with the least parameters that OWASP gives: 19 MiB, two passes, one lane.
 * Two are hashed at a time; who waits longer than a second is told to come again.
 */
@Component
final class Passwords {

    /** Too many wait to be hashed. */
    static final class Busy extends RuntimeException {
        private static final long serialVersionUID = 1;

        Busy() {
            super("too many passwords wait to be hashed");
        }
    }

    static final int LEAST = 12;
    static final int MOST = 128;

    private static final int AT_ONCE = 2;
    private static final Duration WAIT = Duration.ofSeconds(1);

    /** The hash of nothing that anybody knows: a wrong name takes as long as a wrong password. */
    private static final String NOBODYS =
            "$argon2id$v=19$m=19456,t=2,p=1$pH0uQbGmY0ZrM1sT9x6jDg$" + "7w1oVtYc0h4cS8kq3nJXx2b5mUe9zRrQ6fLdA0gWiPo";

    private final Argon2PasswordEncoder argon2 = new Argon2PasswordEncoder(16, 32, 1, 19_456, 2);
    private final Semaphore turns = new Semaphore(AT_ONCE, true);

    /** What is wrong with a new password, or null. */
    static @Nullable String fault(String password, MemberName name) {
        var normal = normal(password);
        var length = normal.codePointCount(0, normal.length());
        if (length < LEAST || length > MOST) {
            return "a password has " + LEAST + " to " + MOST + " characters";
        }
        var small = normal.toLowerCase(Locale.ROOT);
        if (small.contains(name.text()) && name.text().length() * 2 >= length) {
            return "a password is not the name";
        }
        return CommonPasswords.hold(small) ? "this password is one of the commonest; take another one" : null;
    }

    String hash(String password) {
        return inTurn(() -> argon2.encode(normal(password)));
    }

    /** Takes the same time whether or not there is a hash to compare with. */
    boolean matches(String password, @Nullable String hash) {
        var fits = inTurn(() -> argon2.matches(normal(password), hash == null ? NOBODYS : hash));
        return fits && hash != null;
    }

    /** Whether a hash was made with other parameters than those of today. */
    boolean outdated(String hash) {
        return argon2.upgradeEncoding(hash);
    }

    private <T> T inTurn(java.util.function.Supplier<T> work) {
        try {
            if (!turns.tryAcquire(WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Busy();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Busy();
        }
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }

    private static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
    }
}
