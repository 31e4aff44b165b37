package app.cadeau.benchmarks;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What one reader heard of sends, with the moment at which it came. */
final class Heard {

    /** @param came and {@code told} in microseconds of this machine's clock */
    record Message(String send, String state, int confirmed, long came, long told) {}

    private final List<Message> messages = new ArrayList<>();

    /** Read by hand: two thousand a second are too many to be parsed beside what is measured. */
    synchronized void add(String text) {
        if (!text.contains("\"type\":\"send\"")) {
            return;
        }
        var came = ApiBenchmark.micros(Instant.now());
        var data = text.substring(text.indexOf("\"data\":"));
        messages.add(new Message(
                word(data, "\"id\":\""),
                word(data, "\"state\":\""),
                Integer.parseInt(number(data, "\"confirmed\":")),
                came,
                ApiBenchmark.micros(Instant.parse(word(text, "\"at\":\"")))));
        notifyAll();
    }

    private static String word(String text, String before) {
        var from = text.indexOf(before) + before.length();
        return text.substring(from, text.indexOf('"', from));
    }

    private static String number(String text, String before) {
        var from = text.indexOf(before) + before.length();
        var to = from;
        while (Character.isDigit(text.charAt(to))) {
            to++;
        }
        return text.substring(from, to);
    }

    synchronized List<Message> of(String send) {
        return messages.stream().filter(one -> one.send().equals(send)).toList();
    }

    boolean ended(String send) {
        return of(send).stream()
                .anyMatch(one -> List.of("CONFIRMED", "PARTIAL", "STOPPED", "REFUSED", "REVIEW")
                        .contains(one.state()));
    }

    String states(String send) {
        return of(send).stream().map(Message::state).distinct().collect(Collectors.joining(" "));
    }
}
