package app.cadeau.sends;

import static app.cadeau.sends.Reason.Code.GIFT_NOT_OFFERED;
import static app.cadeau.sends.Reason.Code.REFUSED_BY_PLATFORM;
import static app.cadeau.sends.SendState.PARTIAL;
import static app.cadeau.sends.SendState.REFUSED;
import static app.cadeau.sends.SendState.REVIEW;
import static org.assertj.core.api.Assertions.assertThat;

import app.cadeau.simulator.Fault;
import app.cadeau.simulator.LiveRules;
import app.cadeau.simulator.Settings;
import app.cadeau.simulator.Simulator;
import app.cadeau.simulator.Truth;
import app.cadeau.simulator.Variation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The platform turned every way that it may be: the truth stays inside what the receipt says. */
class PlatformJourney {

    @AutoClose
    static final Stage stage = new Stage();

    private static Receipt sent(Simulator simulator) throws InterruptedException {
        stage.forget();
        var receipt = stage.send(simulator, new Stage.Ask("demo", "5655", null, 6, 12, true));
        FaultJourney.assertTruth(simulator, receipt, receipt.toString());
        return receipt;
    }

    /** How a send of six ends when the fault strikes the third: in the words of its receipt. */
    @ParameterizedTest
    @CsvSource({
        "ANSWER_TRICKLES, CONFIRMED, ",
        "ANSWER_CHUNKED, CONFIRMED, ",
        "ANSWER_GZIPPED, CONFIRMED, ",
        "ANSWER_TYPE_WRONG, CONFIRMED, ",
        "ANSWER_IS_A_PAGE, PARTIAL, NOT_PROVED",
        "ANSWER_EMPTY, PARTIAL, NOT_PROVED",
        "SOCKET_GIVEN_UP, CONFIRMED, ",
        "SOCKET_SILENT, CONFIRMED, ",
        "ACCESS_CONTROL, PARTIAL, CHALLENGED",
        "LIVE_SUSPENDED, PARTIAL, LIVE_ENDED",
        "PAGE_BLANK, PARTIAL, GIFT_NOT_OFFERED",
        "PAGE_RELOADS_ITSELF, PARTIAL, PAGE_CHANGED",
    })
    void aSendEndsWithTheRightWordUnder(Fault fault, SendState end, Reason.@Nullable Code reason)
            throws InterruptedException {
        try (var simulator = Simulator.start(Settings.defaults().withCrowd(0))) {
            simulator.faults().at(fault, 3);

            ends(sent(simulator), end, reason);
        }
    }

    /** What was under way when something else went wrong may stay unknown: that is no wrong end. */
    private static void ends(Receipt receipt, SendState end, Reason.@Nullable Code reason) {
        assertThat(receipt.state()).as("%s", receipt).isIn(end, end == PARTIAL ? REVIEW : end);
        assertThat(receipt.reason() == null ? null : receipt.reason().code())
                .as("%s", receipt)
                .isEqualTo(reason);
    }

    /** A press may be quicker than the news of it: the till knows the gift no more, and says so with no known code. */
    @Test
    void aSendEndsWhereItsGiftIsWithdrawn() throws InterruptedException {
        try (var simulator = Simulator.start(Settings.defaults().withCrowd(0))) {
            simulator.faults().at(Fault.GIFT_WITHDRAWN, 3);

            var receipt = sent(simulator);

            assertThat(receipt.confirmed()).as("%s", receipt).isEqualTo(3);
            ends(receipt, PARTIAL, receipt.unknown() == 0 ? GIFT_NOT_OFFERED : REFUSED_BY_PLATFORM);
        }
    }

    @Test
    void aGiftForAGuestNeverLeavesThePage() throws InterruptedException {
        try (var simulator = Simulator.start(Settings.defaults().withCrowd(0).withGuests("demo", "mia"))) {
            simulator.faults().at(Fault.WRONG_RECIPIENT, 3);

            var receipt = sent(simulator);

            var host = Long.toString(simulator.live("demo").hostId());
            assertThat(receipt.state()).isEqualTo(PARTIAL);
            assertThat(simulator.truth().gifts())
                    .extracting(Truth.Gift::recipientId)
                    .containsOnly(host);
        }
    }

    @Test
    void aHostWhoCannotReceiveIsARefusal() throws InterruptedException {
        try (var simulator = Simulator.start(Settings.defaults().withCrowd(0))) {
            simulator.live("demo").rules(LiveRules.usual().hostNotEligible());

            assertThat(sent(simulator).state()).isEqualTo(REFUSED);
        }
    }

    /** An answer that only counts down to a calm-down reads as one: the careful way, until somebody has seen a real one. */
    @ParameterizedTest
    @CsvSource({
        "SEND_IN_PROTOBUF, CONFIRMED, ",
        "IDS_AS_TEXT, CONFIRMED, ",
        "ORDER_ID_ABSENT, CONFIRMED, ",
        "MATCH_INFO_TOLD, CONFIRMED, ",
        "CALM_DOWN_COUNTED, PARTIAL, REFUSED_BY_PLATFORM",
        "COINS_LEFT_UNTOLD, CONFIRMED, ",
        "ECHO_COINS_UNTOLD, CONFIRMED, ",
        "USER_ID_AS_TEXT, CONFIRMED, ",
        "HISTORY_WITH_GIFTS, CONFIRMED, ",
        "ACCOUNT_UNTOLD, CONFIRMED, ",
    })
    void aSendEndsWithTheRightWordWhereThePlatformIsOtherwise(
            Variation variation, SendState end, Reason.@Nullable Code reason) throws InterruptedException {
        try (var simulator = Simulator.start(Settings.defaults().withCrowd(0).withVariations(variation))) {
            ends(sent(simulator), end, reason);
        }
    }
}
