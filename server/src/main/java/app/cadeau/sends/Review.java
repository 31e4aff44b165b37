package app.cadeau.sends;

import java.util.List;

/** A person's settling of a send in REVIEW. */
final class Review {

    private final Workshop shop;

    Review(Workshop shop) {
        this.shop = shop;
    }

    Resolved settle(SendRow row, int landed, String reason, String by) {
        if (reason.isBlank() || reason.length() > 500) {
            return new Resolved.Wrong("reason", "1 to 500 characters are wanted; they are kept");
        }
        if (landed < 0 || landed > row.quantity()) {
            return new Resolved.Wrong(
                    "landed", "0 to " + Reason.gifts(row.quantity()) + " may have landed, not " + landed);
        }
        if (row.state() != SendState.REVIEW) {
            return new Resolved.NotPossible("Send " + row.id() + " is " + row.state() + ", not in REVIEW.");
        }
        var known = row.outcome();
        var most = known.confirmed() + known.unknown();
        if (landed < known.confirmed() || landed > most) {
            return new Resolved.Wrong(
                    "landed",
                    known.confirmed() + " (proved) to " + most + " (possible) gifts may have landed, not " + landed);
        }
        return write(row, landed, reason, by);
    }

    private Resolved write(SendRow row, int landed, String reason, String by) {
        var stopped = row.outcome().reason() != null && row.outcome().reason().code() == Reason.Code.STOPPED_BY_MEMBER;
        var end = SendState.endOf(row.quantity(), landed, 0, stopped);
        var now = shop.clock().instant();
        var line = new Evidence.Settlement(landed, reason, by, now);
        var moved = Boolean.TRUE.equals(shop.transaction().execute(status -> {
            // The move first: evidence that comes late may have been faster, and then nothing of this is kept.
            var made =
                    shop.books().end(row, SendState.REVIEW, end, row.outcome().settled(landed, now));
            if (made) {
                shop.journal().append(row.id(), shop.journal().length(row.id()), List.of(line));
            }
            return made;
        }));
        return moved
                ? new Resolved.Settled(shop.rows().find(row.id()).orElseThrow().receipt())
                : new Resolved.NotPossible("Somebody else has just settled send " + row.id() + ".");
    }
}
