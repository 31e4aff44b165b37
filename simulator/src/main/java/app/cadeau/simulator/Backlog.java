package app.cadeau.simulator;

import app.cadeau.webcast.proto.Message;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;

/** The last messages of one LIVE, for those that poll, come late or come again. Safe for any thread. */
final class Backlog {

    private static final int KEPT = 200;

    private record Kept(long number, Message message) {}

    private final Deque<Kept> messages = new ArrayDeque<>();
    private long number;

    synchronized void keep(Message message) {
        messages.addLast(new Kept(++number, message));
        if (messages.size() > KEPT) {
            messages.removeFirst();
        }
    }

    /** Where a client that has read everything stands. The platform's form is its own; nobody should look inside. */
    synchronized String cursor(long nowMillis) {
        return "t-%d_r-1_d-1_u-1_h-%d".formatted(nowMillis, number);
    }

    /** What came after the cursor; nothing for one that is not ours. */
    synchronized List<Message> after(String cursor) {
        String told = cursor.substring(cursor.lastIndexOf('-') + 1);
        if (!told.matches("\\d{1,18}") || cursor.length() == told.length()) {
            return List.of();
        }
        long from = Long.parseLong(told);
        return messages.stream()
                .filter(kept -> kept.number() > from)
                .map(Kept::message)
                .toList();
    }

    synchronized List<Message> last(int count, Predicate<Message> which) {
        List<Message> found = messages.stream().map(Kept::message).filter(which).toList();
        return found.subList(Math.max(0, found.size() - count), found.size());
    }
}
