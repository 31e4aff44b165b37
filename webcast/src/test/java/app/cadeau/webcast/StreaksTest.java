package app.cadeau.webcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class StreaksTest {

    private static final List<GiftFrame> A = Vectors.streak("A", 6);
    private static final List<GiftFrame> B = Vectors.streak("B", 3);

    @Test
    void countsElevenRosesInStreakA() {
        assertThat(count(A)).isEqualTo(11);
    }

    @Property(tries = 720)
    void countsElevenInAnyOrderAndHoweverOftenRepeated(@ForAll("streakATwice") List<GiftFrame> frames) {
        assertThat(count(frames)).isEqualTo(11);
    }

    @Property
    void countsElevenWithAnyMiddleFramesLost(@ForAll("middles") List<GiftFrame> middle) {
        Streaks streaks = new Streaks(10);
        middle.forEach(streaks::add);
        streaks.add(A.get(4));
        assertThat(streaks.add(A.get(0)).total()).isEqualTo(11);
    }

    @Test
    void countsOnlyWhatCameSinceItJoined() {
        assertThat(count(A.subList(1, 6))).isEqualTo(10);
        assertThat(count(A.subList(2, 6))).isEqualTo(8);
    }

    @Test
    void anEndFrameSeenAloneAddsNothing() {
        assertThat(A.getLast().end()).isTrue();
        assertThat(count(List.of(A.getLast()))).isZero();
        assertThat(count(A.subList(0, 5))).isEqualTo(11);
    }

    @Test
    void countsSwappedFirstFramesInFull() {
        assertThat(count(B)).isEqualTo(count(B.reversed())).isEqualTo(2);
    }

    @Test
    void countsAGiftWithoutAStreakOncePerMessage() {
        GiftFrame clappers = GiftFrame.of(Vectors.gift("noncombo"));
        Streaks streaks = new Streaks(10);
        assertThat(clappers.key().combo()).isFalse();
        assertThat(clappers.coins()).isEqualTo(100);
        assertThat(streaks.add(clappers).added()).isEqualTo(1);
        assertThat(streaks.add(clappers).added()).isZero();
        assertThat(streaks.add(withMsgId(clappers, 7)).added()).isEqualTo(1);
    }

    @Test
    void keepsStreaksApartByRoomSenderRecipientGiftAndGroup() {
        Streaks streaks = new Streaks(10);
        GiftFrame.Key key = new GiftFrame.Key(1, 2, 3, 4, 5);
        streaks.add(new GiftFrame(1, key, 10, 10, 10, false));
        List.of(
                        new GiftFrame.Key(9, 2, 3, 4, 5),
                        new GiftFrame.Key(1, 9, 3, 4, 5),
                        new GiftFrame.Key(1, 2, 9, 4, 5),
                        new GiftFrame.Key(1, 2, 3, 9, 5),
                        new GiftFrame.Key(1, 2, 3, 4, 9))
                .forEach(other -> {
                    long msgId = other.hashCode();
                    assertThat(streaks.add(new GiftFrame(msgId, other, 1, 1, 1, false))
                                    .total())
                            .isEqualTo(1);
                });
        assertThat(streaks.total(key)).isEqualTo(10);
    }

    @Property
    void whatEachFrameAddsSumsUpToTheTotal(@ForAll("streakATwice") List<GiftFrame> frames) {
        Streaks streaks = new Streaks(10);
        assertThat(frames.stream().mapToInt(frame -> streaks.add(frame).added()).sum())
                .isEqualTo(11);
    }

    @Test
    void forgetsTheOldestStreakAndNeverHoldsMore() {
        Streaks streaks = new Streaks(2);
        IntStream.range(1, 1000).forEach(i -> streaks.add(single(i)));
        assertThat(IntStream.range(1, 1000)
                        .map(i -> streaks.total(single(i).key()))
                        .sum())
                .isEqualTo(2);
        assertThatThrownBy(() -> new Streaks(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Provide
    Arbitrary<List<GiftFrame>> streakATwice() {
        List<GiftFrame> twice =
                java.util.stream.Stream.concat(A.stream(), A.stream()).toList();
        return Arbitraries.shuffle(twice);
    }

    @Provide
    Arbitrary<List<GiftFrame>> middles() {
        return Arbitraries.of(A.subList(1, 6)).list().ofMaxSize(8);
    }

    private static int count(List<GiftFrame> frames) {
        Streaks streaks = new Streaks(10);
        frames.forEach(streaks::add);
        return streaks.total(frames.getFirst().key());
    }

    private static GiftFrame single(int group) {
        return new GiftFrame(group, new GiftFrame.Key(1, 2, 0, 5655, group), 1, 1, 1, false);
    }

    private static GiftFrame withMsgId(GiftFrame frame, long msgId) {
        return new GiftFrame(msgId, frame.key(), frame.repeatCount(), frame.increment(), frame.coins(), frame.end());
    }
}
