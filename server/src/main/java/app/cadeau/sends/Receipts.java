package app.cadeau.sends;

import java.util.Optional;

/** What is known of a send just now: from who carries it, else from its row; and where to find what was kept of its page. */
final class Receipts {

    private final Workshop shop;
    private final SendQueue queue;

    Receipts(Workshop shop, SendQueue queue) {
        this.shop = shop;
        this.queue = queue;
    }

    Optional<Receipt> of(SendId id) {
        return queue.running(id)
                .map(Sender::soFar)
                .or(() -> shop.rows().find(id).map(this::inLine))
                .map(this::withEvidence);
    }

    /** A row that has ended says all; any other may have moved on since it was read. */
    Receipt of(SendRow row) {
        return row.state().ended() ? withEvidence(row.receipt()) : of(row.id()).orElseGet(row::receipt);
    }

    /** With its place, while it waits. */
    Receipt inLine(SendRow row) {
        var receipt = row.receipt();
        return row.state() == SendState.QUEUED ? receipt.inLine(shop.waiting().position(row)) : receipt;
    }

    private Receipt withEvidence(Receipt receipt) {
        var folder = shop.evidence().folder(receipt.id().text());
        return folder == null ? receipt : receipt.keptIn(folder.toString());
    }
}
