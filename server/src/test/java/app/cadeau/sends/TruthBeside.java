package app.cadeau.sends;

import static org.assertj.core.api.Assertions.assertThat;

import app.cadeau.simulator.Simulator;
import java.util.Objects;

/** The simulator's ledger of what really happened, held against what a receipt says. */
final class TruthBeside {

    private TruthBeside() {}

    /** Never another gift, never for another, never more than what the receipt admits, and no coins without a word. */
    static void agrees(Simulator simulator, Receipt receipt) {
        var landed = simulator.truth().gifts("main");
        var what = receipt + ", landed: " + landed;
        long count = simulator.truth().landed("main");
        assertThat(count).as(what).isBetween((long) receipt.confirmed(), most(receipt));
        assertThat(count).as(what).isLessThanOrEqualTo(receipt.requested() + receipt.excess());
        var host = Long.toString(simulator.live("demo").hostId());
        assertThat(landed).as(what).allMatch(gift -> gift.recipientId().equals(host));
        assertThat(landed)
                .as(what)
                .allMatch(gift -> Objects.equals(gift.giftId(), receipt.gift().id()));
    }

    private static long most(Receipt receipt) {
        return receipt.confirmed() + receipt.unknown() + receipt.excess();
    }
}
