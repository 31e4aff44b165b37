package app.cadeau.sends;

import static org.assertj.core.api.Assertions.assertThat;

import app.cadeau.livepage.LivePageSettings;
import app.cadeau.livepage.LivePages;
import app.cadeau.simulator.Fault;
import app.cadeau.simulator.Settings;
import app.cadeau.simulator.Simulator;
import app.cadeau.simulator.Skin;
import app.cadeau.simulator.Variation;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of other kinds than the demo's, with the truth ledger beside the receipt: every gift asked for lands once. */
class PageKindsJourney {

    @AutoClose
    static final Stage stage = new Stage();

    @BeforeEach
    void forget() {
        stage.forget();
    }

    @Test
    void sendsWhereTheGiftListIsRefused() throws InterruptedException {
        var receipt = confirmed(3, settings(), simulator -> simulator.faults().always(Fault.GIFT_LIST_REFUSED));
        assertThat(receipt.gift().id()).isEqualTo(5655);
    }

    @Test
    void countsEchoesThatComeByPolling() throws InterruptedException {
        try (var simulator = Simulator.start(settings())) {
            simulator.faults().always(Fault.SOCKET_BLOCKED);
            // The page polls once a second: echoes are only there for a send that takes longer.
            var slowly = new Stage.Ask("demo", "5655", null, 12, 2, true);
            var receipt = stage.send(simulator, slowly);
            assertThat(receipt.confirmed()).as("%s", receipt).isEqualTo(12);
            assertThat(receipt.witnesses().echo()).as("%s", receipt).isPositive();
        }
    }

    @Test
    void sendsInFullWhereThePageMergesPresses() throws InterruptedException {
        confirmed(20, settings().withMergeWindow(Duration.ofMillis(300)), simulator -> {});
    }

    @Test
    void sendsOnAFrenchPage() throws InterruptedException {
        confirmed(3, settings().withLanguage("fr"), simulator -> {});
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void sendsOnAPageThatNoNamedDesignKnows(String language) throws InterruptedException {
        try (var simulator = Simulator.start(settings().withLanguage(language))) {
            var known = LivePageSettings.of(URI.create(simulator.url())).withDesigns(List.of("generic"));
            assertConfirmed(simulator, 3, pages -> stage.pages(known));
        }
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource({
        "CURRENT,  fr, 0",
        "OF_2022,  en, 0",
        "OF_2022,  fr, 0",
        "SHUFFLED, en, 1",
        "SHUFFLED, fr, 2",
        "SHUFFLED, en, 3",
        "SHUFFLED, fr, 4",
        "SHUFFLED, en, 5",
    })
    void sendsOnEverySkinWithTheGenericDesignAlone(Skin skin, String language, long shape) throws InterruptedException {
        var look = settings().withLanguage(language).withSkin(skin);
        try (var simulator = Simulator.start(skin == Skin.SHUFFLED ? look.withShape(shape) : look)) {
            var known = LivePageSettings.of(URI.create(simulator.url())).withDesigns(List.of("generic"));
            assertConfirmed(simulator, 3, pages -> stage.pages(known));
        }
    }

    /** What nobody knows of the page for certain, played the other way. */
    @ParameterizedTest
    @EnumSource(
            value = Variation.class,
            names = {"NAME_STAYS", "QUANTITY_CHOOSER", "SEND_DESELECTS", "COMBO_BUTTON"})
    void sendsWhicheverWayThePageBehaves(Variation variation) throws InterruptedException {
        try (var simulator = Simulator.start(settings().withVariations(variation))) {
            var known = LivePageSettings.of(URI.create(simulator.url())).withDesigns(List.of("generic"));
            assertConfirmed(simulator, 8, pages -> stage.pages(known));
        }
    }

    @Test
    void pressesWithARealMouseWhereTheSettingsSaySo() throws InterruptedException {
        try (var simulator = Simulator.start(settings())) {
            var trusted = LivePageSettings.of(URI.create(simulator.url())).withPress(LivePageSettings.Press.TRUSTED);
            assertConfirmed(simulator, 10, pages -> stage.pages(trusted));
        }
    }

    /** Tile, More and Send are all pressed by the mouse there; a script is told that nothing came of its clicks. */
    @Test
    void sendsWhereOnlyARealMouseIsHeeded() throws InterruptedException {
        try (var simulator = Simulator.start(settings().withVariations(Variation.TRUSTED_CLICKS))) {
            var site = LivePageSettings.of(URI.create(simulator.url()));
            var refused = stage.send(stage.pages(site), Stage.Ask.roses(3));
            assertThat(refused.reason()).isNotNull();
            assertThat(refused.reason().sentence()).contains("heed only a real mouse");
            assertThat(simulator.truth().landed("main")).isZero();

            var trusted = stage.pages(site.withPress(LivePageSettings.Press.TRUSTED));
            var chest = stage.send(trusted, Stage.Ask.of("99150", 2));
            assertThat(chest.state()).as("%s", chest).isEqualTo(SendState.CONFIRMED);
            assertThat(simulator.truth().landed("main", 99150)).isEqualTo(2);
            assertThat(simulator.truth().landed("main")).isEqualTo(2);
        }
    }

    private static Settings settings() {
        return Settings.defaults().withSeed(7);
    }

    private static Receipt confirmed(int quantity, Settings settings, Consumer<Simulator> played)
            throws InterruptedException {
        try (var simulator = Simulator.start(settings)) {
            played.accept(simulator);
            return assertConfirmed(simulator, quantity, UnaryOperator.identity());
        }
    }

    private static Receipt assertConfirmed(Simulator simulator, int quantity, UnaryOperator<LivePages> pages)
            throws InterruptedException {
        var receipt = stage.send(simulator, Stage.Ask.roses(quantity), pages);
        assertThat(receipt.state()).as("%s", receipt).isEqualTo(SendState.CONFIRMED);
        assertThat(receipt.confirmed()).as("%s", receipt).isEqualTo(quantity);
        assertThat(simulator.truth().landed("main", 5655)).as("%s", receipt).isEqualTo(quantity);
        assertThat(simulator.truth().landed("main")).as("%s", receipt).isEqualTo(quantity);
        return receipt;
    }
}
