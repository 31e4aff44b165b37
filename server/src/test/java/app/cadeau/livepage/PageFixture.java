package app.cadeau.livepage;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A static LIVE page in a real Chromium, with our script in an isolated world, as the lanes do it. */
final class PageFixture implements AutoCloseable {

    /** One Chromium for all tests of this run; it ends with the JVM's last test through Playwright's own pipe. */
    private static final class Shared {
        static final Playwright PLAYWRIGHT = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        static final Browser BROWSER = PLAYWRIGHT
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium())
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--no-first-run")));
    }

    private final Page page;
    private final CDPSession devTools;
    private final int world;

    private PageFixture(Page page, List<String> designs) {
        this.page = page;
        this.devTools = page.context().newCDPSession(page);
        this.world = isolatedWorld();
        run(PageScript.source());
        ask("cadeau.setup(" + PageScript.setup(designs, "script") + ")");
    }

    static PageFixture open(String fixture) {
        return open(fixture, PageScript.DESIGNS);
    }

    static PageFixture open(String fixture, List<String> designs) {
        Page page = Shared.BROWSER.newPage(new Browser.NewPageOptions().setViewportSize(1280, 800));
        page.setContent(
                text("/pages/" + fixture).replace("<!-- kit -->", "<script>" + text("/pages/kit.js") + "</script>"));
        return new PageFixture(page, designs);
    }

    /** Evaluates in our world; what it answers, awaited, as JSON. */
    JsonNode ask(String expression) {
        JsonObject result = run(expression);
        return JsonMapper.shared()
                .readTree(result.has("value") ? result.get("value").toString() : "null");
    }

    private JsonObject run(String expression) {
        JsonObject args = new JsonObject();
        args.addProperty("expression", expression);
        args.addProperty("contextId", world);
        args.addProperty("returnByValue", true);
        args.addProperty("awaitPromise", true);
        JsonObject answer = devTools.send("Runtime.evaluate", args);
        if (answer.has("exceptionDetails")) {
            throw new AssertionError(answer.get("exceptionDetails").toString());
        }
        return answer.getAsJsonObject("result");
    }

    /** Evaluates in the page's own world: what the page itself does. */
    Object page(String script) {
        return page.evaluate(script);
    }

    void mouseClick(JsonNode point) {
        page.mouse().click(point.get("x").asDouble(), point.get("y").asDouble());
    }

    /** What the page saw clicked, in order. */
    List<String> clicks() {
        return List.of(JsonMapper.shared().convertValue(page.evaluate("window.clicks"), String[].class));
    }

    /** Tells the script this LIVE's own gift list: rows of id, name, coins and the key of its picture, or an empty key. */
    void gifts(String... rows) {
        StringBuilder list = new StringBuilder();
        for (String row : rows) {
            String[] part = row.split("\\|", -1);
            String picture =
                    part[3].isEmpty() ? "" : "'https://p77.other/img/webcast-va/" + part[3] + "~tplv-100.webp'";
            list.append(
                    "{id: %s, name: \"%s\", coins: %s, pictures: [%s]},".formatted(part[0], part[1], part[2], picture));
        }
        ask("cadeau.gifts([" + list + "])");
    }

    JsonNode select(long id, String name, long coins) {
        return ask("cadeau.select({id: %d, name: \"%s\", coins: %d, pictures: []}, 2500)".formatted(id, name, coins));
    }

    /** Burst number 1, and its news once it has ended. */
    JsonNode burst(int presses, int intervalMs, int deadlineMs) {
        ask("cadeau.news.length = 0");
        ask("cadeau.burst({number: 1, presses: %d, intervalMs: %d, deadlineInMs: %d, deadlineWallMs: Date.now() + %d})"
                .formatted(presses, intervalMs, deadlineMs, deadlineMs));
        return burstEnd();
    }

    JsonNode burstEnd() {
        return ask("new Promise((done) => { const look = () => {"
                + " const end = cadeau.news.find((news) => news.type === 'burstEnded');"
                + " end ? done(end) : setTimeout(look, 5); }; look(); })");
    }

    private int isolatedWorld() {
        JsonObject tree = devTools.send("Page.getFrameTree");
        String frame = tree.getAsJsonObject("frameTree")
                .getAsJsonObject("frame")
                .get("id")
                .getAsString();
        JsonObject args = new JsonObject();
        args.addProperty("frameId", frame);
        args.addProperty("worldName", "cadeau");
        return devTools.send("Page.createIsolatedWorld", args)
                .get("executionContextId")
                .getAsInt();
    }

    @Override
    public void close() {
        page.close();
    }

    private static Path chromium() {
        String path = System.getenv("CHROME_PATH");
        return path == null || !Files.isExecutable(Path.of(path)) ? Path.of("/usr/bin/chromium") : Path.of(path);
    }

    private static String text(String resource) {
        try (InputStream in = PageFixture.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
