package app.cadeau.sends;

import app.cadeau.catalogue.Gift;
import java.util.List;

/** What came of asking for a send. */
public sealed interface Submitted {

    /** @param replayed the same key and body were known: this is the send of then */
    record Accepted(Receipt receipt, boolean replayed) implements Submitted {}

    /** The idempotency key belongs to an order with another body. */
    record KeyReused(SendId earlier) implements Submitted {}

    /** Nothing was created and nothing spent. {@code choices} lists the gifts that an ambiguous name fits. */
    record Refused(Reason reason, List<Gift> choices) implements Submitted {}
}
