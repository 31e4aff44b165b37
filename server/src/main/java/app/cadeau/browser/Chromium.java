package app.cadeau.browser;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How Chromium is found and started: by itself, with an empty profile that is deleted when it has ended. */
final class Chromium {

    private static final Logger LOG = LoggerFactory.getLogger(Chromium.class);

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome", "chrome");

    /** What an automated Chromium wants: no dialogs, pop-ups, updates or reports of its own, and no keyring that asks. */
    private static final List<String> AUTOMATED = List.of(
            "--disable-field-trial-config",
            "--disable-back-forward-cache",
            "--disable-breakpad",
            "--disable-client-side-phishing-detection",
            "--disable-component-extensions-with-background-pages",
            "--no-default-browser-check",
            "--disable-default-apps",
            "--disable-dev-shm-usage",
            "--disable-extensions",
            "--enable-features=CDPScreenshotNewSurface",
            "--allow-pre-commit-input",
            "--disable-hang-monitor",
            "--disable-ipc-flooding-protection",
            "--disable-popup-blocking",
            "--disable-prompt-on-repost",
            "--force-color-profile=srgb",
            "--metrics-recording-only",
            "--password-store=basic",
            "--use-mock-keychain",
            "--no-service-autorun",
            "--export-tagged-pdf",
            "--disable-search-engine-choice-screen",
            "--disable-infobars",
            "--enable-unsafe-swiftshader",
            "--no-startup-window");

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

    private static final List<String> SWITCHED_OFF = List.of(
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

    /**
     * Where nobody looks on: the address bar's pop-up is a page of its own in every window, 40 MiB a lane; and what ranks
     * pages by whether they are seen would put each of ours behind everything else that wants the CPU.
     */
    private static final List<String> SWITCHED_OFF_UNSEEN =
            List.of("WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "PMProcessPriorityPolicy");

    /**
     * Pictures are on. Off ({@code imagesEnabled=false}) they are never loaded, and Chromium keeps an element whose picture
     * may still come, with all the tree that it was taken out in: each row that left the chat would stay for good.
     */
    private static final List<String> UNSEEN = List.of("--headless", "--hide-scrollbars");

    /**
     * Chromium wants its pipe as the third and fourth file, which Java does not give a child; the shell does. In a session
     * of its own a Ctrl-C at the terminal is the daemon's alone.
     */
    private static final List<String> BY_SHELL = List.of(
            "/bin/sh",
            "-c",
            "if command -v setsid >/dev/null 2>&1; then set -- setsid \"$@\"; fi;"
                    + " exec \"$@\" 3<&0 4>&1 0</dev/null 1>&2",
            "sh");

    private static final String PROFILE = "cadeau-chromium-";
    private static final int LAST_WORDS = 20;

    private final Process process;
    private final Path profile;
    private final CompletableFuture<?> gone;
    private final List<String> lastWords = Collections.synchronizedList(new ArrayList<>());

    private Chromium(Process process, Path profile) {
        this.process = process;
        this.profile = profile;
        this.gone = process.onExit().thenRun(() -> deleteProfile(profile));
    }

    static Chromium start(String name, BrowserSettings settings) {
        Path chrome = find(settings.chrome());
        if (chrome == null) {
            throw new IllegalStateException("no Chromium was found: install it, or say where it is by CHROME_PATH");
        }
        try {
            Path profile = Files.createTempDirectory(PROFILE);
            var command = new ArrayList<>(BY_SHELL);
            command.add(chrome.toString());
            command.addAll(flags(settings));
            command.add("--user-data-dir=" + profile);
            command.add("--remote-debugging-pipe");
            var started = new Chromium(new ProcessBuilder(command).start(), profile);
            Thread.ofPlatform().name(name + "-words").daemon().start(started::listen);
            return started;
        } catch (IOException failed) {
            throw new UncheckedIOException("Chromium could not be started: " + failed.getMessage(), failed);
        }
    }

    private static List<String> flags(BrowserSettings settings) {
        var flags = new ArrayList<>(AUTOMATED);
        flags.addAll(FLAGS);
        var off = new ArrayList<>(SWITCHED_OFF);
        if (settings.headless()) {
            flags.addAll(UNSEEN);
            off.addAll(SWITCHED_OFF_UNSEEN);
        } else if (System.getenv("DISPLAY") == null && System.getenv("WAYLAND_DISPLAY") != null) {
            flags.add("--ozone-platform=wayland");
        }
        // It heeds only the last list.
        flags.add("--disable-features=" + String.join(",", off));
        if ("root".equals(System.getProperty("user.name"))) {
            flags.add("--no-sandbox");
        }
        return flags;
    }

    DevToolsPipe pipe() {
        return new DevToolsPipe(process.getInputStream(), process.getOutputStream());
    }

    Path profile() {
        return profile;
    }

    /** Where its own words would hold it up, nobody would read them. */
    private void listen() {
        try (var words = new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
            for (var line = words.readLine(); line != null; line = words.readLine()) {
                LOG.trace("{}", line);
                lastWords.add(line);
                if (lastWords.size() > LAST_WORDS) {
                    lastWords.removeFirst();
                }
            }
        } catch (IOException ended) {
            LOG.trace("the browser says no more", ended);
        }
    }

    /** What it said last; for whoever has to find out why it did not start. */
    String lastWords() {
        return String.join("\n", List.copyOf(lastWords));
    }

    void end() {
        process.destroyForcibly();
    }

    /** Waits for the end and for the profile to be gone: a program that ends itself next would leave it behind. */
    void awaitEnd(Duration within) {
        try {
            gone.get(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException late) {
            LOG.debug("{} may stay", profile);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Of this run or, after a kill of the daemon, of a former one. Nothing but what bears our name is deleted. */
    static void deleteProfile(Path profile) {
        if (!profile.getFileName().toString().startsWith(PROFILE) || !Files.isDirectory(profile)) {
            return;
        }
        try (Stream<Path> all = Files.walk(profile)) {
            for (Path each : all.sorted(Collections.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException | UncheckedIOException kept) {
            LOG.debug("{} was not deleted whole: {}", profile, kept.toString());
        }
    }

    /** The pid of the browser itself, as it tells it: what starts it may be a script. */
    static long pid(JsonObject processes) {
        for (JsonElement info : processes.getAsJsonArray("processInfo")) {
            if ("browser".equals(info.getAsJsonObject().get("type").getAsString())) {
                return info.getAsJsonObject().get("id").getAsLong();
            }
        }
        throw new IllegalStateException("Chromium does not tell its own process id");
    }

    /** The setting, CHROME_PATH, then the PATH. */
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
