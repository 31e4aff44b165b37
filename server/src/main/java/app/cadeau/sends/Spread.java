package app.cadeau.sends;

import app.cadeau.catalogue.Gift;
import java.util.List;

/** What came of asking for a campaign. */
public sealed interface Spread {

    /** @param replayed the same key and body were known: this is the campaign of then */
    record Accepted(Campaign campaign, boolean replayed) implements Spread {}

    /** The idempotency key belongs to an order with another body. */
    record KeyReused(SendId earlier) implements Spread {}

    /** Nothing was created for any account, and nothing spent. */
    record Refused(Reason reason, List<Gift> choices) implements Spread {}
}
