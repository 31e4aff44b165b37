package app.cadeau.sends;

import app.cadeau.livepage.PageNews;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one send knows while it runs: its evidence, which presses have no request yet and which requests no answer. Fed by
 * news, asked by {@link Course}. Belongs to the sender's thread alone.
 */
final class Tally {

    /** A request that passed and is waited for. */
    record Open(int count, Instant passedAt) {}

    private final List<Evidence> evidence = new ArrayList<>();
    private final Map<String, Open> open = new LinkedHashMap<>();
    private final Set<String> passed = new HashSet<>();
    private final Deque<Instant> unseen = new ArrayDeque<>();
    private int presses;
    private int pressesNotNoted;
    private int early; // gifts whose request became known before their press
    private int consumed;
    private int expired;
    private int answers;
    private int echoes;
    private boolean burstRunning;
    private Duration mergeWindow = Duration.ZERO;
    private @Nullable Instant firstPress;
    private @Nullable Instant lastPress;
    private double firstPressMillis;
    private double lastPressMillis;
    private Instant lastMove;

    Tally(Instant start) {
        lastMove = start;
    }

    void note(Evidence line) {
        evidence.add(line);
    }

    void burstStarted() {
        burstRunning = true;
    }

    void pressed(PageNews.Pressed press) {
        if (presses++ == 0) {
            firstPress = press.at();
            firstPressMillis = press.pageMillis();
        }
        pressesNotNoted++;
        lastPress = press.at();
        lastPressMillis = press.pageMillis();
        if (early > 0) {
            early--;
        } else {
            unseen.add(press.at());
        }
    }

    void burstEnded() {
        burstRunning = false;
    }

    void asked(PageNews.Asked news) {
        var count = news.ask().order() == null ? 0 : news.ask().order().count();
        learnMerging(count, news.at());
        lastMove = news.at();
        for (var i = 0; i < count; i++) {
            early += unseen.poll() == null ? 1 : 0;
        }
        if (news.refusal() == null) {
            consumed += count;
            passed.add(news.ask().key());
            open.put(news.ask().key(), new Open(count, news.at()));
            note(new Evidence.Passed(news.ask().key(), count, news.at()));
        } else {
            note(new Evidence.Failed(news.ask().key(), count, news.refusal(), news.at()));
        }
    }

    /** A page that merges presses sends late, and for all of them at once: how late is its window. */
    private void learnMerging(int count, Instant at) {
        var first = unseen.peek();
        if (first != null && count >= unseen.size()) {
            var late = Duration.between(first, at);
            if (late.compareTo(Duration.ofMillis(100)) > 0 && late.compareTo(mergeWindow) > 0) {
                mergeWindow = late;
            }
        }
    }

    void answered(Evidence.Answer answer) {
        note(answer);
        lastMove = answer.at();
        if (answer.sent()) {
            answers++;
            open.remove(answer.key());
        }
    }

    void echoed(Evidence.Echoed echo) {
        note(echo);
        echoes++;
    }

    /** How often a witness has proved something, more or less: for when to show it, never for what is proved. */
    int proofs(boolean oneWitnessProves) {
        return oneWitnessProves ? Math.max(answers, echoes) : Math.min(answers, echoes);
    }

    /** Whether this request is the send's own; a page kept warm may still hear what became of an earlier send's. */
    boolean passed(String key) {
        return passed.contains(key);
    }

    /** Gifts that a request which is still waited for asked for; 0 when it is not. */
    int countOf(String key) {
        var request = open.get(key);
        return request == null ? 0 : request.count();
    }

    /** Leaves a request as unknown for the loop: nothing more is expected of it. */
    void expire(String key) {
        var gone = open.remove(key);
        expired += gone == null ? 0 : gone.count();
    }

    /** Requests whose time for an answer and an echo is over leave the exposure; presses without a request are free again. */
    void passTime(Instant now, SendsConfig limits) {
        var patience =
                limits.answerWithin().compareTo(limits.echoWithin()) > 0 ? limits.answerWithin() : limits.echoWithin();
        var late = open.entrySet().stream()
                .filter(entry -> entry.getValue().passedAt().plus(patience).isBefore(now))
                .map(Map.Entry::getKey)
                .toList();
        late.forEach(this::expire);
        var lonely = mergeWindow.plus(limits.pressWithoutRequest());
        while (!unseen.isEmpty() && unseen.peek().plus(lonely).isBefore(now)) {
            unseen.poll();
        }
    }

    /** Lines not yet written to the journal start at this index of {@link #evidence()}. */
    void notePresses(Instant now) {
        if (pressesNotNoted > 0) {
            note(new Evidence.Presses(pressesNotNoted, now));
            pressesNotNoted = 0;
        }
    }

    List<Evidence> evidence() {
        return evidence;
    }

    int presses() {
        return presses;
    }

    int consumed() {
        return consumed;
    }

    /** Presses made that no request has taken up yet. */
    int unseen() {
        return unseen.size();
    }

    /** Gifts that passed the gate and have no answer of status 0 yet. */
    int exposure() {
        return open.values().stream().mapToInt(Open::count).sum();
    }

    int expired() {
        return expired;
    }

    boolean burstRunning() {
        return burstRunning;
    }

    Duration mergeWindow() {
        return mergeWindow;
    }

    @Nullable
    Instant firstPress() {
        return firstPress;
    }

    @Nullable
    Instant lastPress() {
        return lastPress;
    }

    Instant lastMove() {
        return lastMove;
    }

    /** Clicks a second between the first and the last press, on the page's own clock; null under two presses. */
    @Nullable
    Double pace() {
        if (presses < 2 || lastPressMillis <= firstPressMillis) {
            return null;
        }
        return (presses - 1) * 1000 / (lastPressMillis - firstPressMillis);
    }
}
