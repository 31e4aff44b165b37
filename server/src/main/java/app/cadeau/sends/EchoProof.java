package app.cadeau.sends;

import app.cadeau.live.LiveEvent.GiftSeen;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
    private int single;

    EchoProof(Terms terms, List<Evidence> evidence, GroupFloors floors, AnswerProof answers) {
        this.terms = terms;
        this.floors = floors;
        this.answers = answers;
        for (var line : evidence) {
            if (line instanceof Evidence.Echoed echoed
                    && ours(echoed.gift())
                    && seen.add(echoed.gift().msgId())) {
                take(echoed.gift());
            }
        }
    }

    private boolean ours(GiftSeen gift) {
        return gift.senderId().equals(terms.ownUserId())
                && gift.giftId() == terms.giftId()
                && gift.roomId().equals(terms.roomId())
                && (gift.recipientId() == null || gift.recipientId().equals(terms.hostId()))
                && (terms.usedAlone() || answers.names(gift));
    }

    private void take(GiftSeen gift) {
        if (gift.groupId() == null) {
            single += gift.end() ? 0 : Math.max(1, gift.increment());
            return;
        }
        var floor = floors.floor(gift.groupId());
        // An end frame repeats the highest count: it tells of a lost last frame, and opens nothing by itself.
        var start = Math.max(floor, gift.repeatCount() - (gift.end() ? 0 : gift.increment()));
        groups.merge(gift.groupId(), new Span(start, Math.max(start, gift.repeatCount())), Span::with);
    }

    int proved() {
        return single + groups.values().stream().mapToInt(Span::length).sum();
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
