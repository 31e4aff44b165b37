package app.cadeau.sends;

import static org.assertj.core.api.Assertions.assertThat;

import app.cadeau.livepage.PageNews;
import app.cadeau.simulator.Settings;
import app.cadeau.simulator.Simulator;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class StopJourney {

    private static final int STOPS = Integer.getInteger("cadeau.stops", 6);

    @AutoClose
    static final Stage stage = new Stage();

    @Test
    void noPressBeginsAQuarterSecondAfterTheCommand() throws InterruptedException {
        var random = new Random(50);
        try (var simulator = Simulator.start(Settings.defaults())) {
            for (var stop = 0; stop < STOPS; stop++) {
                stage.forget();
                stopInMidSend(simulator, 3 + random.nextInt(20), "stop " + stop);
            }
        }
    }

    private static void stopInMidSend(Simulator simulator, int presses, String what) throws InterruptedException {
        var enough = new CountDownLatch(presses);
        var lastPress = new AtomicReference<>(Instant.EPOCH);
        var sender = stage.sender(simulator, Stage.Ask.roses(500), WatchedPage.watchedBy(news -> {
            if (news instanceof PageNews.Pressed pressed) {
                lastPress.set(pressed.at());
                enough.countDown();
            }
        }));
        var before = simulator.truth().landed("main");
        var carrying = Thread.ofVirtual().start(() -> carry(sender));
        assertThat(enough.await(30, TimeUnit.SECONDS))
                .as(what + " never pressed")
                .isTrue();

        var command = Instant.now();
        sender.stop(Ending.BY_MEMBER);
        carrying.join();

        var receipt = stage.database.rows().find(sender.id()).orElseThrow().receipt();
        var landed = simulator.truth().landed("main") - before;
        assertThat(lastPress.get()).as(what + ": " + receipt).isBefore(command.plusMillis(250));
        assertThat(receipt.state()).as(what + ": " + receipt).isIn(SendState.STOPPED, SendState.REVIEW);
        assertThat(landed)
                .as(what + ": " + receipt)
                .isBetween((long) receipt.confirmed(), (long) receipt.confirmed() + receipt.unknown());
    }

    private static void carry(Sender sender) {
        try {
            sender.run();
            Stage.leave(sender);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
