package app.cadeau.browser;

import java.util.Locale;
import java.util.Map;

/** Opens a Chromium for a person to log in by hand, where there is a screen. */
public final class LoginWindows {

    /** HIDDEN is for tests: nobody could log in by hand. */
    public enum Shown {
        VISIBLE,
        HIDDEN
    }

    private final BrowserSettings settings;
    private final Shown shown;
    private final EngineRegister register;
    private final Map<String, String> environment;

    public LoginWindows(
            BrowserSettings settings, Shown shown, EngineRegister register, Map<String, String> environment) {
        this.settings = settings;
        this.shown = shown;
        this.register = register;
        this.environment = environment;
    }

    /** Whether a window can be shown here. Only on Linux may there be no screen at all. */
    public boolean canShow() {
        var linux = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
        return shown == Shown.HIDDEN || !linux || isSet("DISPLAY") || isSet("WAYLAND_DISPLAY");
    }

    private boolean isSet(String name) {
        return !environment.getOrDefault(name, "").isBlank();
    }

    /** An engine of its own, empty, which ends with this. */
    public Lanes open() {
        // What a person does half-way through a log-in is no session yet.
        return new Lanes(shown == Shown.VISIBLE ? settings.inAWindow() : settings, StoredSessions.NONE, register);
    }
}
