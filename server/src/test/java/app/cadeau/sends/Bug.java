package app.cadeau.sends;

import java.util.Objects;

/** Mistakes that were made elsewhere, planted into a {@link World} where it must find them. */
enum Bug {
    NONE,
    /** Permits are only said to be armed. */
    ARM_AFTER_PRESS,
    /** After a crash, what the wallet does not show is asked for again. */
    REARM_AFTER_A_BALANCE,
    /** An end frame is read as one gift more. */
    COUNT_THE_END_FRAME,
    /** A 5xx is read as a refusal. */
    VOID_ON_A_5XX,
    /** What was at work when the daemon died is queued again. */
    RUN_A_DEAD_EXECUTION_AGAIN,
    /** Coins that fell on an account that others spend from are read as ours. */
    GAP_ON_A_SHARED_ACCOUNT,
    /** What the wallet does not show gone is settled as not landed. */
    SETTLE_A_REVIEW_BY_A_BALANCE,
    /** The gate stays open when a send is stopped or over. */
    GATE_NEVER_CLOSES;

    void plant(PlayedLive live, Commits commits) {
        switch (this) {
            case COUNT_THE_END_FRAME -> live.faults.endFramesCount = true;
            case VOID_ON_A_5XX -> live.faults.brokenReadAsRefusal = true;
            case GATE_NEVER_CLOSES -> live.faults.gateNeverCloses = true;
            case ARM_AFTER_PRESS -> commits.trouble(Commits.Trouble.FORGOTTEN, 5);
            default -> {}
        }
    }

    /** @param shown gifts that the wallet shows gone */
    void atRestart(Database database, SendId send, int shown) {
        switch (this) {
            case RUN_A_DEAD_EXECUTION_AGAIN -> again(database, send, 0);
            case REARM_AFTER_A_BALANCE -> again(database, send, shown);
            default -> {}
        }
    }

    /** A send has ended in REVIEW and is about to be listened for. */
    void beforeListening(Workshop shop, SendRow row, long wallet) {
        var before = row.outcome().balanceBefore();
        if (this == SETTLE_A_REVIEW_BY_A_BALANCE && before != null) {
            var known = row.outcome();
            var gone = (before - wallet) / Objects.requireNonNull(row.price());
            var landed = (int) Math.clamp(gone, known.confirmed(), known.confirmed() + known.unknown());
            new Review(shop).settle(row, landed, "the wallet says so", "a mistake");
        }
    }

    private static void again(Database database, SendId send, int less) {
        database.jdbc().sql("""
                        update sends set state = 'QUEUED', armed = 0, quantity = max(1, quantity - ?)
                        where id = ? and state in ('SENDING', 'PREPARING', 'SETTLING')""").params(less, send.text()).update();
        database.jdbc()
                .sql("delete from send_journal where send_id = ?")
                .param(send.text())
                .update();
    }
}
