package app.cadeau.sends;

import static app.cadeau.sends.PlayedQueue.A;
import static app.cadeau.sends.PlayedQueue.B;
import static org.assertj.core.api.Assertions.assertThat;

import app.cadeau.Vendor;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Vendor.class)
class SendQueueModuleTest {

    @Parameter
    Vendor vendor;

    @TempDir
    Path folder;

    @Test
    void beginsHighBeforeNormalBeforeLowAndTheOldestFirst() throws InterruptedException {
        try (var play = new PlayedQueue(vendor, folder, 2)) {
            play.submit(A, "low", Priority.LOW, null);
            play.submit(A, "first");
            play.submit(A, "second");
            var high = play.submit(A, "high", Priority.HIGH, null);
            var row = play.database.rows().find(high).orElseThrow();
            assertThat(play.shop.waiting().position(row)).isEqualTo(1);
            play.let(4);
            play.queue.start();
            assertThat(play.next(4)).containsExactly("high", "first", "second", "low");
        }
    }

    @Test
    void anAccountWithManyWaitingStarvesNoOther() throws InterruptedException {
        try (var play = new PlayedQueue(vendor, folder, 1)) {
            for (var number = 1; number <= 4; number++) {
                play.submit(A, "a" + number, Priority.HIGH, null);
            }
            play.submit(B, "b1", Priority.LOW, null);
            play.submit(B, "b2", Priority.LOW, null);
            play.let(6);
            play.queue.start();
            assertThat(play.next(6)).containsExactly("a1", "b1", "a2", "b2", "a3", "a4");
        }
    }

    @Test
    void anAccountDoesOneThingAtATimeAndLooksAndSendsTakeTurns() throws InterruptedException {
        try (var play = new PlayedQueue(vendor, folder, 4)) {
            play.queue.start();
            play.submit(A, "send1");
            assertThat(play.next()).isEqualTo("send1");
            play.submit(A, "send2");
            play.submit(A, "send3");
            var one = play.look(A, "look");
            var other = play.look(A, "look");
            PlayedQueue.await(() ->
                    one.getState() == Thread.State.TIMED_WAITING && other.getState() == Thread.State.TIMED_WAITING);
            var elsewhere = play.look(B, "elsewhere");
            assertThat(play.next()).isEqualTo("elsewhere");
            play.let(6);
            assertThat(play.next(4)).containsExactly("send1", "elsewhere", "look", "send2", "look", "send3");
            assertThat(play.mostOfOneAccount).hasValue(1);
            elsewhere.join();
        }
    }

    @Test
    void opensTheLiveOfTheNextInLineAheadWhileAllLanesAreAtWork() throws InterruptedException {
        try (var play = new PlayedQueue(vendor, folder, 1)) {
            play.queue.start();
            play.submit(A, "a1");
            assertThat(play.next()).isEqualTo("a1");
            play.submit(B, "b1");
            play.submit(B, "b2");
            PlayedQueue.await(() -> play.prepared.contains("b1"));
            play.let(1);
            assertThat(play.next()).isEqualTo("b1");
            play.submit(A, "a2");
            PlayedQueue.await(() -> play.prepared.contains("a2"));
            assertThat(play.prepared)
                    .as("each once, and none of an account at work")
                    .containsExactly("b1", "a2");
            play.let(3);
        }
    }

    @Test
    void saysThatTheMachineIsFullOfWhatWouldBeNextAndOfNothingElse() throws InterruptedException {
        try (var play = new PlayedQueue(vendor, folder, 1)) {
            play.queue.start();
            var first = play.submit(A, "a1");
            assertThat(play.next()).isEqualTo("a1");
            var behind = play.submit(A, "a2");
            var next = play.submit(B, "b1");
            var last = play.submit(B, "b2");
            var waits = Objects.requireNonNull(play.inLine(next).waitingFor());
            assertThat(waits.code()).isEqualTo(Receipt.WaitingFor.Code.MACHINE_FULL);
            assertThat(waits.sentence()).startsWith("This machine carries 1 send at full pace");
            assertThat(List.of(play.inLine(first), play.inLine(behind), play.inLine(last)))
                    .allMatch(receipt -> receipt.waitingFor() == null);
            play.let(4);
        }
    }

    @Test
    void opensNothingAheadForWhatIsPaused() throws InterruptedException {
        try (var play = new PlayedQueue(vendor, folder, 1)) {
            play.queue.start();
            play.submit(A, "a1");
            assertThat(play.next()).isEqualTo("a1");
            play.shop.pauses().pause(Optional.of(B));
            play.submit(B, "b1");
            var late = play.submit(A, "late", Priority.NORMAL, play.instant().plusSeconds(2));
            play.pass(Duration.ofSeconds(3));
            PlayedQueue.await(() -> play.receipt(late).state().ended());
            assertThat(play.prepared).isEmpty();
            play.let(2);
        }
    }

    @Test
    void aPauseOutlivesTheDaemon() throws InterruptedException {
        try (var play = new PlayedQueue(vendor, folder, 2)) {
            play.queue.start();
            play.shop.pauses().pause(Optional.of(A));
            play.restart();
            var held = play.submit(A, "held");
            play.submit(B, "free");
            play.let(2);
            assertThat(play.next()).isEqualTo("free");
            play.shop.pauses().pause(Optional.empty());
            play.restart();
            play.queue.resume(Optional.of(A));
            assertThat(play.receipt(held).state()).isEqualTo(SendState.QUEUED);
            play.queue.resume(Optional.empty());
            assertThat(play.next()).isEqualTo("held");
        }
    }

    @Test
    void whatWaitsTooLongEndsBeforeItsTurnComes() throws InterruptedException {
        try (var play = new PlayedQueue(vendor, folder, 1)) {
            play.queue.start();
            play.submit(A, "long");
            assertThat(play.next()).isEqualTo("long");
            var late = play.submit(A, "late", Priority.NORMAL, play.instant().plusSeconds(2));
            play.pass(Duration.ofSeconds(3));
            PlayedQueue.await(() -> play.receipt(late).state().ended());
            assertThat(play.receipt(late).state()).isEqualTo(SendState.REFUSED);
            assertThat(play.receipt(late).reason()).extracting(Reason::code).isEqualTo(Reason.Code.TOO_LATE);
            assertThat(play.queue.running()).hasSize(1);
        }
    }

    @Test
    void whatWaitsIsStoppedAndNeverBegins() throws InterruptedException {
        try (var play = new PlayedQueue(vendor, folder, 1)) {
            play.queue.start();
            play.submit(A, "first");
            assertThat(play.next()).isEqualTo("first");
            var second = play.submit(A, "second");
            var third = play.submit(A, "third");
            assertThat(play.queue.stop(new StopOrder.OneSend(second)).sends()).containsExactly(second);
            play.let(2);
            assertThat(play.next()).isEqualTo("third");
            PlayedQueue.await(() -> play.receipt(third).state().ended());
            assertThat(play.begun).containsExactly("first", "third");
            assertThat(play.receipt(second).state()).isEqualTo(SendState.STOPPED);
        }
    }

    @Test
    void aStopStandsUntilTheTableHasIt() throws InterruptedException {
        try (var play = new PlayedQueue(vendor, folder, 1)) {
            var waiting = play.submit(A, "waiting");
            play.database.jdbc().sql("alter table sends rename to away").update();
            assertThat(play.queue.stop(new StopOrder.Everything()).sends()).isEmpty();
            play.database.jdbc().sql("alter table away rename to sends").update();
            play.queue.start();
            PlayedQueue.await(() -> play.receipt(waiting).state().ended());
            assertThat(play.receipt(waiting).state()).isEqualTo(SendState.STOPPED);
            assertThat(play.begun).isEmpty();
        }
    }

    @Test
    void aDatabaseThatComesBackFindsTheQueueAlive() throws InterruptedException {
        try (var play = new PlayedQueue(vendor, folder, 1)) {
            var first = play.submit(A, "first");
            play.queue.start();
            assertThat(play.next()).isEqualTo("first");
            play.database.jdbc().sql("alter table sends rename to away").update();
            play.let(2);
            PlayedQueue.await(() -> play.queue.running().isEmpty());
            play.database.jdbc().sql("alter table away rename to sends").update();
            play.queue.wake(A);
            assertThat(play.next()).isEqualTo("first");
            PlayedQueue.await(() -> play.receipt(first).state() == SendState.REFUSED);
        }
    }

    @Test
    void takesAsManyAsItHoldsAndNoMore() {
        try (var play = new PlayedQueue(vendor, folder, 1)) {
            play.submit(A, "one");
            play.submit(A, "two");
            var row = play.database.rows().find(play.submit(A, "three")).orElseThrow();
            assertThat(play.shop.waiting().full(3)).isTrue();
            assertThat(play.shop.waiting().full(4)).isFalse();
            assertThat(play.shop.rows().move(row.id(), SendState.QUEUED, SendState.STOPPED))
                    .isTrue();
            assertThat(play.shop.waiting().full(3)).isFalse();
        }
    }

    @Test
    void nothingBeginsAfterAJumpOfTheClockUntilWhatIsAtWorkHasEnded() throws InterruptedException {
        try (var play = new PlayedQueue(vendor, folder, 2)) {
            play.queue.start();
            play.submit(A, "running");
            assertThat(play.next()).isEqualTo("running");
            var agreed = new AtomicBoolean();
            var running = new AtomicInteger(-1);
            play.queue.pauseFor(new Ending(Reason.clockJumped(Duration.ofHours(1)), false), () -> {
                running.set(play.queue.running().size());
                agreed.set(true);
            });
            var next = play.submit(B, "next");
            play.queue.wake();

            assertThat(agreed).isFalse();
            assertThat(play.receipt(next).state()).isEqualTo(SendState.QUEUED);

            play.let(2);
            assertThat(play.next()).isEqualTo("next");
            assertThat(agreed).isTrue();
            assertThat(running).hasValue(0);
        }
    }
}
