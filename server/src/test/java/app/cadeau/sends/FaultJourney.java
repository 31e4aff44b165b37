package app.cadeau.sends;

import static app.cadeau.sends.Reason.Code.*;
import static app.cadeau.sends.SendState.*;
import static org.assertj.core.api.Assertions.assertThat;

import app.cadeau.simulator.Fault;
import app.cadeau.simulator.Faults;
import app.cadeau.simulator.Settings;
import app.cadeau.simulator.Simulator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each fault that the simulator plays, with the truth ledger beside the receipt: what is said is what was. */
@Execution(ExecutionMode.CONCURRENT)
class FaultJourney {

    @AutoClose
    static final Stages stages = new Stages();

    /** A fault, how the send may end under it, and which reasons it may give. */
    record Case(
            String name, Consumer<Faults> faults, boolean usedAlone, Set<SendState> ends, Set<Reason.Code> reasons) {
        @Override
        public String toString() {
            return name + (usedAlone ? ", used alone" : ", shared");
        }
    }

    private static Case alone(Fault fault, Set<SendState> ends, Reason.Code... reasons) {
        return at(fault, 4, true, ends, reasons);
    }

    private static Case shared(Fault fault, Set<SendState> ends, Reason.Code... reasons) {
        return at(fault, 4, false, ends, reasons);
    }

    private static Case first(Fault fault, Set<SendState> ends, Reason.Code... reasons) {
        var first = at(fault, 1, true, ends, reasons);
        return new Case(first.name + " at the first", first.faults, true, ends, first.reasons);
    }

    private static Case at(Fault fault, int k, boolean usedAlone, Set<SendState> ends, Reason.Code... reasons) {
        return new Case(fault.kebab(), faults -> faults.at(fault, k), usedAlone, ends, Set.of(reasons));
    }

    static List<Case> cases() {
        return List.of(
                alone(Fault.PRESS_IGNORED, Set.of(CONFIRMED)),
                first(Fault.PRESS_IGNORED, Set.of(CONFIRMED)),
                alone(Fault.PRESET_SHOWN, Set.of(PARTIAL, REFUSED), PAGE_CHANGED),
                alone(Fault.PRESET_HIDDEN, Set.of(PARTIAL), PAGE_CHANGED),
                first(Fault.PRESET_HIDDEN, Set.of(REFUSED), PAGE_CHANGED),
                // All may have landed, and the gate be closed, before the last press's own request comes: one too many.
                alone(Fault.PAGE_SENDS_TWICE, Set.of(PARTIAL, CONFIRMED), PAGE_CHANGED),
                first(Fault.PAGE_SENDS_TWICE, Set.of(PARTIAL), PAGE_CHANGED),
                alone(Fault.BEACON_AT_CLOSE, Set.of(CONFIRMED)),
                alone(Fault.WORKER_SENDS, Set.of(PARTIAL, CONFIRMED), PAGE_CHANGED),
                alone(Fault.POPUP_SENDS, Set.of(PARTIAL, CONFIRMED), PAGE_CHANGED),
                alone(Fault.WRONG_GIFT, Set.of(PARTIAL), PAGE_CHANGED),
                alone(Fault.WRONG_ROOM, Set.of(PARTIAL), LIVE_ENDED),
                alone(Fault.TILES_REMOUNTED, Set.of(CONFIRMED)),
                alone(Fault.TILES_RESORTED, Set.of(CONFIRMED)),
                alone(Fault.SEND_DISABLED, Set.of(CONFIRMED)),
                alone(Fault.SEND_COVERED, Set.of(PARTIAL), PAGE_CHANGED),
                alone(Fault.CHALLENGE, Set.of(PARTIAL), CHALLENGED),
                alone(Fault.HTTP_429, Set.of(REVIEW), NOT_PROVED),
                alone(Fault.REDIRECT, Set.of(PARTIAL, REVIEW), PAGE_CHANGED, NOT_PROVED),
                alone(Fault.ANSWER_500_BEFORE, Set.of(REVIEW), NOT_PROVED),
                alone(Fault.ANSWER_500_AFTER, Set.of(PARTIAL), NOT_PROVED),
                shared(Fault.ANSWER_500_AFTER, Set.of(PARTIAL, REVIEW), NOT_PROVED),
                alone(Fault.ANSWERED_NOT_SPENT, Set.of(REVIEW), NOT_PROVED),
                first(Fault.ANSWERED_NOT_SPENT, Set.of(REVIEW), NOT_PROVED),
                alone(Fault.SPENT_NO_ANSWER_HANG, Set.of(CONFIRMED, PARTIAL), NOT_PROVED),
                alone(Fault.SPENT_NO_ANSWER_CLOSE, Set.of(CONFIRMED)),
                shared(Fault.SPENT_NO_ANSWER_CLOSE, Set.of(CONFIRMED)),
                first(Fault.SPENT_NO_ANSWER_CLOSE, Set.of(PARTIAL, REVIEW), NOT_PROVED),
                alone(Fault.DROP_AFTER_TAKEN, Set.of(PARTIAL), EXCESS),
                shared(Fault.DROP_AFTER_TAKEN, Set.of(PARTIAL, CONFIRMED), EXCESS),
                alone(Fault.ANSWER_LATE, Set.of(CONFIRMED)),
                alone(Fault.ANSWER_CUT, Set.of(CONFIRMED, PARTIAL), NOT_PROVED),
                alone(Fault.CALM_DOWN, Set.of(PARTIAL), REFUSED_BY_PLATFORM),
                alone(Fault.REFUSED_40001, Set.of(PARTIAL, REVIEW), BALANCE_SHORT),
                alone(Fault.REFUSED_4006064, Set.of(PARTIAL, REVIEW), REFUSED_BY_PLATFORM),
                first(Fault.REFUSED_4006063, Set.of(REFUSED, REVIEW), REFUSED_BY_PLATFORM),
                alone(Fault.LOGGED_OUT, Set.of(PARTIAL, REVIEW), REFUSED_BY_PLATFORM, PAGE_CHANGED),
                shared(Fault.COINS_MOVED, Set.of(CONFIRMED)),
                alone(Fault.PRICE_MOVED, Set.of(PARTIAL, REVIEW), PRICE_MOVED),
                alone(Fault.LIVE_ENDS, Set.of(PARTIAL, REVIEW), LIVE_ENDED),
                alone(Fault.ECHO_LATE, Set.of(CONFIRMED)),
                shared(Fault.ECHO_LOST, Set.of(CONFIRMED)),
                shared(Fault.ECHO_TWICE, Set.of(CONFIRMED)),
                shared(Fault.ECHO_SWAPPED, Set.of(CONFIRMED)),
                first(Fault.BALANCE_STALE, Set.of(CONFIRMED)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void saysWhatWas(Case played) throws InterruptedException {
        stages.play(stage -> saysWhatWas(stage, played));
    }

    private static void saysWhatWas(Stage stage, Case played) throws InterruptedException {
        try (var simulator = Simulator.start(Settings.defaults().withSeed(7))) {
            played.faults.accept(simulator.faults());
            var ask = new Stage.Ask("demo", "5655", null, 12, 12, played.usedAlone);

            var receipt = stage.send(simulator, ask);

            var what = played + ", truth " + simulator.truth().landed("main") + ": " + receipt;
            assertTruth(simulator, receipt, what);
            assertThat(played.ends).as(what).contains(receipt.state());
            if (receipt.reason() != null) {
                assertThat(played.reasons).as(what).contains(receipt.reason().code());
            }
        }
    }

    /** Never a wrong gift, never more than asked but for an excess that is named, and the truth inside the interval. */
    static void assertTruth(Simulator simulator, Receipt receipt, String what) {
        var landed = simulator.truth().landed("main");
        assertThat(simulator.truth().landed("main", 5655)).as(what).isEqualTo(landed);
        assertThat((long) receipt.confirmed()).as(what).isLessThanOrEqualTo(landed);
        assertThat(landed).as(what).isLessThanOrEqualTo(receipt.confirmed() + receipt.unknown() + receipt.excess());
        assertThat(landed).as(what).isLessThanOrEqualTo(receipt.requested() + receipt.excess());
    }
}
