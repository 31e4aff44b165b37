package app.cadeau.sends;

import app.cadeau.catalogue.Gift;
import java.util.List;

/** What came of asking what a send would cost. */
public sealed interface Quoted {

    record Known(Quote quote) implements Quoted {}

    /** The order itself cannot be read; {@code choices} lists the gifts that an ambiguous name fits. */
    record Refused(Reason reason, List<Gift> choices) implements Quoted {}
}
