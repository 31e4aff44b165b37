package app.cadeau.catalogue;

import app.cadeau.money.Coins;
import org.jspecify.annotations.Nullable;

/**
 * A catalogue item.
 *
 * @param combo whether it streaks; null when no source has said so
 * @param picture address of its picture, or null when unknown
 */
public record Gift(
        GiftId id,
        String name,
        Coins price,
        @Nullable Boolean combo,
        @Nullable String picture) {}
