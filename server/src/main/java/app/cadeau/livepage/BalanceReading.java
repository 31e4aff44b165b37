package app.cadeau.livepage;

import app.cadeau.money.Coins;
import java.time.Instant;

/** Coins of the wallet, as the page's own wallet call or its balance badge told them. */
public record BalanceReading(Coins coins, Source source, Instant at) {

    /** WALLET is the page's call to permission_v2; BADGE is the number on the page. */
    public enum Source {
        WALLET,
        BADGE
    }
}
