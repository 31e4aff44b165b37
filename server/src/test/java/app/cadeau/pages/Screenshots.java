package app.cadeau.pages;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code ./cadeau bench screenshots}: every page of a lived-in home, wide and phone, dark and light. No part of the suite. */
class Screenshots {

    private static final int MOST_BYTES = 80_000;
    private static final List<View> VIEWS = List.of(View.DESK, View.DESK.light(), View.PHONE, View.PHONE.light());

    @Test
    void takesThemAll() throws IOException {
        var folder = Files.createDirectories(Path.of(System.getProperty("cadeau.screenshots", "target/screenshots")));
        try (var serving = Serving.start(LivedIn.stage())) {
            LivedIn.of(serving).full();
            var pages = pages(serving);
            for (var view : VIEWS) {
                take(serving, view, pages, folder);
            }
            strangers(serving, folder);
        }
    }

    /** By the name of its pictures, where each page lies. */
    private static Map<String, String> pages(Serving serving) {
        var sends = serving.call("GET", "/api/sends", "").path("sends");
        var pages = new LinkedHashMap<String, String>();
        pages.put("gift-sender", "/gift-sender.html?streamer=@luna&gift=5658&quantity=24&cps=12&account=main");
        pages.put("history", "/history.html");
        for (var send : sends) {
            switch (send.path("state").asString()) {
                case "CONFIRMED" ->
                    pages.putIfAbsent(
                            "receipt", "/history.html?send=" + send.path("id").asString());
                case "REVIEW" ->
                    pages.putIfAbsent(
                            "review", "/history.html?send=" + send.path("id").asString());
                default -> {}
            }
        }
        pages.put("accounts", "/accounts.html");
        pages.put("streams", "/streams.html");
        pages.put("settings", "/settings.html");
        pages.put("docs", "/api/docs#postSend");
        return pages;
    }

    private static void take(Serving serving, View view, Map<String, String> pages, Path folder) throws IOException {
        var running = serving.ask("main", "@demo", "Rose", 900);
        serving.until("/api/sends/" + running, "firstPressAt");
        try (var visitor = Visitor.of(serving, view)) {
            for (var page : pages.entrySet()) {
                visitor.open(page.getValue());
                keep(visitor.page, folder.resolve(page.getKey() + suffix(view)));
            }
        }
        serving.call("POST", "/api/stop", "{\"send\": \"" + running + "\"}");
        serving.ended(running);
    }

    /** What somebody sees who is not logged in. */
    private static void strangers(Serving serving, Path folder) throws IOException {
        for (var view : VIEWS) {
            try (var stranger = Visitor.stranger(serving, view)) {
                stranger.open("/login.html");
                keep(stranger.page, folder.resolve("login" + suffix(view)));
                stranger.page.navigate(serving.link());
                stranger.open("/welcome.html");
                keep(stranger.page, folder.resolve("welcome" + suffix(view)));
            }
        }
    }

    private static String suffix(View view) {
        return "-" + view.name() + (view.dark() ? "-dark" : "-light") + ".jpg";
    }

    private static void keep(Page page, Path file) throws IOException {
        page.waitForTimeout(400);
        for (var quality = 80; quality >= 40; quality -= 10) {
            var picture = page.screenshot(
                    new Page.ScreenshotOptions().setType(ScreenshotType.JPEG).setQuality(quality));
            if (picture.length <= MOST_BYTES || quality == 40) {
                Files.write(file, picture);
                return;
            }
        }
    }
}
