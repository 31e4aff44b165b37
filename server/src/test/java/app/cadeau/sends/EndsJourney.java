package app.cadeau.sends;

import static org.assertj.core.api.Assertions.assertThat;

import app.cadeau.livepage.LivePageSettings;
import app.cadeau.simulator.Settings;
import app.cadeau.simulator.Simulator;
import app.cadeau.simulator.Skin;
import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables of ends in {@code docs/simulator.md}: a send of six Roses on every trap, broken call and variation. */
@Execution(ExecutionMode.CONCURRENT)
class EndsJourney {

    @AutoClose
    static final Stages stages = new Stages();

    /** A column of the table. */
    private enum Hand {
        CURRENT(Skin.CURRENT, "en"),
        OF_2022(Skin.OF_2022, "fr"),
        SHUFFLED(Skin.SHUFFLED, "en");

        private final Skin skin;
        private final String language;

        Hand(Skin skin, String language) {
            this.skin = skin;
            this.language = language;
        }

        Settings settings() {
            return Settings.defaults()
                    .withCrowd(1)
                    .withSkin(skin)
                    .withLanguage(language)
                    .withShape(2);
        }

        LivePageSettings reads(Simulator simulator) {
            var all = LivePageSettings.of(URI.create(simulator.url()));
            return skin == Skin.CURRENT ? all : all.withDesigns(List.of("generic"));
        }
    }

    /** One line of a table on one page. */
    record Case(Ends.Row row, Hand hand, String cell) {
        @Override
        public String toString() {
            return row.name() + (row.amount() < 0 ? "" : " " + row.amount()) + " at " + row.when() + ", " + hand;
        }
    }

    static Stream<Case> traps() {
        return Ends.table("traps").stream().flatMap(EndsJourney::cases);
    }

    static Stream<Case> calls() {
        return Ends.table("calls").stream().flatMap(EndsJourney::cases);
    }

    static Stream<Case> variations() {
        return Ends.table("variations").stream().flatMap(EndsJourney::cases);
    }

    /** One of each kind. */
    static Stream<Case> few() {
        return Stream.of(
                        traps().filter(played ->
                                played.row.name().equals("remount-under-finger") && played.hand == Hand.CURRENT),
                        traps().filter(played -> played.row.name().equals("bar-late")
                                && played.row.amount() < 0
                                && played.hand == Hand.OF_2022),
                        traps().filter(played ->
                                played.row.name().equals("tiles-shift") && played.hand == Hand.CURRENT),
                        calls().filter(played -> played.row.name().equals("risk-control")
                                || played.row.name().equals("wallet-http-500")))
                .flatMap(cases -> cases);
    }

    private static Stream<Case> cases(Ends.Row row) {
        return IntStream.range(0, row.cells().size())
                .mapToObj(i -> new Case(row, Hand.values()[i], row.cells().get(i)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("few")
    void endsAsTheTableSays(Case played) throws InterruptedException {
        ends(played, played.hand.settings());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("traps")
    @Tag("long")
    void endsOnATrapAsTheTableSays(Case played) throws InterruptedException {
        ends(played, played.hand.settings());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("calls")
    @Tag("long")
    void endsOnABrokenCallAsTheTableSays(Case played) throws InterruptedException {
        ends(played, played.hand.settings());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("variations")
    @Tag("long")
    void endsOnAVariationAsTheTableSays(Case played) throws InterruptedException {
        ends(played, played.hand.settings().withVariations(played.row.variation()));
    }

    private static void ends(Case played, Settings settings) throws InterruptedException {
        stages.play(stage -> ends(stage, played, settings));
    }

    private static void ends(Stage stage, Case played, Settings settings) throws InterruptedException {
        try (var simulator = Simulator.start(settings)) {
            if (settings.variations().isEmpty()) {
                played.row.play(simulator.faults());
            }
            var receipt = stage.send(stage.pages(played.hand.reads(simulator)), Stage.Ask.of("5655", 6));
            TruthBeside.agrees(simulator, receipt);
            assertThat(Ends.End.of(played.cell).allows(receipt))
                    .as("%s ends %s, not %s", played, receipt, played.cell)
                    .isTrue();
        }
    }
}
