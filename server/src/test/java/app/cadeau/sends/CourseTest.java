package app.cadeau.sends;

import static org.assertj.core.api.Assertions.assertThat;

import app.cadeau.livepage.GiftAsk;
import app.cadeau.livepage.PageNews;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CourseTest {

    private static final SendId SEND = SendId.next(() -> Instant.EPOCH, new Random(1));

    private static final Instant NOW = Instant.parse("2026-11-22T20:00:00Z");

    private final Tally tally = new Tally(NOW);
    private int requests;

    @Test
    void theFirstPressGoesAlone() {
        assertThat(course(1, 500).next(tally, NOW)).isEqualTo(new Step.Press(1));
    }

    @Test
    void nothingFollowsTheFirstPressUntilThePriceIsProved() {
        var course = course(1, 500);
        course.pressing(tally);
        press(NOW);
        passed(1, NOW);
        assertThat(course.next(tally, NOW.plusSeconds(1))).isInstanceOf(Step.Listen.class);
        answered(1, NOW);
        course.priceProved();
        assertThat(course.next(tally, NOW.plusSeconds(1))).isEqualTo(new Step.Press(3));
    }

    @Test
    void aLonePressThatLedToNoRequestIsMadeAgain() {
        var course = course(1, 500);
        course.pressing(tally);
        press(NOW);
        var later = NOW.plusMillis(2_100);
        tally.passTime(later, SendsConfig.DEFAULT);
        assertThat(course.next(tally, later)).isEqualTo(new Step.Press(1));
    }

    @Test
    void aBurstIsOrderedAMomentBeforeItsFirstPressIsDue() {
        var course = flowing(1, 500);
        press(NOW);
        passed(1, NOW);
        answered(1, NOW);
        assertThat(course.next(tally, NOW))
                .isInstanceOfSatisfying(
                        Step.Listen.class,
                        listen -> assertThat(listen.most()).isBetween(Duration.ofMillis(43), Duration.ofMillis(44)));
    }

    @Test
    void presesWithoutARequestAreAtMostThree() {
        var course = flowing(1, 500);
        press(NOW);
        press(NOW);
        assertThat(course.next(tally, NOW.plusSeconds(1))).isEqualTo(new Step.Press(1));
        press(NOW);
        assertThat(course.next(tally, NOW.plusSeconds(1))).isInstanceOf(Step.Listen.class);
    }

    @Test
    void giftsWithoutAnAnswerStayUnderTheCapOfCoins() {
        var course = flowing(100, 500);
        for (var i = 1; i <= 4; i++) {
            press(NOW);
            passed(1, NOW);
        }
        assertThat(course.next(tally, NOW.plusSeconds(1))).isEqualTo(new Step.Press(1));
    }

    @Test
    void oneGiftDearerThanTheCapMayBeOnItsWay() {
        var course = flowing(3_000, 500);
        assertThat(course.next(tally, NOW)).isEqualTo(new Step.Press(1));
    }

    @Test
    void giftsWithoutAnAnswerStayUnderThreeSecondsOfPresses() {
        var course = flowing(1, 500);
        for (var i = 1; i <= 36; i++) {
            press(NOW);
            passed(1, NOW);
        }
        assertThat(course.next(tally, NOW.plusSeconds(1))).isInstanceOf(Step.Listen.class);
    }

    @Test
    void settlesWhenTheDoubtReachesTheCap() {
        var course = flowing(100, 500);
        for (var i = 1; i <= 5; i++) {
            press(NOW);
            passed(1, NOW);
        }
        var later = NOW.plusSeconds(11);
        tally.passTime(later, SendsConfig.DEFAULT);
        assertThat(course.next(tally, later))
                .isInstanceOfSatisfying(
                        Step.Over.class,
                        over -> assertThat(over.ending().reason())
                                .extracting(Reason::code)
                                .isEqualTo(Reason.Code.NOT_PROVED));
    }

    @Test
    void beginsNothingWhilePausedAndGivesUpAfterFiveMinutes() {
        var course = flowing(1, 500);
        course.paused(NOW);
        assertThat(course.next(tally, NOW.plusSeconds(60))).isInstanceOf(Step.Listen.class);
        assertThat(course.next(tally, NOW.plusSeconds(301))).isInstanceOf(Step.Over.class);
        course.resumed();
        assertThat(course.next(tally, NOW.plusSeconds(10))).isEqualTo(new Step.Press(3));
    }

    @Test
    void beginsNothingAfterTheLatestTime() {
        var course = new Course(terms(1), SendsConfig.DEFAULT, 12, 500, NOW.plusSeconds(5));
        assertThat(course.next(tally, NOW.plusSeconds(4))).isEqualTo(new Step.Press(1));
        assertThat(course.next(tally, NOW.plusSeconds(5))).isInstanceOf(Step.Over.class);
    }

    @Test
    void waitsLongerForAPageThatMergesPresses() {
        var course = flowing(1, 500);
        for (var i = 0; i < 3; i++) {
            press(NOW);
        }
        passed(3, NOW.plusMillis(400));
        answered(1, NOW.plusMillis(450));
        for (var i = 0; i < 5; i++) {
            press(NOW.plusMillis(500));
        }
        assertThat(course.next(tally, NOW.plusSeconds(1))).isEqualTo(new Step.Press(3));
        tally.passTime(NOW.plusMillis(2_800), SendsConfig.DEFAULT);
        assertThat(tally.unseen()).isEqualTo(5);
    }

    @Test
    void aShortMachineGetsSlowerBurstsOfFewerPresses() {
        var course = flowing(1, 500);
        var headroom = new Headroom(Carried.fixed(2));
        course.pace(headroom, NOW);
        for (var late = 0; late < 4; late++) {
            headroom.began(SEND, Duration.ofMillis(300), NOW.plusMillis(100));
        }
        course.pace(headroom, NOW.plusMillis(600));
        assertThat(course.interval()).isBetween(Duration.ofMillis(104), Duration.ofMillis(105));
        assertThat(course.next(tally, NOW.plusMillis(600))).isEqualTo(new Step.Press(2));
    }

    private Course flowing(long price, long cap) {
        var course = course(price, cap);
        course.priceProved();
        return course;
    }

    private Course course(long price, long cap) {
        return new Course(terms(price), SendsConfig.DEFAULT, 12, cap, null);
    }

    private static Terms terms(long price) {
        return new Terms(100, 5655, price, "7001", "9001", "42", true, true);
    }

    private void press(Instant at) {
        tally.pressed(new PageNews.Pressed(1, 0, 0, at));
    }

    private void passed(int count, Instant at) {
        var order = new GiftAsk.Order("7001", 5655, "9001", count);
        tally.asked(new PageNews.Asked(new GiftAsk("r" + ++requests, order, null), null, at));
    }

    private void answered(int request, Instant at) {
        tally.answered(new Evidence.Answer("r" + request, 200, 0, null, 99L, null, null, null, false, true, at));
    }
}
