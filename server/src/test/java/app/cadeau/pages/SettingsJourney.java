package app.cadeau.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Settings: what is chosen is seen at once, and what is done to the daemon is done. */
class SettingsJourney {

    @AutoClose
    private static final Serving serving = Serving.start();

    @Test
    void isReadInEachLanguageByEachLightOnEachScreen() {
        for (var view : View.all()) {
            try (var visitor = Visitor.of(serving, view)) {
                visitor.open("/settings.html").findsNothingWrong();
            }
        }
    }

    @Test
    void changesLanguageAndLightInPlace() {
        try (var visitor = Visitor.of(serving, View.DESK)) {
            visitor.open("/settings.html");
            visitor.button("Français").click();
            visitor.sees("Réglages", "Sauvegarde");
            visitor.button("Claire").click();
            assertThat(visitor.page.locator("html")).hasAttribute("data-theme", "light");
            visitor.button("Élevé").click();
            visitor.findsNothingWrong();
            visitor.open("/history.html").sees("Historique");
        }
    }

    @Test
    void pausesTheQueueWritesACopyAndExaminesTheMachine() {
        var copy = serving.home.resolve("copy.db");
        try (var visitor = Visitor.of(serving, View.PHONE)) {
            visitor.open("/settings.html");
            visitor.button("Pause the queue").click();
            visitor.sees("Let it go on");
            assertThat(serving.call("GET", "/api/status", "")
                            .at("/queue/paused")
                            .asBoolean())
                    .isTrue();
            visitor.button("Let it go on").click();
            visitor.sees("The queue goes on.");
            visitor.field("File on Cadeau’s machine").fill(copy.toString());
            visitor.button("Write a copy").click();
            visitor.sees("The copy is written and checked.");
            assertThat(Files.exists(copy)).isTrue();
            visitor.field("File on Cadeau’s machine").fill(copy.toString());
            visitor.button("Write a copy").click();
            visitor.sees("No copy was written.", "Nothing was spent.");
            visitor.button("Examine").click();
            visitor.sees("Everything a send needs is in order.", "Chromium");
        }
    }
}
