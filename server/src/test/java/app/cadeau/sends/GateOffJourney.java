package app.cadeau.sends;

import static org.assertj.core.api.Assertions.assertThat;

import app.cadeau.simulator.Fault;
import app.cadeau.simulator.Settings;
import app.cadeau.simulator.Simulator;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Without the gate these faults do harm: so the fault journeys can see it, and the gate is what prevents it. */
class GateOffJourney {

    @AutoClose
    static final Stage stage = new Stage();

    @Test
    void aHiddenPresetSpendsMoreThanWasAskedFor() throws InterruptedException {
        assertThat(landedOf(3, Fault.PRESET_HIDDEN)).isGreaterThan(3);
    }

    @Test
    void aPageThatSendsTwiceSpendsMoreThanWasAskedFor() throws InterruptedException {
        assertThat(landedOf(1, Fault.PAGE_SENDS_TWICE)).isGreaterThan(1);
    }

    private static long landedOf(int asked, Fault fault) throws InterruptedException {
        try (var simulator = Simulator.start(Settings.defaults())) {
            stage.forget();
            simulator.faults().always(fault);
            var ask = new Stage.Ask("demo", "5655", null, asked, 12, true);
            stage.send(simulator, ask, WatchedPage.withoutGate());
            return simulator.truth().landed("main");
        }
    }
}
