package app.cadeau.livepage;

import app.cadeau.catalogue.Gift;

/**
 * A gift that a LIVE offers now, at its live price.
 *
 * @param position from 0, within its place; -1 when the place is not on the page
 */
public record OfferedGift(Gift gift, Place place, int position) {

    /** Where the page shows it. LISTED: the LIVE's own list has it, the page was not seen to show it. */
    public enum Place {
        BAR,
        PANEL,
        LISTED
    }
}
