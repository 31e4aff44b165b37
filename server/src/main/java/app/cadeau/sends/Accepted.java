package app.cadeau.sends;

import java.util.List;

/** What came of accepting a database that was put back. */
public sealed interface Accepted {

    /** @param accounts that work again; @param stopped sends that waited and were ended */
    record Done(List<String> accounts, List<String> stopped) implements Accepted {}

    /** There is nothing to accept. */
    record NothingRestored() implements Accepted {}

    /** So many sends wait, and a person must say whether they may still go. */
    record SayWhatWaits(int waiting) implements Accepted {}
}
