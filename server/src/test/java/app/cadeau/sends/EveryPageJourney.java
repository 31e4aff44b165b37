package app.cadeau.sends;

import static org.assertj.core.api.Assertions.assertThat;

import app.cadeau.livepage.LivePageSettings;
import app.cadeau.livepage.LivePages;
import app.cadeau.simulator.Look;
import app.cadeau.simulator.Settings;
import app.cadeau.simulator.Simulator;
import app.cadeau.simulator.Skin;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every design of the simulator in both languages, read with all designs and with the generic one alone. */
class EveryPageJourney {

    private static final String CHEST = "99150";

    /** Another gift of the same name costs as much: only the picture tells them apart. */
    private static final String GALAXY = "11046";

    @AutoClose
    static final Stage stage = new Stage();

    @AutoClose
    private static Simulator simulator;

    @BeforeAll
    static void open() {
        simulator = Simulator.start(Settings.defaults().withSeed(7).withPurse("sim-main", "main", 100_000_000));
    }

    /** @param shape of a shuffled page; what else there is has none */
    record Kind(Skin skin, @Nullable Long shape, String language, boolean genericAlone) {

        Look look() {
            return new Look(language, skin, shape, Duration.ZERO);
        }

        @Override
        public String toString() {
            return skin + (shape == null ? "" : " " + shape) + ", " + language
                    + (genericAlone ? ", generic alone" : "");
        }
    }

    static Stream<Kind> oneOfEach() {
        return Stream.of(
                new Kind(Skin.CURRENT, null, "fr", true),
                new Kind(Skin.OF_2022, null, "en", false),
                new Kind(Skin.SHUFFLED, 1L, "fr", true));
    }

    /** Ten shapes in a row meet every kind of shuffled page. */
    static Stream<Kind> all() {
        var known = Stream.of(Skin.CURRENT, Skin.OF_2022)
                .flatMap(skin -> Stream.of("en", "fr")
                        .flatMap(language ->
                                Stream.of(true, false).map(alone -> new Kind(skin, null, language, alone))));
        var shuffled = IntStream.range(0, 10)
                .mapToObj(shape -> new Kind(Skin.SHUFFLED, (long) shape, shape % 2 == 0 ? "en" : "fr", true));
        var read = Stream.of(new Kind(Skin.SHUFFLED, 4L, "en", false), new Kind(Skin.SHUFFLED, 7L, "fr", false));
        return Stream.of(known, shuffled, read)
                .flatMap(kinds -> kinds)
                .filter(kind -> oneOfEach().noneMatch(kind::equals));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("oneOfEach")
    void sendsWhatWasAskedFor(Kind kind) throws InterruptedException {
        gives(kind);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    @Tag("long")
    void sendsWhatWasAskedForOnEachOther(Kind kind) throws InterruptedException {
        gives(kind);
    }

    /** From the bar, from the panel, by a name that several gifts bear, and by such a name with its price. */
    private static void gives(Kind kind) throws InterruptedException {
        stage.forget();
        simulator.wear(kind.look());
        var settings = LivePageSettings.of(URI.create(simulator.url()));
        var pages = stage.pages(kind.genericAlone ? settings.withDesigns(List.of("generic")) : settings);

        confirmed(kind, pages, Stage.Ask.of("5655", 4));
        confirmed(kind, pages, Stage.Ask.of(CHEST, 2));
        confirmed(kind, pages, Stage.Ask.of(GALAXY, 1));
        colliding(kind, pages);
        confirmed(kind, pages, Stage.Ask.of("Heart", 2).priced(10));
    }

    private static void confirmed(Kind kind, LivePages pages, Stage.Ask ask) throws InterruptedException {
        var receipt = sent(pages, ask);
        assertThat(receipt.state()).as("%s: %s", kind, receipt).isEqualTo(SendState.CONFIRMED);
        assertThat(simulator.truth().landed("main")).isEqualTo(ask.quantity());
        assertThat(simulator.truth().coins("main")).as("%s", receipt).isEqualTo(receipt.coinsSpent());
    }

    private static void colliding(Kind kind, LivePages pages) throws InterruptedException {
        var receipt = sent(pages, Stage.Ask.of("Heart", 2));
        assertThat(receipt.reason()).as("%s: %s", kind, receipt).isNotNull();
        assertThat(receipt.reason().code()).isEqualTo(Reason.Code.GIFT_AMBIGUOUS);
        assertThat(receipt.reason().sentence()).contains("6247 Heart for 1", "5480 Heart for 10", "5738 Heart for 200");
        assertThat(simulator.truth().landed("main")).isZero();
    }

    private static Receipt sent(LivePages pages, Stage.Ask ask) throws InterruptedException {
        simulator.truth().clear();
        var receipt = stage.send(pages, ask);
        TruthBeside.agrees(simulator, receipt);
        return receipt;
    }
}
