package app.cadeau.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import app.cadeau.webcast.proto.BattleAction;
import app.cadeau.webcast.proto.BattleStatus;
import app.cadeau.webcast.proto.BattleTaskResult;
import app.cadeau.webcast.proto.BattleTaskType;
import app.cadeau.webcast.proto.GiftMessage;
import app.cadeau.webcast.proto.ItemCardType;
import app.cadeau.webcast.proto.LinkMicArmies;
import app.cadeau.webcast.proto.LinkMicBattle;
import app.cadeau.webcast.proto.LinkMicBattleItemCard;
import app.cadeau.webcast.proto.LinkMicBattlePunishFinish;
import app.cadeau.webcast.proto.LinkmicBattleTaskMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Parser;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The engine in virtual time; its messages are read back through the product's schema, which had no part in making them. */
class BattleTest {

    private static final long ROSE = 5655;
    private static final String BATTLE = """
            - {at: 10s, battle: {against: luna, duration: 300s, lap: 150s, their-gifts: 0%s}}
            """;
    private static final String CHALLENGE = BATTLE.formatted(
            ", challenges: [{preview: 290, start: 280, lasts: 40, target: 2, reward-start: 230, reward-lasts: 30, times: 3}]");

    private static <T> List<T> read(List<Played.Said> said, Parser<T> parser) {
        List<T> all = new ArrayList<>();
        for (Played.Said one : said) {
            try {
                all.add(parser.parseFrom(one.payload()));
            } catch (InvalidProtocolBufferException e) {
                throw new AssertionError(one.method(), e);
            }
        }
        return all;
    }

    private static List<LinkMicArmies> armies(Played played, String room) {
        return read(played.of(room, "WebcastLinkMicArmies"), LinkMicArmies.parser());
    }

    private static List<LinkmicBattleTaskMessage> tasks(Played played, String room) {
        return read(played.of(room, "WebcastLinkmicBattleTaskMessage"), LinkmicBattleTaskMessage.parser());
    }

    private static long score(Played played, String host) {
        Live live = played.lives.named(host).orElseThrow();
        return armies(played, "demo").getLast().getArmiesOrThrow(live.hostId()).getHostScore();
    }

    private static Played playing(String steps) {
        return new Played(Played.script(steps));
    }

    @Test
    void aMatchOpensRunsAndEndsWithItsResult() {
        Played played = playing(BATTLE.formatted("") + "- {at: 20s, gift: {who: Nour, gift: Rose, count: 7}}")
                .to(500);

        List<LinkMicBattle> told = read(played.of("luna", "WebcastLinkMicBattle"), LinkMicBattle.parser());
        assertThat(told)
                .extracting(LinkMicBattle::getAction)
                .containsExactly(
                        BattleAction.BATTLE_ACTION_OPEN,
                        BattleAction.BATTLE_ACTION_FINISH,
                        BattleAction.BATTLE_ACTION_FINISH);
        assertThat(told)
                .extracting(one -> one.getSetting().getStatus())
                .containsExactly(
                        BattleStatus.BATTLE_STATUS_RUNNING,
                        BattleStatus.BATTLE_STATUS_FINISHED,
                        BattleStatus.BATTLE_STATUS_VICTORY_LAP_OVER);
        assertThat(told.getFirst().getSetting().getDuration()).isEqualTo(301);
        assertThat(told.getFirst().getSetting().getStartTimeMs()).isEqualTo(Played.START + 10_000);
        long demo = played.lives.named("demo").orElseThrow().hostId();
        long luna = played.lives.named("luna").orElseThrow().hostId();
        assertThat(told.getFirst().getAnchorInfoMap()).containsOnlyKeys(demo, luna);
        assertThat(told.get(1).getResultOrThrow(demo).getScore()).isEqualTo(7);
        assertThat(told.get(1).getResultOrThrow(demo).getResultValue()).isZero();
        assertThat(told.get(1).getResultOrThrow(luna).getResultValue()).isEqualTo(1);
        assertThat(read(played.of("demo", "WebcastLinkMicBattlePunishFinish"), LinkMicBattlePunishFinish.parser())
                        .getFirst()
                        .getBattleId())
                .isEqualTo(told.getFirst().getBattleId());
        assertThat(played.of("demo", "WebcastLinkMicBattle"))
                .extracting(Played.Said::atMillis)
                .containsExactly(10_000L, 310_000L, 460_000L);
    }

    @Test
    void aCoinIsAPointTheFirstLikeThreeAndOurOwnGiftsCount() {
        Played played = playing(BATTLE.formatted("") + """
                        - {at: 20s, gift: {who: Nour, gift: Rose, taps: [1, 3, 4]}}
                        - {at: 30s, like: {who: Nour, count: 15}}
                        - {at: 31s, like: {who: Nour, count: 15}}
                        """).to(60);

        played.ours(16873, 2);
        played.to(62);

        assertThat(score(played, "demo")).isEqualTo(8 + 3 + 2 * 299);
        assertThat(armies(played, "demo")
                        .getLast()
                        .getArmiesOrThrow(
                                played.lives.named("demo").orElseThrow().hostId())
                        .getUserArmies(0)
                        .getNickname())
                .isEqualTo("us");
    }

    @Test
    void oneGiftIsToldInBothRoomsUnderOneLogIdATenthToSixTenthsLater() {
        Played played = playing(BATTLE.formatted("") + "- {at: 20s, gift: {who: Nour, gift: Rose, count: 2}}")
                .to(25);

        LinkMicArmies ours = armies(played, "demo").getFirst();
        LinkMicArmies theirs = armies(played, "luna").getFirst();
        assertThat(ours.getLogId()).isEqualTo(theirs.getLogId()).isNotEmpty();
        assertThat(ours.getGiftCount()).isEqualTo(2);
        assertThat(ours.getTotalDiamondCount()).isEqualTo(2);
        assertThat(theirs.hasGiftCount()).isFalse();
        assertThat(theirs.getGiftId()).isEqualTo(ROSE);
        assertThat(played.of("demo", "WebcastLinkMicArmies").getFirst().atMillis())
                .isBetween(20_100L, 20_600L);
    }

    @Test
    void aChallengeThatIsReachedMultipliesInsideItsRewardWindowOnly() {
        Played played = playing(CHALLENGE + """
                        - {at: 25s, gift: {who: early, gift: Rose}}
                        - {at: 35s, gift: {who: Nour, gift: Rose}}
                        - {at: 36s, gift: {who: Nour, gift: Rose}}
                        - {at: 40s, gift: {who: Aya, gift: Rose}}
                        - {at: 70s, gift: {who: Nour, gift: 16873}}
                        - {at: 85s, gift: {who: Nour, gift: 16873}}
                        - {at: 115s, gift: {who: Nour, gift: 16873}}
                        """).to(130);

        List<LinkmicBattleTaskMessage> told = tasks(played, "demo");
        assertThat(told)
                .extracting(LinkmicBattleTaskMessage::getType)
                .containsExactly(
                        BattleTaskType.BATTLE_TASK_TYPE_START,
                        BattleTaskType.BATTLE_TASK_TYPE_UPDATE,
                        BattleTaskType.BATTLE_TASK_TYPE_UPDATE,
                        BattleTaskType.BATTLE_TASK_TYPE_TASK_SETTLE,
                        BattleTaskType.BATTLE_TASK_TYPE_REWARD_SETTLE);
        var config = told.getFirst().getTaskStart().getConfig();
        assertThat(told.getFirst().hasType()).isFalse();
        assertThat(config.getPreviewStartTime()).isEqualTo(290);
        assertThat(config.getTask().getStart()).isEqualTo(280);
        assertThat(config.getTask().getProgressTarget()).isEqualTo(2);
        assertThat(config.getReward().getRewardMultiple()).isEqualTo(3);
        assertThat(config.getReward().getStart()).isEqualTo(230);
        assertThat(told.get(3).hasTaskSettle()).isTrue();
        assertThat(told.get(3).getTaskSettle().toByteArray()).isEmpty();
        assertThat(told.get(4).getRewardSettle().getPrompt().getPieces(0).getValue())
                .isEqualTo("897");
        assertThat(tasks(played, "luna").getLast().getTaskSettle().getResult())
                .isEqualTo(BattleTaskResult.BATTLE_TASK_RESULT_FAILED);
        assertThat(score(played, "demo")).isEqualTo(4 + 299 + 3 * 299 + 299);
    }

    @Test
    void aGloveStrikesSomeGiftsFromThreeSecondsAfterItsUseAndTheFrameTellsWhich() {
        Played played = playing(BATTLE.formatted("") + """
                        - {at: 20s, card: {kind: glove, who: Nour, to: demo}}
                        - {at: 21s, gift: {who: before, gift: 16873}}
                        - {at: 24s, every: 200ms, until: 52s, gift: {who: Nour, gift: 5919}}
                        - {at: 54s, gift: {who: after, gift: 16873}}
                        """).to(60);

        LinkMicBattleItemCard card = read(
                        played.of("demo", "WebcastLinkMicBattleItemCard"), LinkMicBattleItemCard.parser())
                .getFirst();
        assertThat(card.getMsgType()).isEqualTo(ItemCardType.ITEM_CARD_TYPE_CRITICAL_STRIKE);
        assertThat(card.getCriticalStrike().getCard().getMultiple()).isEqualTo(5);
        assertThat(card.getCriticalStrike().getCard().getRateLow()).isEqualTo(20);
        assertThat(card.getCriticalStrike().getCard().getLastDuration()).isEqualTo(30);
        assertThat(card.getCriticalStrike().getCard().getEffectTime())
                .isEqualTo(card.getCriticalStrike().getCard().getSendTime() + 3);
        List<GiftMessage> gifts = read(played.of("demo", "WebcastGiftMessage"), GiftMessage.parser()).stream()
                .filter(gift -> gift.getRepeatEnd() == 0)
                .toList();
        long struck = gifts.stream()
                .filter(gift -> gift.getMatchInfo().getMultiplierValue() == 5)
                .count();
        assertThat(struck).isBetween(20L, 56L);
        assertThat(gifts.getFirst().hasMatchInfo()).isFalse();
        assertThat(gifts.getLast().hasMatchInfo()).isFalse();
        assertThat(armies(played, "luna").stream().filter(LinkMicArmies::getTriggerCriticalStrike))
                .hasSize((int) struck);
        assertThat(armies(played, "demo").stream().filter(LinkMicArmies::getTriggerCriticalStrike))
                .isEmpty();
        assertThat(score(played, "demo"))
                .isEqualTo(2 * 299
                        + gifts.subList(1, gifts.size() - 1).stream()
                                .mapToLong(gift -> gift.getFanTicketCount()
                                        * Math.max(1, gift.getMatchInfo().getMultiplierValue()))
                                .sum());
    }

    @Test
    void aGloveThatAlwaysStrikesDoesSoForExactlyItsThirtySeconds() {
        Played played = playing(BATTLE.formatted("") + """
                        - {at: 20s, card: {kind: glove, who: Nour, to: demo, low: 100, high: 100}}
                        - {at: 22.9s, gift: {who: a, gift: 16873}}
                        - {at: 23.1s, gift: {who: b, gift: 16873}}
                        - {at: 52.9s, gift: {who: c, gift: 16873}}
                        - {at: 53.1s, gift: {who: d, gift: 16873}}
                        """).to(60);

        assertThat(read(played.of("demo", "WebcastGiftMessage"), GiftMessage.parser()))
                .extracting(gift -> gift.getMatchInfo().getMultiplierValue())
                .containsExactly(0L, 5L, 5L, 0L);
    }

    @Test
    void extraTimeMovesTheEndAndWhatComesBeforeItKeepsItsPlaceOnTheClock() {
        Played played = playing(CHALLENGE + "- {at: 15s, card: {kind: time-maker, who: Nour, to: demo, lasts: 10s}}")
                .to(500);

        assertThat(played.of("demo", "WebcastLinkMicBattle").get(1).atMillis()).isEqualTo(320_000);
        assertThat(played.of("demo", "WebcastLinkmicBattleTaskMessage")
                        .getFirst()
                        .atMillis())
                .isEqualTo(30_000);
        List<LinkMicBattle> told = read(played.of("demo", "WebcastLinkMicBattle"), LinkMicBattle.parser());
        assertThat(told.get(1).getSetting().getExtraDurationSecond()).isEqualTo(10);
    }

    @Test
    void inATeamMatchWhereOneGiftCountsTheTotalsAreTheTeams() {
        Played played = new Played(Scripts.find("team-battle")).to(230);

        List<LinkMicBattle> told = read(played.of("demo", "WebcastLinkMicBattle"), LinkMicBattle.parser());
        assertThat(told.getFirst().getTeamUsersList()).hasSize(2);
        assertThat(told.getFirst().getTeamUsers(0).getUserIdsList()).hasSize(2);
        assertThat(told.getFirst().getSetting().getGiftModeMeta().getGiftId()).isEqualTo(ROSE);
        assertThat(told.get(1).getAction()).isEqualTo(BattleAction.BATTLE_ACTION_CUT_SHORT);
        long each = told.get(1).getResultMap().values().stream()
                .mapToLong(LinkMicBattle.BattleResult::getScore)
                .sum();
        assertThat(told.get(1).getTeamResultList().stream()
                        .mapToLong(LinkMicBattle.TeamResult::getTotal)
                        .sum())
                .isEqualTo(each)
                .isPositive();
    }
}
