package app.cadeau.livepage;

import static org.assertj.core.api.Assertions.assertThat;

import app.cadeau.browser.BrowserSettings;
import app.cadeau.browser.EngineRegister;
import app.cadeau.browser.Lanes;
import app.cadeau.live.StreamerName;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The steps of docs/selectors.md: from a page that nobody knows to a gift that was given on it. */
class SelectorsJourney {

    @AutoClose
    private static final Lanes lanes =
            new Lanes(BrowserSettings.defaults(), new OpenPage.Sessions(), EngineRegister.NONE);

    @TempDir
    Path folder;

    private TinyLive live;
    private ChromiumLivePages pages;

    @BeforeEach
    void goLive() throws IOException {
        live = new TinyLive();
        live.extra.put("/@demo/live", changedPage());
        pages = new ChromiumLivePages(
                lanes, LivePageSettings.of(live.url()).withOwnDesigns(folder), List::of, InstantSource.system());
    }

    @AfterEach
    void stop() {
        pages.close();
        live.close();
    }

    /** Coins are two words, for one that stands alone is read without being taught; they are shiny gems, Send is Zap it, and every class has another name. */
    private static String changedPage() throws IOException {
        try (InputStream in = SelectorsJourney.class.getResourceAsStream("/livepage/tiny.html")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .replace("${coins}</div>", "${coins} shiny gems</div>")
                    .replace(">Send<", ">Zap it<")
                    .replace("tile", "q7")
                    .replace("price", "z3")
                    .replace("class=\"send\"", "class=\"w9\"")
                    .replace(".send{", ".w9{");
        }
    }

    private Opening open(LivePages by) {
        return by.open(OpenPage.MAIN, new StreamerName("@demo"), OpenPage.in(15));
    }

    private LivePage opened(LivePages by) {
        var opening = open(by);
        assertThat(opening).isInstanceOf(Opening.Opened.class);
        return ((Opening.Opened) opening).page();
    }

    private String refused(LivePages by) {
        var opening = open(by);
        assertThat(opening).isInstanceOf(Opening.NotOpened.class);
        return ((Opening.NotOpened) opening).seen();
    }

    private void write(String yaml) throws IOException {
        Files.writeString(folder.resolve("mine.yaml"), yaml);
    }

    @Test
    void leadsFromAChangedPageToAGift() throws Exception {
        var kept = Objects.requireNonNull(((Opening.NotOpened) open(pages)).kept());
        var rows = kept.rows();
        assertThat(rows)
                .filteredOn(row -> row.needed() && !row.ok())
                .extracting(ProbeRow::what)
                .contains("gift bar", "tiles", "Send");
        assertThat(rows)
                .filteredOn(row -> row.what().equals("unknown words"))
                .singleElement()
                .extracting(ProbeRow::seen)
                .asString()
                .contains("\"shiny gems\" beside 4 numbers");
        assertThat(kept.structure()).contains("5 gems".substring(1), "Zap it", "class=\"z3\"");

        write("name: mine\nwords:\n  en:\n    coin: [shiny gems]\n    send: [Zap it]\n");
        try (var page = opened(pages.reading(List.of("generic", "mine")))) {
            assertThat(page.probe(OpenPage.in(15))).filteredOn(ProbeRow::needed).allMatch(ProbeRow::ok);
        }
        assertThat(live.sent).as("the doctor gives nothing").isEmpty();

        try (var open = OpenPage.around(opened(pages)).roseSelected()) {
            open.page.gate(ask -> null);
            open.press(1);
            open.until(PageNews.Answered.class, 1);
        }
        assertThat(live.sent).hasSize(1);
    }

    @Test
    void namesTheFileAndTheKeyThatAreWrong() throws IOException {
        write("name: mine\nwords:\n  en:\n    snd: [Zap it]\n");
        assertThat(refused(pages)).contains("mine.yaml", "words.en.snd: there is no such key", "send");
        write("name: yours\n");
        assertThat(refused(pages)).contains("mine.yaml", "name:");
        write("name: mine\nselectors:\n  more: a\n");
        assertThat(refused(pages)).contains("selectors.more: a list of texts is wanted");
        write("name: [mine\n");
        assertThat(refused(pages)).contains("mine.yaml", "line", "no YAML");
        Files.delete(folder.resolve("mine.yaml"));
        assertThat(refused(pages.reading(List.of("mine")))).contains("there is no design \"mine\"", "generic");
    }

    @Test
    void tellsOfASelectorThatIsNone() throws IOException {
        write("name: mine\nwords:\n  en: {coin: [shiny gems], send: [Zap it]}\nselectors:\n  more: ['div[']\n");
        try (var page = opened(pages)) {
            assertThat(page.probe(OpenPage.in(15)))
                    .filteredOn(row -> row.what().equals("designs"))
                    .singleElement()
                    .matches(row -> !row.ok() && row.seen().contains("mine: selectors.more: \"div[\""));
        }
    }
}
