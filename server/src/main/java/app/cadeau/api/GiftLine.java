package app.cadeau.api;

import app.cadeau.catalogue.Gift;
import org.jspecify.annotations.Nullable;

/** A gift as the API tells it; coins are whole, combo is null when nobody knows. */
record GiftLine(
        long id,
        String name,
        long coins,
        @Nullable Boolean combo,
        @Nullable String picture) {

    static GiftLine of(Gift gift) {
        return new GiftLine(gift.id().value(), gift.name(), gift.price().amount(), gift.combo(), gift.picture());
    }
}
