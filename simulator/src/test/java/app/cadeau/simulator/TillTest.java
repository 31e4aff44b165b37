package app.cadeau.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Who may send what to whom, as the platform's till sees it. */
class TillTest {

    private static final long ROSE = 5655;
    private static final long HEART_ME = 7934;
    private static final long CLUB_CHEERS = 12355;

    @AutoClose
    private final Simulator simulator = Simulator.start(Settings.defaults().withCrowd(0));

    private final Caller main = new Caller(simulator, "sim-main");
    private final Live demo = simulator.live("demo");

    private int status(long gift, int count) throws Exception {
        return main.sent(gift, count).path("status_code").asInt();
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                refusal(
                        4003110,
                        one -> one.wallet("main").standing(Standing.usual().underAge())),
                refusal(
                        4004099,
                        one -> one.wallet("main").standing(Standing.usual().abroad())),
                refusal(
                        4006052,
                        one -> one.wallet("main").standing(Standing.usual().withSpendingLimit(0))),
                refusal(4004051, one -> one.live("demo").rules(LiveRules.usual().hostNotEligible())),
                refusal(40032, one -> one.live("demo").rules(LiveRules.usual().hostUnderAge())));
    }

    private static Arguments refusal(int code, Consumer<Simulator> because) {
        return Arguments.of(code, because);
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void refusesWithTheCodeOfItsReasonAndTakesNothing(int code, Consumer<Simulator> because) throws Exception {
        because.accept(simulator);

        JsonNode answer = main.sent(ROSE, 1);

        assertThat(answer.path("status_code").asInt()).isEqualTo(code);
        assertThat(answer.at("/data/prompts").asString())
                .isNotBlank()
                .isNotEqualTo("Couldn't send Gift. Try again later.");
        assertThat(simulator.truth().gifts()).isEmpty();
        assertThat(simulator.wallet("main").coins()).isEqualTo(100_000);
    }

    @Test
    void spendsUpToTheLimitAndNotACoinMore() throws Exception {
        simulator.wallet("main").standing(Standing.usual().withSpendingLimit(5));

        assertThat(status(ROSE, 4)).isZero();
        assertThat(status(ROSE, 2)).isEqualTo(4006052);
        assertThat(status(ROSE, 1)).isZero();
        assertThat(status(ROSE, 1)).isEqualTo(4006052);
        assertThat(simulator.truth().landed("main")).isEqualTo(5);
    }

    @Test
    void aHeartGoesOnceADayToAHost() throws Exception {
        JsonNode first = main.sent(HEART_ME, 1);

        assertThat(first.at("/data/freq_limit_remaintimes").asInt()).isZero();
        assertThat(status(HEART_ME, 1)).isEqualTo(Till.TOO_OFTEN_TO_HOST);
        assertThat(main.sent(ROSE, 1).at("/data/freq_limit_remaintimes").asInt())
                .isEqualTo(-1);
        JsonNode limits = main.json(Caller.LIST + demo.roomId()).at("/data/gifts_info/freq_limit_gift_info");
        assertThat(limits.at("/freq_limit_gifts/0/gift_id").asLong()).isEqualTo(HEART_ME);
        assertThat(limits.at("/freq_limit_gifts/0/remain_times").asInt(-1)).isZero();
        assertThat(limits.path("refresh_timestamp").asLong() * 1000).isGreaterThan(System.currentTimeMillis());
    }

    @Test
    void aGiftOfTheFanClubIsLockedUntilTheLevelIsReached() throws Exception {
        assertThat(status(CLUB_CHEERS, 1)).isEqualTo(Till.LOCKED);
        assertThat(lock(CLUB_CHEERS).path("lock").asBoolean()).isTrue();

        simulator.wallet("main").standing(Standing.usual().withFanLevel(1));

        assertThat(status(CLUB_CHEERS, 1)).isZero();
        assertThat(lock(CLUB_CHEERS).path("lock").asBoolean()).isFalse();
        assertThat(lock(CLUB_CHEERS).path("gift_level").asInt()).isEqualTo(1);
    }

    private JsonNode lock(long gift) throws Exception {
        return main.json(Caller.LIST + demo.roomId())
                .at("/data/pages/1/gifts")
                .valueStream()
                .filter(one -> one.path("id").asLong() == gift)
                .findFirst()
                .orElseThrow()
                .path("lock_info");
    }

    @Test
    void giftsOfSubscribersAndOfTheBagHaveRefusalsOfTheirOwn() throws Exception {
        assertThat(status(9139, 1)).isEqualTo(4025008);
        assertThat(status(8202, 1)).isEqualTo(90501);
        simulator.wallet("main").standing(Standing.usual().withSubscription());
        assertThat(status(9139, 1)).isZero();
    }

    @Test
    void aGuestOnStageIsGivenWhatIsAskedForThem() throws Exception {
        demo.welcome("mia", true).welcome("leo", false);
        Seat mia = demo.guests().getFirst();

        assertThat(main.sentTo(mia.userId(), ROSE, 1).path("status_code").asInt())
                .isZero();
        assertThat(main.sentTo(demo.guests().getLast().userId(), ROSE, 1)
                        .path("status_code")
                        .asInt())
                .isEqualTo(4004052);
        assertThat(main.sentTo(12345, ROSE, 1).path("status_code").asInt()).isEqualTo(4004051);
        assertThat(simulator.truth().gifts())
                .extracting(Truth.Gift::recipientId)
                .containsExactly(Long.toString(mia.userId()));
    }

    @Test
    void anEchoToAGuestNamesThemAndOneToTheHostNamesNobody() throws Exception {
        demo.welcome("mia", true);
        Seat mia = demo.guests().getFirst();
        Caller.Ears ears = main.listen(true);

        main.sentTo(mia.userId(), 16873, 1);
        main.sent(16873, 1);

        Wire toGuest = ears.nextOf("WebcastGiftMessage");
        Wire toHost = ears.nextOf("WebcastGiftMessage");
        if (toGuest.number(46) < 0) {
            Wire other = toGuest;
            toGuest = toHost;
            toHost = other;
        }
        assertThat(toGuest.child(8).number(1)).isEqualTo(mia.userId());
        assertThat(toGuest.text(45)).isEqualTo(Long.toString(mia.userId()));
        assertThat(toGuest.number(46)).isEqualTo(mia.userId());
        assertThat(toGuest.text(47)).isEqualTo("Mia");
        assertThat(toHost.bytes(8)).isEmpty();
        assertThat(toHost.number(46)).isEqualTo(-1);
    }

    @Test
    void theSameGiftToTwoPeopleIsTwoStreaks() throws Exception {
        demo.welcome("mia", true);

        main.sent(ROSE, 1);
        JsonNode toGuest = main.sentTo(demo.guests().getFirst().userId(), ROSE, 1);

        assertThat(toGuest.at("/data/repeat_count").asInt()).isEqualTo(1);
    }

    @Test
    void asksToCalmDownAfterSoManyGiftsAndCountsDownToIt() throws Exception {
        simulator.wallet("main").standing(Standing.usual().withCalmAfter(3));

        assertThat(main.sent(ROSE, 1).at("/data/calm_down_info").toString())
                .isEqualTo("{\"remain\":2,\"total\":3,\"threshold\":3,\"popup\":false}");
        main.sent(ROSE, 1);
        assertThat(main.sent(ROSE, 1).at("/data/calm_down_info").toString())
                .isEqualTo("{\"remain\":0,\"total\":3,\"threshold\":3,\"popup\":true}");
    }

    @Test
    void anUnsignedSendOrListIsForbidden() throws Exception {
        assertThat(main.post("/webcast/gift/send/?aid=1988", "gift_id=5655&count=1")
                        .statusCode())
                .isEqualTo(403);
        assertThat(main.get("/webcast/gift/list/?room_id=" + demo.roomId()).statusCode())
                .isEqualTo(403);
        assertThat(simulator.truth().refusals()).extracting(Truth.Refusal::code).containsExactly(-403);
    }

    @Test
    void theRiskPromptsHaveSeveralWordingsInTheLanguageOfThePage() throws Exception {
        simulator.faults().always(Fault.REFUSED_4006064);

        assertThat(Stream.of(prompt("en"), prompt("en"), prompt("en")).distinct())
                .hasSize(3);
        assertThat(prompt("fr")).doesNotContain("You");
    }

    private String prompt(String language) throws Exception {
        String body = "room_id=%d&gift_id=5655&count=1&to_user_id=%d".formatted(demo.roomId(), demo.hostId());
        String path = "/webcast/gift/send/?X-Bogus=test&webcast_language=" + language;
        return Exchange.JSON
                .readTree(main.post(path, body).body())
                .at("/data/prompts")
                .asString();
    }

    @Test
    void theAdminAddressSaysWhatAnAccountAndALiveMay() throws Exception {
        main.post("/_admin/wallets", "{\"name\":\"main\",\"spendingLimit\":3,\"frozen\":40}");
        main.post("/_admin/lives", "{\"name\":\"demo\",\"welcome\":[\"mia\"],\"adultsOnly\":true}");

        assertThat(simulator.wallet("main").standing().spendingLimit()).isEqualTo(3);
        assertThat(simulator.wallet("main").coins()).isEqualTo(100_000);
        assertThat(main.json("/webcast/wallet_api/fs/diamond_buy/permission_v2")
                        .at("/data/frozen_coins")
                        .asInt())
                .isEqualTo(40);
        assertThat(demo.guests()).extracting(Seat::handle).containsExactly("mia");
        assertThat(demo.rules().adultsOnly()).isTrue();
        assertThat(main.post("/_admin/lives", "{\"name\":\"demo\",\"do\":\"dance\"}")
                        .statusCode())
                .isEqualTo(400);
    }
}
