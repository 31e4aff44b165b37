package app.cadeau.live;

import static org.assertj.core.api.Assertions.assertThat;

import app.cadeau.live.MatchEvent.Card;
import app.cadeau.live.MatchEvent.Phase;
import app.cadeau.live.Multiplier.Confidence;
import app.cadeau.live.Multiplier.Kind;
import app.cadeau.live.Multiplier.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A match of five minutes that begins at second 0 of the platform's clock, which is an hour ahead of ours. */
class SightingsTest {

    private static final Instant OURS = Instant.parse("2026-11-27T01:00:00Z");
    private static final Instant THEIRS = OURS.plus(Duration.ofHours(1));
    private static final StreamerName DEMO = new StreamerName("demo");
    private static final String HOST = "77";

    private Instant now = OURS;
    private final Sightings sightings = new Sightings(() -> now);
    private long messages;

    private String id() {
        return Long.toString(++messages);
    }

    private Instant said(long second) {
        now = OURS.plusSeconds(second);
        return THEIRS.plusSeconds(second);
    }

    private void hears(MatchEvent... events) {
        sightings.heard(DEMO, HOST, List.of(events));
    }

    private void begins() {
        var said = said(0);
        hears(new MatchEvent.Standing(id(), "1", said, Phase.BEGUN, THEIRS.plusSeconds(300)));
    }

    /** The platform's heartbeats go on until then. */
    private Multiplier at(int second) {
        for (var at = now.plusSeconds(10); at.isBefore(OURS.plusSeconds(second)); at = at.plusSeconds(10)) {
            now = at;
            hears();
        }
        now = OURS.plusSeconds(second);
        hears();
        return sightings.multiplier(DEMO);
    }

    private void challengeIsWon() {
        hears(new MatchEvent.Challenge(id(), "1", said(20), 200, 30, 3));
        hears(new MatchEvent.ChallengeSettled(id(), "1", said(40), true));
    }

    private MatchEvent.Booster card(Card card, @Nullable String to, int times) {
        var said = THEIRS.plus(Duration.between(OURS, now));
        return new MatchEvent.Booster(
                id(), "1", said, card, to, times, 20, 30, said.plusSeconds(3), said.plusSeconds(33));
    }

    @Test
    void knowsNothingOfALiveThatNobodyHears() {
        assertThat(sightings.multiplier(DEMO)).isEqualTo(Multiplier.none(null));
        hears();
        assertThat(sightings.multiplier(DEMO).confidence())
                .as("a match may be on since before we came")
                .isEqualTo(Confidence.UNKNOWN);
    }

    @Test
    void aWonChallengeCountsInsideItsWindowOnTheMatchClockAndByOurOwn() {
        begins();
        assertThat(sightings.multiplier(DEMO).confidence()).isEqualTo(Confidence.CERTAIN);
        challengeIsWon();
        assertThat(at(99).kind()).isEqualTo(Kind.NONE);
        assertThat(sightings.next(DEMO))
                .hasValueSatisfying(next -> assertThat(next.value()).isEqualTo(3));
        assertThat(at(100))
                .isEqualTo(new Multiplier(
                        3,
                        Kind.CHALLENGE,
                        OURS.plusSeconds(100),
                        OURS.plusSeconds(130),
                        Source.BATTLE_TASK,
                        Confidence.CERTAIN,
                        0,
                        0,
                        OURS.plusSeconds(40)));
        assertThat(at(129).value()).isEqualTo(3);
        assertThat(at(130)).isEqualTo(Multiplier.none(OURS));
    }

    @Test
    void aLostChallengeAndOneWhoseBeginningWasMissedOpenNothing() {
        begins();
        hears(new MatchEvent.ChallengeSettled(id(), "1", said(10), true));
        hears(new MatchEvent.Challenge(id(), "1", said(20), 200, 30, 3));
        hears(new MatchEvent.ChallengeSettled(id(), "1", said(60), false));
        assertThat(at(110).kind()).isEqualTo(Kind.NONE);
    }

    @Test
    void extraTimeMovesARewardThatHasNotBegunAndNoOther() {
        begins();
        challengeIsWon();
        at(50);
        hears(new MatchEvent.MoreTime("900", "1", said(50), 10));
        hears(new MatchEvent.MoreTime("900", "1", said(50), 10));
        assertThat(at(109).kind()).isEqualTo(Kind.NONE);
        assertThat(at(115).from()).isEqualTo(OURS.plusSeconds(110));
        hears(new MatchEvent.Standing(id(), "1", said(116), Phase.GOES_ON, THEIRS.plusSeconds(330)));
        assertThat(at(117).from()).isEqualTo(OURS.plusSeconds(110));
    }

    @Test
    void theEndOfTheRewardOrOfTheMatchClosesWhatIsOpen() {
        begins();
        challengeIsWon();
        assertThat(at(101).value()).isEqualTo(3);
        hears(new MatchEvent.RewardOver(id(), "1", said(102)));
        assertThat(sightings.multiplier(DEMO).kind()).isEqualTo(Kind.NONE);
        hears(card(Card.GLOVE, HOST, 5));
        assertThat(at(106).kind()).isEqualTo(Kind.GLOVE);
        hears(new MatchEvent.Standing(id(), "1", said(107), Phase.OVER, null));
        assertThat(sightings.multiplier(DEMO)).isEqualTo(Multiplier.none(OURS.plusSeconds(107)));
    }

    @Test
    void aGloveIsAChanceAndWhoIsSecondIsNotKnown() {
        begins();
        at(20);
        hears(card(Card.GLOVE, HOST, 5));
        assertThat(at(22).kind()).isEqualTo(Kind.NONE);
        var glove = at(23);
        assertThat(List.of(glove.value(), glove.low(), glove.high())).containsExactly(5, 20, 30);
        assertThat(glove.confidence()).isEqualTo(Confidence.CHANCE);
        hears(card(Card.TOP_2, HOST, 9));
        assertThat(at(30)).as("the surest first").isEqualTo(glove);
        assertThat(at(54).confidence()).isEqualTo(Confidence.UNKNOWN);
    }

    @Test
    void aBoosterOfTheOtherSideIsNoneOfOurs() {
        begins();
        hears(card(Card.GLOVE, "88", 5));
        assertThat(at(10).kind()).isEqualTo(Kind.NONE);
        hears(card(Card.GLOVE, null, 5));
        assertThat(at(20).confidence()).as("for whom was not said").isEqualTo(Confidence.UNKNOWN);
    }

    @Test
    void whatWasHeardBeforeAGapIsForgotten() {
        begins();
        challengeIsWon();
        assertThat(at(101).value()).isEqualTo(3);
        now = OURS.plusSeconds(120);
        assertThat(sightings.multiplier(DEMO).value())
                .as("still within the gap")
                .isEqualTo(3);
        now = OURS.plusSeconds(132);
        hears();
        assertThat(sightings.multiplier(DEMO)).isEqualTo(Multiplier.none(null));
    }
}
