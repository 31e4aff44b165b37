package app.cadeau.sends;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Takes up what a crash left, before the queue opens: what was only waiting waits again, what a database that was put back
 * cannot know is reviewed, and all else is left PREPARING or SETTLING for {@link Reconciling}. Nothing is pressed.
 */
final class Recovery {

    static final Set<SendState> AT_WORK = EnumSet.of(SendState.PREPARING, SendState.SENDING, SendState.SETTLING);

    private static final int MOST_REMEMBERED = 100;

    private final Workshop shop;

    Recovery(Workshop shop) {
        this.shop = shop;
    }

    /** Reads again what the sends of the last minutes hold in the streaks of their LIVEs. */
    void remember() {
        var since = shop.clock().instant().minus(GroupMemory.ECHOES_WITHIN);
        for (var row : shop.rows().pressedAndEndedSince(since, MOST_REMEMBERED)) {
            var cut = new CutSend(row, shop.journal().read(row.id()));
            cut.remember(
                    shop.groups(),
                    cut.verdict(List.of()),
                    Objects.requireNonNull(row.outcome().finishedAt()));
        }
    }

    /** Returns how many sends there were. */
    int recover() {
        remember();
        var left = shop.rows().inStates(AT_WORK);
        left.forEach(this::takeUp);
        return left.size();
    }

    /** True when permits of this send were armed, and what became of them has to be found out. */
    boolean takeUp(SendRow row) {
        var restored = shop.restored();
        if (restored != null) {
            // The journal of the time since is not here: any gift of it may have landed, armed or not.
            new CutSend(row, shop.journal().read(row.id())).settle(shop, row.quantity(), restored, List.of());
            return false;
        }
        if (row.state() == SendState.PREPARING && row.armed() == 0) {
            shop.rows().move(row.id(), SendState.PREPARING, SendState.QUEUED);
            shop.books().telling().moved(row.receipt(SendState.QUEUED, row.outcome()));
            return false;
        }
        if (row.state() == SendState.SENDING) {
            shop.rows().move(row.id(), SendState.SENDING, SendState.PREPARING);
            shop.rows()
                    .find(row.id())
                    .ifPresent(found -> shop.books()
                            .telling()
                            .moved(new CutSend(found, shop.journal().read(row.id())).soFar()));
        }
        return true;
    }
}
