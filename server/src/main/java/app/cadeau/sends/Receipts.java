package app.cadeau.sends;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
        if (row.state() != SendState.QUEUED) {
            return receipt;
        }
        var position = shop.waiting().position(row);
        return receipt.inLine(position, position == 1 ? waitingFor(row) : null);
    }

    /** That no lane is free, unless the account itself is at work. */
    private Receipt.@Nullable WaitingFor waitingFor(SendRow row) {
        var machine = queue.machine();
        var working = queue.running().stream()
                .anyMatch(sender -> sender.account().id().equals(row.account()));
        var held = working || shop.pauses().holds(row.account());
        return held || machine.atWork() < machine.lanes() ? null : Receipt.WaitingFor.aLane(machine.lanes());
    }

    private Receipt withEvidence(Receipt receipt) {
        var folder = shop.evidence().folder(receipt.id().text());
        return folder == null ? receipt : receipt.keptIn(folder.toString());
    }
}
