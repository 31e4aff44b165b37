package app.cadeau;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What docs/security.md says is tested, is. */
class SecurityDocTest {

    private static final Pattern NAMED = Pattern.compile("`(\\w+(?:Test|Journey))\\.(\\w+)`");

    @Test
    void everyTestThatTheDocumentNamesIsThere() throws IOException {
        var named = NAMED.matcher(Files.readString(Path.of("../docs/security.md")))
                .results()
                .toList();
        assertThat(named).as("tests named").hasSizeGreaterThan(40);
        for (var test : named) {
            assertThat(sourceOf(test)).as(test.group()).contains("void " + test.group(2) + "(");
        }
    }

    private static String sourceOf(MatchResult test) throws IOException {
        try (var files = Files.walk(Path.of("src/test/java"))) {
            var file = files.filter(path -> path.endsWith(test.group(1) + ".java"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("there is no " + test.group(1)));
            return Files.readString(file);
        }
    }
}
