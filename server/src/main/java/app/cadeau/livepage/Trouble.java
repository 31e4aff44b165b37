package app.cadeau.livepage;

/** Why the LIVE page could not do what was asked. The names are the reason codes of a receipt. */
public enum Trouble {
    OFF_AIR,
    LIVE_ENDED,
    LIVE_PAUSED,
    GIFT_NOT_OFFERED,
    PRICE_MOVED,
    LOGGED_OUT,
    CHALLENGED,
    PAGE_CHANGED,
    REFUSED_BY_PLATFORM,
    BROWSER_LOST,
    /** Nothing answers at the address of the LIVE site. */
    SITE_DOWN,
    CONSENT_NEEDED
}
