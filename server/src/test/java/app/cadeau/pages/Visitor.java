package app.cadeau.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Somebody with a browser of their own who was let in by a link. Notes whatever the browser complains about. */
final class Visitor implements AutoCloseable {

    private static final double WITHIN_MS = 15_000;

    /** A page that says it is ready has a name on each button at that moment, not a quarter of a second later. */
    private static final String NAMED_ONCE_READY = """
            new MutationObserver(() => {
              if (!('ready' in document.documentElement.dataset)) return;
              for (const it of document.querySelectorAll('button:not([hidden])')) {
                if (!it.textContent.trim() && !it.ariaLabel) console.error('ready without a name: ' + it.outerHTML);
              }
            }).observe(document, {subtree: true, attributeFilter: ['data-ready']})""";

    /** One Chromium for all tests of this run; it ends with the JVM through Playwright's own pipe. */
    private static final class Shared {
        static final Playwright PLAYWRIGHT = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        static final Browser BROWSER = PLAYWRIGHT
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium())
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--no-first-run")));
    }

    private final Serving serving;
    private final BrowserContext context;
    final Page page;
    final List<String> complaints = new ArrayList<>();

    private Visitor(Serving serving, BrowserContext context, String theme) {
        this.serving = serving;
        this.context = context;
        context.setDefaultTimeout(WITHIN_MS);
        setDefaultAssertionTimeout(WITHIN_MS);
        context.addInitScript(
                "localStorage.getItem('cadeau.theme') ?? localStorage.setItem('cadeau.theme', '%s')".formatted(theme));
        context.addInitScript(NAMED_ONCE_READY);
        this.page = context.newPage();
        page.onConsoleMessage(message -> {
            if (List.of("error", "warning").contains(message.type())) {
                complaints.add(message.type() + ": " + message.text() + " at " + message.location());
            }
        });
        page.onPageError(complaints::add);
    }

    /** Without a log-in. */
    static Visitor stranger(Serving serving, View view) {
        return new Visitor(
                serving,
                Shared.BROWSER.newContext(new Browser.NewContextOptions()
                        .setViewportSize(view.width(), view.height())
                        .setHasTouch(view.phone())
                        .setLocale("fr".equals(view.language()) ? "fr-FR" : "en-GB")
                        .setTimezoneId("Europe/Paris")
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setColorScheme(view.dark() ? ColorScheme.DARK : ColorScheme.LIGHT)),
                view.dark() ? "dark" : "light");
    }

    static Visitor of(Serving serving, View view) {
        var visitor = stranger(serving, view);
        visitor.page.navigate(serving.link());
        visitor.complaints.clear();
        return visitor;
    }

    /** Goes to a page of ours and waits until it has what it needs to be read. */
    Visitor open(String path) {
        page.navigate(serving.url(path));
        return whenReady();
    }

    Visitor whenReady() {
        page.waitForFunction(
                "() => 'ready' in document.documentElement.dataset && !document.querySelector('[aria-busy=true]')");
        return this;
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator link(String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator field(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    /** A text that stands somewhere in the content of the page. */
    Locator text(String text) {
        return page.getByText(text);
    }

    Visitor sees(String... texts) {
        for (var text : texts) {
            assertThat(page.getByText(text).first()).isVisible();
        }
        return this;
    }

    Locator dialog() {
        return page.getByRole(AriaRole.DIALOG);
    }

    /** What every page owes whoever looks at it. */
    Visitor findsNothingWrong() {
        Axe.approves(page);
        assertThat(complaints).as("complaints of the browser at " + page.url()).isEmpty();
        assertThat((Integer) page.evaluate("() => document.scrollingElement.scrollWidth - innerWidth"))
                .as("pixels to the right of the screen at " + page.url())
                .isLessThanOrEqualTo(0);
        return this;
    }

    @Override
    public void close() {
        context.close();
    }

    private static Path chromium() {
        var path = System.getenv("CHROME_PATH");
        return path == null || !Files.isExecutable(Path.of(path)) ? Path.of("/usr/bin/chromium") : Path.of(path);
    }
}
