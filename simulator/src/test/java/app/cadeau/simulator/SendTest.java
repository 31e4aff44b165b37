package app.cadeau.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

class SendTest {

    private static final long ROSE = 5655;

    @AutoClose
    private final Simulator simulator = Simulator.start(Settings.defaults().withCrowd(0));

    private final Caller main = new Caller(simulator, "sim-main");

    @Test
    void aGiftIsChargedWrittenDownAndAnswered() throws Exception {
        JsonNode answer = main.sent(ROSE, 1);

        assertThat(answer.path("status_code").asInt()).isZero();
        assertThat(answer.at("/data/left_diamonds").asLong()).isEqualTo(99_999);
        assertThat(answer.at("/data/msg_id").asLong())
                .isEqualTo(Long.parseLong(answer.at("/data/msg_id_str").asString()))
                .isGreaterThan(1L << 53);
        assertThat(simulator.wallet("main").coins()).isEqualTo(99_999);
        Truth.Gift truth = simulator.truth().gifts().getFirst();
        assertThat(truth.giftId()).isEqualTo(ROSE);
        assertThat(truth.balanceAfter()).isEqualTo(99_999);
        assertThat(truth.groupId()).isEqualTo(answer.at("/data/group_id").asString());
    }

    @Test
    void aStreakCountsOnInTheAnswersAndKeepsItsGroup() throws Exception {
        JsonNode first = main.sent(ROSE, 1);
        JsonNode third = main.sent(ROSE, 2);

        assertThat(third.at("/data/repeat_count").asInt()).isEqualTo(3);
        assertThat(third.at("/data/group_id")).isEqualTo(first.at("/data/group_id"));
    }

    @Test
    void whoHasTooFewCoinsIsRefusedAndChargedNothing() throws Exception {
        JsonNode answer = new Caller(simulator, "sim-poor").sent(ROSE, 6);

        assertThat(answer.path("status_code").asInt()).isEqualTo(40001);
        assertThat(simulator.wallet("poor").coins()).isEqualTo(5);
        assertThat(simulator.truth().gifts()).isEmpty();
        assertThat(simulator.truth().refusals()).hasSize(1);
    }

    @Test
    void whoIsNotLoggedInIsRefused() throws Exception {
        assertThat(new Caller(simulator, "").sent(ROSE, 1).path("status_code").asInt())
                .isEqualTo(20003);
    }

    @Test
    void nothingCanBeSentToALiveThatHasEnded() throws Exception {
        simulator.lives().end(simulator.live("demo"));

        assertThat(main.sent(ROSE, 1).path("status_code").asInt()).isEqualTo(30003);
        assertThat(simulator.truth().gifts()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = Fault.class, mode = EnumSource.Mode.MATCH_ALL, names = "REFUSED_.*")
    void eachDocumentedRefusalComesAtTheKthRequestOnly(Fault fault) throws Exception {
        simulator.faults().at(fault, 2);

        assertThat(main.sent(ROSE, 1).path("status_code").asInt()).isZero();
        JsonNode refused = main.sent(ROSE, 1);
        assertThat(refused.path("status_code").asInt()).isEqualTo(fault.refusalCode());
        assertThat(refused.at("/data/prompts").asString()).isNotEmpty();
        assertThat(main.sent(ROSE, 1).path("status_code").asInt()).isZero();
        assertThat(simulator.truth().landed("main")).isEqualTo(2);
    }

    /** Fault, HTTP status seen (0: no whole answer), gifts that landed. */
    @ParameterizedTest
    @CsvSource({
        "HTTP_429, 429, 0",
        "ANSWER_500_BEFORE, 500, 0",
        "ANSWER_500_AFTER, 500, 1",
        "ANSWERED_NOT_SPENT, 200, 0",
        "SPENT_NO_ANSWER_HANG, 0, 1",
        "SPENT_NO_ANSWER_CLOSE, 0, 1",
        "ANSWER_CUT, 0, 1",
        "REDIRECT, 307, 0",
        "CALM_DOWN, 200, 1"
    })
    void faultsOfTheAnswerDoWhatTheirLineSays(Fault fault, int status, int landed) throws Exception {
        simulator.faults().at(fault, 1);

        if (status == 0) {
            Caller caller = fault == Fault.SPENT_NO_ANSWER_HANG ? main.impatient() : main;
            assertThatThrownBy(() -> caller.send(ROSE, 1)).isInstanceOf(IOException.class);
        } else {
            assertThat(main.send(ROSE, 1).statusCode()).isEqualTo(status);
        }
        assertThat(simulator.truth().landed("main")).isEqualTo(landed);
        assertThat(simulator.wallet("main").coins()).isEqualTo(100_000 - landed);
        assertThat(simulator.faults().struck()).extracting(Faults.Struck::fault).containsExactly(fault);
    }

    @Test
    void aFaultByChanceStrikesTheSameRequestsForTheSameSeed() throws Exception {
        simulator.faults().chance(Fault.REFUSED_4006064, 0.5);
        try (Simulator twin = Simulator.start(Settings.defaults().withCrowd(0))) {
            twin.faults().chance(Fault.REFUSED_4006064, 0.5);
            Caller other = new Caller(twin, "sim-main");
            for (int i = 0; i < 20; i++) {
                assertThat(main.sent(ROSE, 1).path("status_code"))
                        .isEqualTo(other.sent(ROSE, 1).path("status_code"));
            }
        }
        assertThat(simulator.truth().landed("main")).isBetween(2L, 18L);
    }

    @Test
    void theWalletCallTellsAnOldNumberWhenItIsStale() throws Exception {
        main.sent(ROSE, 3);
        simulator.faults().at(Fault.BALANCE_STALE, 1, 60_000);

        String path = "/webcast/wallet_api/fs/diamond_buy/permission_v2?aid=1988";
        assertThat(main.json(path).at("/data/coins").asLong()).isEqualTo(100_000);
        assertThat(main.json(path).at("/data/coins").asLong()).isEqualTo(99_997);
    }

    @Test
    void coinsThatMoveFromOutsideAreNoGifts() throws Exception {
        simulator.faults().at(Fault.COINS_MOVED, 2, -700);

        main.sent(ROSE, 1);
        main.sent(ROSE, 1);

        assertThat(simulator.wallet("main").coins()).isEqualTo(99_298);
        assertThat(simulator.truth().coins("main")).isEqualTo(2);
    }

    @Test
    void aMovedPriceIsChargedThoughTheListTellsTheOldOne() throws Exception {
        simulator.reprice(ROSE, 7);

        main.sent(ROSE, 1);

        assertThat(simulator.truth().coins("main")).isEqualTo(7);
        JsonNode list = main.json(Caller.LIST + simulator.live("demo").roomId());
        assertThat(list.at("/data/gifts/0/id").asLong()).isEqualTo(ROSE);
        assertThat(list.at("/data/gifts/0/diamond_count").asLong()).isEqualTo(1);
    }

    @Test
    void aLogOutInMidSendEndsTheSession() throws Exception {
        simulator.faults().at(Fault.LOGGED_OUT, 2);

        assertThat(main.sent(ROSE, 1).path("status_code").asInt()).isZero();
        assertThat(main.sent(ROSE, 1).path("status_code").asInt()).isEqualTo(20003);
        assertThat(main.json("/passport/web/account/info/").path("message").asString())
                .isEqualTo("error");
    }
}
