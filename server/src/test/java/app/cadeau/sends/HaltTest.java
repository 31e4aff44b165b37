package app.cadeau.sends;

import static org.assertj.core.api.Assertions.assertThat;

import app.cadeau.livepage.LivePage;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HaltTest {

    private static final Duration WITHIN = Duration.ofMillis(100);
    private static final SendId SEND = SendId.next(() -> Instant.EPOCH, new Random(1));

    private final AtomicInteger told = new AtomicInteger();
    private final AtomicInteger distrusted = new AtomicInteger();

    @Test
    void pagesThatDoNotObeyAreWaitedForTogetherNotOneAfterTheOther() {
        var halts = IntStream.range(0, 20)
                .mapToObj(n -> new Halt(SEND, page(new CompletableFuture<>()), WITHIN, () -> 1))
                .toList();
        assertThat(told).as("told before any is waited for").hasValue(20);
        var began = System.nanoTime();
        assertThat(halts.stream().mapToInt(Halt::await).sum()).isEqualTo(20);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(WITHIN.multipliedBy(10));
        assertThat(distrusted).hasValue(20);
    }

    @Test
    void aPageThatObeysIsTrusted() {
        new Halt(SEND, page(CompletableFuture.completedFuture(null)), WITHIN, () -> 0).await();
        assertThat(distrusted).hasValue(0);
    }

    /** A page of which only its stop matters. */
    private LivePage page(CompletableFuture<Void> obeys) {
        return (LivePage) Proxy.newProxyInstance(
                HaltTest.class.getClassLoader(), new Class<?>[] {LivePage.class}, (page, method, arguments) -> {
                    switch (method.getName()) {
                        case "stopPresses" -> {
                            told.incrementAndGet();
                            return obeys;
                        }
                        case "disobeyed" -> distrusted.incrementAndGet();
                        default -> throw new AssertionError(method);
                    }
                    return null;
                });
    }
}
