package app.cadeau.simulator;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A person with a browser in front of the simulator. Registered with a class, its pages end with each test. */
final class Browsing implements AfterEachCallback, AfterAllCallback {

    private final Playwright playwright;
    private final Browser browser;

    Browsing() {
        // Generous: a busy machine is no failure.
        PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium())
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    private static Path chromium() {
        String path = System.getenv("CHROME_PATH");
        Stream<String> places = Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");
        return (path != null ? Stream.of(path) : places)
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no Chromium: set CHROME_PATH"));
    }

    /** A context of its own, logged in with this session when there is one. */
    Page open(Simulator simulator, String session, int width, int height) {
        BrowserContext context = browser.newContext(
                new Browser.NewContextOptions().setViewportSize(width, height).setLocale("en-US"));
        context.setDefaultTimeout(20_000);
        if (!session.isEmpty()) {
            context.addCookies(List.of(new Cookie("sessionid", session).setUrl(simulator.url())));
        }
        return context.newPage();
    }

    /** The LIVE, once its gifts are there and its stream is heard: what is told from now on comes to it. */
    Page live(Simulator simulator, String session) {
        Page page = open(simulator, session, 1280, 800);
        var heard = new AtomicBoolean();
        page.onWebSocket(socket -> socket.onFrameReceived(frame -> heard.set(true)));
        page.onResponse(polled -> heard.compareAndSet(false, polled.url().contains("/im/fetch/")));
        page.navigate(simulator.url() + "/@demo/live");
        page.locator("[class*=DivTile]").first().waitFor();
        page.waitForCondition(heard::get);
        return page;
    }

    /** Closes every context, and with it every page and worker. */
    @Override
    public void afterEach(ExtensionContext test) {
        browser.contexts().forEach(BrowserContext::close);
    }

    static Locator tile(Page page, String picture) {
        return page.locator("[class*=DivTile]:has(img[src$='/" + picture + ".svg'])");
    }

    /** Selects a tile of the bar, and gives its Send. */
    static Locator select(Page page, String picture) {
        tile(page, picture).click();
        return tile(page, picture).locator("button");
    }

    @Override
    public void afterAll(ExtensionContext tests) {
        browser.close();
        playwright.close();
    }
}
