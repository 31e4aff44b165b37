package app.cadeau.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Favourite streamers: added, noted, looked at, taken away and brought back. */
class StreamsJourney {

    /** A look goes through the whole panel, in turn with the look whether the streamer is on air. */
    private static final double LOOK_MS = 40_000;

    @AutoClose
    private final Serving serving = Serving.start(LivedIn.stage());

    @Test
    void keepsFavouritesShowsWhatTheyOfferAndUndoesARemoval() {
        serving.account("main", 5_000, true);
        try (var visitor = Visitor.of(serving, View.PHONE)) {
            visitor.open("/streams.html").sees("No favourites yet.").findsNothingWrong();
            visitor.field("Add a streamer").fill("@luna");
            visitor.button("Add").click();
            visitor.sees("@luna is a favourite now.", "Add a note");
            visitor.text("Add a note").click();
            visitor.field("Note").fill("Sunday battles");
            visitor.button("Save").click();
            visitor.sees("Sunday battles");

            visitor.button("What it offers").click();
            assertThat(visitor.text("Finger Heart").first())
                    .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(LOOK_MS));
            visitor.sees("in the bar", "behind More").findsNothingWrong();
            visitor.field("Name, price or number").fill("perfume");
            assertThat(visitor.text("1 gift").first()).isVisible();
            assertThat(visitor.page.locator(".offered a").getAttribute("href"))
                    .contains("streamer=%40luna", "gift=5658");

            visitor.button("Check now").click();
            visitor.sees("@luna is on air.");
            visitor.button("Remove").click();
            visitor.sees("No favourites yet.");
            visitor.button("Undo").click();
            visitor.sees("Sunday battles");
        }
        for (var view : View.all()) {
            try (var visitor = Visitor.of(serving, view)) {
                visitor.open("/streams.html").findsNothingWrong();
            }
        }
    }
}
