package app.cadeau.browser;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How engines are started.
 *
 * @param chrome the Chromium to run, or null to look in the usual places
 * @param headless false opens windows, for a person to log in by hand
 * @param locale language that pages are asked for; selectors hold words by language, so it is fixed
 * @param timezone zone that pages see, or null for the machine's own
 * @param pressingLimit how long the engine may stay away while a gate answer, a stop or a burst waits
 * @param commandLimit how long any command may hold the engine
 * @param saveEvery how often the cookies of a lane are given to whoever keeps its session, besides at each page's end
 */
public record BrowserSettings(
        @Nullable Path chrome,
        boolean headless,
        String locale,
        @Nullable String timezone,
        Duration pressingLimit,
        Duration commandLimit,
        Duration saveEvery) {

    public BrowserSettings {
        if (locale.isBlank()) {
            throw new IllegalArgumentException("browser locale is blank");
        }
        if (pressingLimit.isNegative() || pressingLimit.isZero() || commandLimit.compareTo(pressingLimit) < 0) {
            throw new IllegalArgumentException(
                    "browser limits must be 0 < pressing <= command, not " + pressingLimit + " and " + commandLimit);
        }
    }

    BrowserSettings withSaveEvery(Duration newSaveEvery) {
        return new BrowserSettings(chrome, headless, locale, timezone, pressingLimit, commandLimit, newSaveEvery);
    }

    /** A window for a person: with pictures, pop-ups and the size that the screen gives it. */
    public BrowserSettings inAWindow() {
        return new BrowserSettings(chrome, false, locale, timezone, pressingLimit, commandLimit, saveEvery);
    }

    public static BrowserSettings defaults() {
        return new BrowserSettings(
                null, true, "en-US", null, Duration.ofSeconds(2), Duration.ofSeconds(10), Duration.ofSeconds(30));
    }
}
