package app.cadeau.sends;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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

    /** Of sends at work, and of those that were cut off and of which it is still to be found out what became of them. */
    List<Receipt> running() {
        var cutOff = shop.rows().inStates(Recovery.AT_WORK).stream()
                .filter(row -> row.armed() > 0 && queue.running(row.id()).isEmpty())
                .map(this::inLine);
        return Stream.concat(queue.running().stream().map(Sender::soFar), cutOff)
                .toList();
    }

    /** With its place, while it waits; with what its journal proves, when it was cut off. */
    Receipt inLine(SendRow row) {
        if (Recovery.AT_WORK.contains(row.state()) && row.armed() > 0) {
            return new CutSend(row, shop.journal().read(row.id())).soFar();
        }
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
        var folder = shop.evidence().told(receipt.id().text());
        return folder == null ? receipt : receipt.keptIn(folder);
    }
}
