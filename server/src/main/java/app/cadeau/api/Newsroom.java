package app.cadeau.api;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Numbers news, remembers the newest of them, and hands them to every reader. Of progress only the newest of each thing is
 * remembered, so what is remembered reaches far back.
 */
@Component
class Newsroom {

    static final int REMEMBERED = 4_000;

    /** A message as it goes over the wire. */
    private record Message(long id, String type, String at, Object data) {}

    private final NewsNumbers numbers;
    private final JsonMapper json;
    private final InstantSource clock;
    private final TreeMap<Long, News> remembered = new TreeMap<>();
    private final Map<String, Long> newestDetail = new HashMap<>();
    private final Set<Outbox> readers = ConcurrentHashMap.newKeySet();
    private long forgotten = -1;

    Newsroom(NewsNumbers numbers, JsonMapper json, InstantSource clock) {
        this.numbers = numbers;
        this.json = json;
        this.clock = clock;
    }

    boolean nobodyReads() {
        return readers.isEmpty();
    }

    /** Tells something that nobody may miss. */
    void tell(String type, Object data) {
        tell(type, data, null);
    }

    /** @param detail see {@link News} */
    synchronized void tell(String type, Object data, @Nullable String detail) {
        if (forgotten < 0) {
            forgotten = numbers.newest();
        }
        var id = numbers.next();
        var news = new News(id, text(id, type, data), detail);
        remember(news);
        readers.forEach(reader -> reader.add(news));
    }

    private void remember(News news) {
        remembered.put(news.id(), news);
        if (news.detail() != null) {
            var older = newestDetail.put(news.detail(), news.id());
            if (older != null) {
                remembered.remove(older);
            }
        }
        while (remembered.size() > REMEMBERED) {
            var oldest = remembered.pollFirstEntry().getValue();
            forgotten = oldest.id();
            if (oldest.detail() != null) {
                newestDetail.remove(oldest.detail(), oldest.id());
            }
        }
    }

    /**
     * Adds a reader and gives it, in this order: hello, then what it missed since {@code after}, or the advice to read
     * everything anew; then all that comes.
     */
    synchronized void join(Outbox reader, @Nullable Long after, String version) {
        if (forgotten < 0) {
            forgotten = numbers.newest();
        }
        var newest = numbers.newest();
        if (after != null && after >= forgotten && after <= newest) {
            reader.add(hello(after, new Hello(true, newest, version)));
            remembered.tailMap(after, false).values().forEach(reader::add);
        } else {
            reader.add(hello(newest, new Hello(false, newest, version)));
            if (after != null) {
                reader.add(new News(newest, text(newest, "reset", Map.of()), null));
            }
        }
        readers.add(reader);
    }

    private News hello(long number, Hello hello) {
        return new News(number, text(number, "hello", hello), null);
    }

    void leave(Outbox reader) {
        readers.remove(reader);
    }

    List<Outbox> readers() {
        return List.copyOf(readers);
    }

    /**
     * The first message of every reader.
     *
     * @param resumed what was missed follows; else everything has to be read anew
     */
    record Hello(boolean resumed, long newest, String version) {}

    private String text(long id, String type, Object data) {
        return json.writeValueAsString(new Message(id, type, Times.text(clock.instant()), data));
    }
}
