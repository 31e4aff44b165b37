package app.cadeau.browser;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * For whom a lane works now, so that each line of the log tells its send. Engines carry many lanes on one thread: whatever runs for a lane puts its own subject up and the former back.
 */
final class Subject {

    private static final String KEY = "send";

    private volatile @Nullable String send;

    /** From now on the lane works for whatever the calling thread is about; for nothing when that is nothing. */
    void take() {
        send = MDC.get(KEY);
    }

    void rest() {
        send = null;
    }

    void run(Runnable work) {
        var former = MDC.get(KEY);
        put(send);
        try {
            work.run();
        } finally {
            put(former);
        }
    }

    <T extends @Nullable Object> T call(Callable<T> work) throws Exception {
        var former = MDC.get(KEY);
        put(send);
        try {
            return work.call();
        } finally {
            put(former);
        }
    }

    private static void put(@Nullable String value) {
        if (value == null) {
            MDC.remove(KEY);
        } else {
            MDC.put(KEY, value);
        }
    }
}
