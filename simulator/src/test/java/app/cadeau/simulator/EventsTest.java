package app.cadeau.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import app.cadeau.webcast.proto.EnvelopeMessage;
import app.cadeau.webcast.proto.GoalUpdateMessage;
import app.cadeau.webcast.proto.HourlyRankRewardMessage;
import app.cadeau.webcast.proto.RankTextMessage;
import app.cadeau.webcast.proto.RankUpdateMessage;
import org.junit.jupiter.api.Test;

/** Boxes, goals and ranks, read back through the product's schema. */
class EventsTest {

    private final Played played = new Played(Played.script("""
            - {at: 1s, envelope: {who: Joe, coins: 100, people: 10, opens-after: 60s}}
            - {at: 2s, goal: {gift: Rose, progress: 3, target: 9}}
            - {at: 3s, gift: {who: Nour, gift: Rose, taps: [2, 2]}}
            - {at: 4s, rank: 7}
            - {at: 5s, rank-text: {before: 12, after: 7}}
            - {at: 6s, hourly-reward: 1}
            - {at: 7s, banner: {text: Bonus hour}}
            """)).to(30);

    private byte[] last(String method) {
        return played.of("demo", method).getLast().payload();
    }

    @Test
    void aBoxTellsItsCoinsAndWhenItOpens() throws Exception {
        EnvelopeMessage.Info info =
                EnvelopeMessage.parseFrom(last("WebcastEnvelopeMessage")).getInfo();

        assertThat(info.getDiamonds()).isEqualTo(100);
        assertThat(info.getPeople()).isEqualTo(10);
        assertThat(info.getSender()).isEqualTo("Joe");
        assertThat(info.getUnpackAt()).isEqualTo((Played.START + 61_000) / 1000);
    }

    @Test
    void aGoalGrowsWithItsGiftAndWithOurs() throws Exception {
        played.ours(5655, 5);

        GoalUpdateMessage.Goal goal =
                GoalUpdateMessage.parseFrom(last("WebcastGoalUpdateMessage")).getGoal();
        assertThat(played.of("demo", "WebcastGoalUpdateMessage")).hasSize(4);
        assertThat(goal.getSubGoals(0).getProgress()).isEqualTo(9);
        assertThat(goal.getSubGoals(0).getTarget()).isEqualTo(9);
        assertThat(goal.getStatus()).isEqualTo(2);
    }

    @Test
    void ranksTellTheirPlaces() throws Exception {
        assertThat(RankUpdateMessage.parseFrom(last("WebcastRankUpdateMessage"))
                        .getUpdates(0)
                        .getOwnerRank())
                .isEqualTo(7);
        RankTextMessage text = RankTextMessage.parseFrom(last("WebcastRankTextMessage"));
        assertThat(text.getRankBefore()).isEqualTo(12);
        assertThat(text.getRankAfter()).isEqualTo(7);
        assertThat(HourlyRankRewardMessage.parseFrom(last("WebcastHourlyRankRewardMessage"))
                        .getWinners(0)
                        .getId())
                .isEqualTo(played.lives.named("demo").orElseThrow().hostId());
    }

    @Test
    void aBonusHourIsOnlyALineAndAStripOfThePage() {
        assertThat(played.said)
                .filteredOn(one -> one.atMillis() == 7000)
                .extracting(Played.Said::method)
                .containsExactly("WebcastRoomMessage", "WebcastSimulatorStage");
    }
}
