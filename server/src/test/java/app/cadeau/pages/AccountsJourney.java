package app.cadeau.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.cadeau.simulator.Fault;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Accounts from the first to the last, by hand on the page; and what may be spent. */
class AccountsJourney {

    private static final String STATE = """
            {"cookies": [{"name": "sessionid", "value": "sim-main", "domain": "127.0.0.1", "path": "/"}], "origins": []}""";

    @AutoClose
    private final Serving serving = Serving.start();

    @Test
    void bringsAnAccountChecksItReopensItAndRemovesItByItsName() {
        try (var visitor = Visitor.of(serving, View.DESK)) {
            visitor.open("/accounts.html").sees("No account yet.").findsNothingWrong();
            visitor.button("Add an account").first().click();
            visitor.field("Name in Cadeau").fill("main");
            visitor.button("Add, then import").click();
            visitor.field("The file").setInputFiles(file("{\"cookies\": 3}"));
            visitor.sees("This is no Playwright storage state");
            visitor.field("The file").setInputFiles(file(STATE));
            visitor.sees("It holds 1 cookie.").findsNothingWrong();
            visitor.dialog().getByText("Import", exact()).click();
            visitor.sees("Not proved");

            visitor.button("Check").click();
            visitor.sees("main is logged in.", "100,000", "Ready");

            serving.simulator.faults().at(Fault.HOME_CHALLENGE, 1);
            visitor.button("Check").click();
            visitor.sees("The platform asks for a person at main.", "Shut", "answer there");
            visitor.findsNothingWrong();
            visitor.button("Reopen…").click();
            visitor.field("What did you see or do? It is kept.").fill("answered the puzzle by hand");
            visitor.button("Reopen").click();
            visitor.sees("main is open again.", "Ready");

            visitor.text("Settings and session").click();
            visitor.field("Most coins in doubt").fill("700");
            visitor.button("Save").click();
            visitor.sees("The cap is 700 coins now.");
            assertThat(serving.call("GET", "/api/accounts/main", "")
                            .path("exposureCap")
                            .asInt())
                    .isEqualTo(700);

            visitor.button("Remove…").click();
            assertThat(visitor.button("Remove it")).isDisabled();
            visitor.field("Type main to remove it").fill("main");
            visitor.button("Remove it").click();
            visitor.sees("main is removed", "Still there");
            assertThat(serving.call("GET", "/api/accounts", "")).isEmpty();
        }
    }

    @Test
    void pausesAnAccountAndSetsWhatMayBeSpent() {
        serving.account("main", 5_000, true);
        try (var visitor = Visitor.of(serving, View.PHONE.in("fr"))) {
            visitor.open("/accounts.html");
            visitor.button("Mettre en pause").click();
            visitor.sees("main ne commence rien de nouveau.", "Reprendre");
            visitor.button("Fixer un budget").click();
            visitor.field("Pour qui").selectOption("STREAMER");
            visitor.field("Seulement pour").fill("luna");
            visitor.field("Pièces").fill("5000");
            visitor.button("Enregistrer").click();
            visitor.sees("Le budget est fixé.", "@luna");
            assertThat(serving.call("GET", "/api/budgets", "").toString()).contains("@luna");
            visitor.button("Lever : Un jour, @luna").click();
            visitor.dialog().getByText("Lever", exact()).click();
            visitor.sees("Le budget est levé.");
        }
        for (var view : View.all()) {
            try (var visitor = Visitor.of(serving, view)) {
                visitor.open("/accounts.html").findsNothingWrong();
            }
        }
    }

    private static com.microsoft.playwright.Locator.GetByTextOptions exact() {
        return new com.microsoft.playwright.Locator.GetByTextOptions().setExact(true);
    }

    private static FilePayload file(String content) {
        return new FilePayload("state.json", "application/json", content.getBytes(StandardCharsets.UTF_8));
    }
}
