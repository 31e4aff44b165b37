package app.cadeau.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The history as a person reads it: rows, filters, receipts, the settling of what nobody could prove. */
class HistoryJourney {

    @AutoClose
    private static final Serving serving = Serving.start(LivedIn.stage());

    private static String confirmed = "";
    private static String review = "";

    @BeforeAll
    static void live() {
        try (var visitor = Visitor.of(serving, View.DESK)) {
            visitor.open("/history.html").sees("Nothing was sent yet.").findsNothingWrong();
        }
        var home = LivedIn.of(serving);
        confirmed = home.confirmed("main", "@demo", "Rose", 14).path("id").asString();
        home.refused();
        review = home.review().path("id").asString();
    }

    @Test
    void isReadInEachLanguageByEachLightOnEachScreen() {
        for (var view : View.all()) {
            try (var visitor = Visitor.of(serving, view)) {
                visitor.open("/history.html").findsNothingWrong();
                visitor.open("/history.html?send=" + confirmed).findsNothingWrong();
                visitor.open("/history.html?send=" + review).findsNothingWrong();
            }
        }
    }

    @Test
    void keepsItsFiltersInTheAddressAndGoesBack() {
        try (var visitor = Visitor.of(serving, View.PHONE)) {
            visitor.open("/history.html");
            visitor.button("Confirmed").click();
            visitor.whenReady().sees("14 × Rose");
            assertThat(visitor.page).hasURL(Pattern.compile("state=CONFIRMED$"));
            assertThat(visitor.text("Doughnut")).hasCount(0);
            visitor.text("14 × Rose").click();
            visitor.whenReady().sees("14 × Rose to @demo");
            visitor.page.goBack();
            assertThat(visitor.text("Doughnut")).hasCount(0);
            visitor.page.goBack();
            visitor.whenReady().sees("0 of 8 × Doughnut", "0 of 10 × Rose");
        }
    }

    @Test
    void exportsWhatTheFiltersFitAsTheDaemonMakesIt() throws java.io.IOException {
        try (var visitor = Visitor.of(serving, View.DESK)) {
            visitor.open("/history.html?state=CONFIRMED&member=owner").sees("14 × Rose");
            var file = visitor.page.waitForDownload(() -> visitor.button("CSV").click());
            assertThat(file.suggestedFilename()).matches("cadeau-\\d{4}-\\d\\d-\\d\\d\\.csv");
            assertThat(java.nio.file.Files.readString(file.path()))
                    .startsWith("\ufeffid,state,streamer,")
                    .contains(confirmed + ",CONFIRMED,'@demo,main,5655,Rose,")
                    .doesNotContain(review);
            visitor.open("/history.html?member=nobody").sees("No send fits these filters.");
            visitor.findsNothingWrong();
        }
    }

    @Test
    void tellsInWordsHowEachGiftIsKnownAndFillsInTheNextSend() {
        try (var visitor = Visitor.of(serving, View.DESK.in("fr"))) {
            visitor.open("/history.html?send=" + confirmed)
                    .sees("sur 14 confirmés", "Réponses", "14 sur 14", "concorde", "Comment on le sait");
            assertThat(visitor.link("Renvoyer").getAttribute("href"))
                    .contains("streamer=%40demo", "gift=5655", "quantity=14", "account=main");
        }
    }

    @Test
    void settlesAReviewAfterSayingWhatThatDoes() {
        try (var visitor = Visitor.of(serving, View.DESK)) {
            visitor.open("/history.html?send=" + review).sees("Some gifts can be proved neither way.", "240");
            visitor.field("gifts landed, of the 8 that were asked for").fill("7");
            visitor.sees("7 gifts will count as landed: 210 coins spent. 30 coins go back to the balance.");
            assertThat(serving.call("GET", "/api/sends/" + review, "")
                            .path("state")
                            .asString())
                    .isEqualTo("REVIEW");
            visitor.field("How do you know?").fill("counted in the gift history");
            visitor.button("Settle it").click();
            visitor.sees("Settled.", "of 8 confirmed", "In part");
            var receipt = serving.call("GET", "/api/sends/" + review, "");
            assertThat(receipt.path("confirmed").asInt()).isEqualTo(7);
            assertThat(receipt.path("coinsSpent").asInt()).isEqualTo(210);
        }
    }
}
