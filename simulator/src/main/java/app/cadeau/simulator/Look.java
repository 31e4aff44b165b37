package app.cadeau.simulator;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How the page looks. The address wins over it: {@code ?lang= ?skin= ?shape= ?merge=}.
 *
 * @param language "en" or "fr"; null follows the browser
 * @param shape which of the shuffled pages; null takes the seed
 * @param mergeWindow presses within it become one request; zero sends one request a press
 */
public record Look(
        @Nullable String language, Skin skin, @Nullable Long shape, Duration mergeWindow) {

    static final Look USUAL = new Look(null, Skin.CURRENT, null, Duration.ZERO);

    public Look withLanguage(@Nullable String newLanguage) {
        return new Look(newLanguage, skin, shape, mergeWindow);
    }

    public Look withSkin(Skin newSkin) {
        return new Look(language, newSkin, shape, mergeWindow);
    }

    public Look withShape(@Nullable Long newShape) {
        return new Look(language, skin, newShape, mergeWindow);
    }

    public Look withMergeWindow(Duration window) {
        return new Look(language, skin, shape, window);
    }
}
