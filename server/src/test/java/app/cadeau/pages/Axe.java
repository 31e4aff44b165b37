package app.cadeau.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Asks axe whether a page is accessible: WCAG 2.2 A and AA, and what axe calls best practice. */
final class Axe {

    private static final String ASK = """
            () => axe.run(document, {resultTypes: ['violations']}).then(({violations}) => violations.map(({id, help, nodes}) =>
              `${id}: ${help}\\n` + nodes.map(({html, failureSummary}) => `    ${html}\\n    ${failureSummary}`).join('\\n')))""";

    private static final String SOURCE = source();

    private Axe() {}

    static void approves(Page page) {
        page.evaluate(SOURCE + "; 0");
        assertThat((List<?>) page.evaluate(ASK)).as("axe at " + page.url()).isEmpty();
    }

    private static String source() {
        try (var in = Axe.class.getResourceAsStream("/axe.min.js")) {
            if (in == null) {
                throw new IllegalStateException("axe.min.js is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
