package app.cadeau.sends;

import static org.assertj.core.api.Assertions.assertThat;

import app.cadeau.Vendor;
import app.cadeau.accounts.AccountId;
import app.cadeau.livepage.Opening;
import app.cadeau.livepage.Trouble;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * {@code ./cadeau bench queue}: what one claim and one end cost with few and with many sends waiting, and what a daemon
 * keeps in memory of sends that are over. No part of the suite: its name ends in no suffix that is.
 */
@ParameterizedClass
@EnumSource(Vendor.class)
class QueueBenchmark {

    private static final int FEW = 1_000;
    private static final int MANY = Integer.getInteger("bench.sends", 100_000);
    private static final int ACCOUNTS = 10;
    private static final int MEASURED = 400;

    @Parameter
    Vendor vendor;

    @TempDir
    Path folder;

    @Test
    void claimsAndEndsAsFastWithManyWaitingAsWithFew() {
        try (var database = Database.pooled(vendor, folder)) {
            var shop = shop(database, () -> {});
            fill(database, 0, FEW);
            measure(shop, "warm-up");
            measure(shop, FEW + " waiting");
            fill(database, FEW, MANY - FEW);
            measure(shop, MANY + " waiting");
        }
    }

    @Test
    void keepsNothingOfWhatIsOver() throws InterruptedException {
        try (var database = Database.pooled(vendor, folder)) {
            var begun = new AtomicInteger();
            var all = new CountDownLatch(1);
            var shop = shop(database, () -> note(begun.incrementAndGet(), all));
            fill(database, 0, MANY);
            var start = System.nanoTime();
            try (var queue = new SendQueue(shop, () -> 2)) {
                tell(MANY + " waiting: %d KiB of heap", heap());
                queue.start();
                assertThat(all.await(1, TimeUnit.HOURS)).isTrue();
                queue.awaitIdle(Duration.ofMinutes(1));
            }
            tell("claimed, begun, refused and ended: %.0f a second", MANY / seconds(start));
        }
    }

    private void note(int begun, CountDownLatch all) {
        if (begun == MANY / 10 || begun == MANY / 2 || begun == MANY) {
            tell(begun + " begun: %d KiB of heap", heap());
        }
        if (begun == MANY) {
            all.countDown();
        }
    }

    private static Workshop shop(Database database, Runnable begun) {
        var shop = database.workshop(
                (who, where, until) -> {
                    begun.run();
                    return new Opening.NotOpened(Trouble.OFF_AIR, "nobody is on air");
                },
                new GroupMemory(),
                InstantSource.system());
        for (var number = 0; number < ACCOUNTS; number++) {
            assertThat(shop.accounts().add(account(number), true)).isNotNull();
        }
        return shop;
    }

    private static AccountId account(int number) {
        return new AccountId("a" + number % ACCOUNTS);
    }

    private static void fill(Database database, int from, int count) {
        database.jdbc()
                .sql("""
                insert into sends (id, body_hash, streamer, account, gift_asked, gift_name, quantity, cps_milli,
                    priority, state, queued_at)
                with recursive n (i) as (select :from + 1 union all select i + 1 from n where i < :until)
                select substr('00000000000000000000000000' || i, length(cast(i as text)) + 1), 'hash', 'demo',
                    'a' || (i % :accounts), '5655', 'Rose', 1, 12000, i % 3, 'QUEUED', 0 from n""")
                .param("from", from)
                .param("until", from + count)
                .param("accounts", ACCOUNTS)
                .update();
        // PostgreSQL does by itself, a minute later.
        database.jdbc().sql("analyze").update();
    }

    private void measure(Workshop shop, String with) {
        var claimed = new ArrayList<SendRow>();
        var start = System.nanoTime();
        for (var number = 0; number < MEASURED; number++) {
            claimed.add(shop.waiting().claim(account(number)).orElseThrow());
        }
        var claims = MEASURED / seconds(start);
        start = System.nanoTime();
        for (var row : claimed) {
            var why = new Reason(Reason.Code.OFF_AIR, "Nobody is on air.");
            var outcome = row.outcome().refused(why, shop.clock().instant());
            assertThat(shop.books().end(row, SendState.PREPARING, SendState.REFUSED, outcome))
                    .isTrue();
        }
        tell(with + ": %.0f claims a second, %.0f ends a second", claims, MEASURED / seconds(start));
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private static long heap() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) >> 10;
    }

    private void tell(String line, Object... values) {
        System.out.println("bench queue, " + vendor + ": " + String.format(Locale.ROOT, line, values));
    }
}
