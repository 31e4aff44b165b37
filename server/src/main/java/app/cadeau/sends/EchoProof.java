package app.cadeau.sends;

import app.cadeau.live.LiveEvent.GiftSeen;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What our own gifts in the stream prove. A combo's echo carries a count that is cumulative within its group, across
 * bursts and sends, so a group proves: highest count − lowest start, no start lying below what earlier sends hold. End
 * frames open no interval. On an account not used alone only an echo that an answer named is ours.
 */
final class EchoProof {

    private final Terms terms;
    private final GroupFloors floors;
    private final AnswerProof answers;
    private final Set<String> seen = new HashSet<>();
    private final Map<String, Span> groups = new HashMap<>();
    /** Echoes not counted yet: until the next look, and on an account not used alone until an answer names them. */
    private final List<Evidence.Echoed> waiting = new ArrayList<>();
    /** Streaks that began when no earlier send could press any more; asked for only where there are strays. */
    private final Set<@Nullable String> oursAlone = new HashSet<>();

    private int single;

    /** @param answers of the same send; they are asked at {@link #look} only */
    EchoProof(Terms terms, GroupFloors floors, AnswerProof answers) {
        this.terms = terms;
        this.floors = floors;
        this.answers = answers;
    }

    /** One line more, in the order of the journal. */
    void take(Evidence line) {
        if (line instanceof Evidence.Echoed echoed && ours(echoed.gift())) {
            waiting.add(echoed);
        }
    }

    /** Takes in what the answers so far allow, before anything is asked. */
    EchoProof look() {
        waiting.removeIf(echoed -> {
            var ours = terms.usedAlone() || answers.names(echoed.gift());
            if (ours && seen.add(echoed.gift().msgId())) {
                count(echoed.gift(), echoed.at());
            }
            return ours;
        });
        return this;
    }

    private boolean ours(GiftSeen gift) {
        return gift.senderId().equals(terms.ownUserId())
                && gift.giftId() == terms.giftId()
                && gift.roomId().equals(terms.roomId())
                && (gift.recipientId() == null || gift.recipientId().equals(terms.hostId()));
    }

    private void count(GiftSeen gift, Instant at) {
        if (floors.strays() > 0 && floors.beganSince(gift.groupId(), at)) {
            oursAlone.add(gift.groupId());
        }
        if (gift.groupId() == null) {
            single += gift.end() ? 0 : Math.max(1, gift.increment());
            return;
        }
        var floor = floors.floor(gift.groupId());
        // An end frame repeats the highest count: it tells of a lost last frame, and opens nothing by itself.
        var start = Math.max(floor, gift.repeatCount() - (gift.end() ? 0 : gift.increment()));
        groups.merge(gift.groupId(), new Span(start, Math.max(start, gift.repeatCount())), Span::with);
    }

    /** Gifts that the stream shows, of which some may be strays of earlier sends. */
    int seen() {
        return single + groups.values().stream().mapToInt(Span::length).sum();
    }

    /** Gifts that are this send's for certain. */
    int proved() {
        var certain = groups.entrySet().stream()
                .filter(group -> oursAlone.contains(group.getKey()))
                .mapToInt(group -> group.getValue().length())
                .sum();
        return certain + Math.max(0, seen() - certain - floors.strays());
    }

    private record Span(int start, int end) {
        Span with(Span other) {
            return new Span(Math.min(start, other.start), Math.max(end, other.end));
        }

        int length() {
            return end - start;
        }
    }
}
