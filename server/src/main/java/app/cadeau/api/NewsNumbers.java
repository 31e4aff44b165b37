package app.cadeau.api;

import java.time.InstantSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Numbers for news that only ever increase, over restarts and clocks set back as well: they are taken from the database in
 * blocks, so that a number costs no write. Numbers that JavaScript holds exactly.
 */
@Component
class NewsNumbers {

    private static final long BLOCK = 1_000_000;

    private final JdbcClient writes;
    private final InstantSource clock;
    private long last;
    private long below;

    NewsNumbers(JdbcClient writes, InstantSource clock) {
        this.writes = writes;
        this.clock = clock;
    }

    synchronized long next() {
        if (last + 1 >= below) {
            takeBlock();
        }
        return ++last;
    }

    /** The newest number that was given, or the one before the first. */
    synchronized long newest() {
        if (below == 0) {
            takeBlock();
        }
        return last;
    }

    private void takeBlock() {
        var from = Math.max(last, clock.millis());
        below = writes.sql("""
                insert into news_numbers (only_one, below) values (1, :from + :block)
                on conflict (only_one) do update set below =
                    case when news_numbers.below > :from then news_numbers.below else :from end + :block
                returning below""")
                .param("from", from)
                .param("block", BLOCK)
                .query(Long.class)
                .single();
        last = Math.max(last, below - BLOCK);
    }
}
