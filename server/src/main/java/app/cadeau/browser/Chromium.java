package app.cadeau.browser;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How Chromium is found and started, and how a lane's context is made. */
final class Chromium {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome", "chrome");

    private static final List<String> FLAGS = List.of(
            "--disable-gpu",
            // Over QUIC a lost connection is repeated by other rules than the ones that were measured.
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--mute-audio",
            "--autoplay-policy=user-gesture-required",
            // A page that is not in front keeps its timers: the pace of a burst hangs on them.
            "--disable-background-timer-throttling",
            "--disable-backgrounding-occluded-windows",
            "--disable-renderer-backgrounding");

    /**
     * Chromium heeds only the last list of what is switched off, so Playwright's own is repeated. The first three are ours:
     * the address bar's pop-up is a page of its own in every window, 40 MiB a lane, and nobody types an address; and what
     * ranks pages by whether they are seen would put each of ours behind everything else that wants the CPU.
     */
    private static final List<String> SWITCHED_OFF = List.of(
            "WebUIOmniboxPopup",
            "WebUIOmniboxAimPopup",
            "PMProcessPriorityPolicy",
            "AvoidUnnecessaryBeforeUnloadCheckSync",
            "BoundaryEventDispatchTracksNodeRemoval",
            "DestroyProfileOnBrowserClose",
            "DialMediaRouteProvider",
            "GlobalMediaControls",
            "HttpsUpgrades",
            "LensOverlay",
            "MediaRouter",
            "PaintHolding",
            "ThirdPartyStoragePartitioning",
            "BlockOriginHeaderModificationOnRedirect",
            "Translate",
            "AutoDeElevate",
            "OptimizationHints");

    /** Pictures and video cost CPU and traffic and prove nothing; elements and their addresses stay. */
    private static final String NO_PICTURES = "--blink-settings=imagesEnabled=false";

    private Chromium() {}

    static Playwright driver() {
        Map<String, String> env = new HashMap<>(System.getenv());
        env.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        return Playwright.create(new Playwright.CreateOptions().setEnv(env));
    }

    static Browser launch(Playwright playwright, BrowserSettings settings) {
        List<String> flags = new ArrayList<>(FLAGS);
        if (settings.headless()) {
            flags.add(NO_PICTURES);
            flags.add("--disable-features=" + String.join(",", SWITCHED_OFF));
        } else if (System.getenv("DISPLAY") == null && System.getenv("WAYLAND_DISPLAY") != null) {
            flags.add("--ozone-platform=wayland");
        }
        boolean root = "root".equals(System.getProperty("user.name"));
        var options = new BrowserType.LaunchOptions()
                .setHeadless(settings.headless())
                .setChromiumSandbox(!root)
                .setArgs(flags)
                .setHandleSIGINT(false)
                .setHandleSIGTERM(false)
                .setHandleSIGHUP(false);
        Path chrome = find(settings.chrome());
        if (chrome != null) {
            options.setExecutablePath(chrome);
        }
        return playwright.chromium().launch(options);
    }

    /** A lane's context, in the driver's own words: asked for without waiting, for a stored session takes it a while. */
    static JsonObject context(BrowserSettings settings, @Nullable String storageState) {
        var words = new JsonObject();
        words.addProperty("serviceWorkers", "block");
        words.addProperty("locale", settings.locale());
        words.add("selectorEngines", new JsonArray());
        if (settings.headless()) {
            var viewport = new JsonObject();
            viewport.addProperty("width", 1280);
            viewport.addProperty("height", 800);
            words.add("viewport", viewport);
        } else {
            words.addProperty("noDefaultViewport", true);
        }
        if (settings.timezone() != null) {
            words.addProperty("timezoneId", settings.timezone());
        }
        if (storageState != null) {
            words.add("storageState", JsonParser.parseString(storageState));
        }
        return words;
    }

    /** The pid of the browser itself, as it tells it. */
    static long pid(CDPSession browserSession) {
        for (JsonElement info : browserSession.send("SystemInfo.getProcessInfo").getAsJsonArray("processInfo")) {
            if ("browser".equals(info.getAsJsonObject().get("type").getAsString())) {
                return info.getAsJsonObject().get("id").getAsLong();
            }
        }
        throw new IllegalStateException("Chromium does not tell its own process id");
    }

    /** The setting, CHROME_PATH, then the PATH; null leaves it to Playwright's own cache. */
    static @Nullable Path find(@Nullable Path configured) {
        if (configured != null) {
            return configured;
        }
        String named = System.getenv("CHROME_PATH");
        if (named != null && !named.isBlank()) {
            return Path.of(named);
        }
        String path = System.getenv().getOrDefault("PATH", "");
        return Stream.of(path.split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
    }
}
