package app.cadeau.team;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTest {

    private static final MemberName ADA = new MemberName("ada-of-the-lake");

    @Test
    void aPasswordIsKeptAsAnArgon2idHashWithTheParametersOfOwasp() {
        var passwords = new Passwords();
        var hash = passwords.hash("a long and quiet evening");
        assertThat(hash)
                .startsWith("$argon2id$v=19$m=19456,t=2,p=1$")
                .isNotEqualTo(passwords.hash("a long and quiet evening"));
        assertThat(passwords.matches("a long and quiet evening", hash)).isTrue();
        assertThat(passwords.matches("a long and quiet morning", hash)).isFalse();
        assertThat(passwords.matches("", null)).isFalse();
        assertThat(passwords.outdated(hash)).isFalse();
        assertThat(passwords.outdated(hash.replace("m=19456", "m=9000"))).isTrue();
    }

    /** By the processor's time, which no other program makes longer. */
    private static long nanos(Runnable work) {
        var threads = ManagementFactory.getThreadMXBean();
        var before = threads.getCurrentThreadCpuTime();
        work.run();
        return threads.getCurrentThreadCpuTime() - before;
    }

    @Test
    void aNameThatIsNotThereCostsAHashAsWell() {
        var passwords = new Passwords();
        var hash = passwords.hash("a long and quiet evening");
        var wrongPassword = nanos(() -> passwords.matches("a long and quiet morning", hash));
        var wrongName = nanos(() -> passwords.matches("a long and quiet morning", null));
        assertThat(wrongName).isBetween(wrongPassword / 4, wrongPassword * 4);
    }

    @Test
    void theSamePasswordInAnotherUnicodeFormFits() {
        var passwords = new Passwords();
        assertThat(passwords.matches("cafe\u0301 au bord du lac", passwords.hash("caf\u00e9 au bord du lac")))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "elevenchars",
                "password1234",
                "Password123!",
                "motdepasse2026",
                "aaaaaaaaaaaa",
                "abcabcabcabc",
                "123456789012",
                "azertyuiopqs",
                "qwertyuiopas",
                "ada-of-the-lake",
                "Ada-of-the-lake1",
                "iloveyou12345",
                "cadeaucadeau1",
                "sonyericsson",
                "Mustang-2026!!",
                "qwerty123456",
                "liverpoolliverpool",
                "mailcreated5240"
            })
    void whatIsTriedFirstEverywhereIsNoPassword(String weak) {
        assertThat(Passwords.fault(weak, ADA)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a long and quiet evening", "tröpfelnder Wasserhahn", "Kx7!pQz2mV9w", "ein zwei drei vier"})
    void aLongSentenceIsOne(String good) {
        assertThat(Passwords.fault(good, ADA)).isNull();
        assertThat(Passwords.fault("x1y".repeat(50), ADA)).contains("128");
    }
}
