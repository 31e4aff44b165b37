package app.cadeau.livepage;

/** Why the LIVE page could not do what was asked. But for RESTRICTED the names are the reason codes of a receipt. */
public enum Trouble {
    OFF_AIR,
    LIVE_ENDED,
    LIVE_PAUSED,
    GIFT_NOT_OFFERED,
    PRICE_MOVED,
    LOGGED_OUT,
    CHALLENGED,
    PAGE_CHANGED,
    /** This LIVE, or this gift, is closed to the account. */
    REFUSED_BY_PLATFORM,
    /** The platform has taken gifting from the account: a risk answer, as a receipt's REFUSED_BY_PLATFORM. */
    RESTRICTED,
    BROWSER_LOST,
    /** Nothing answers at the address of the LIVE site. */
    SITE_DOWN,
    CONSENT_NEEDED
}
