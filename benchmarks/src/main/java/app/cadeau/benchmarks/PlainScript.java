package app.cadeau.benchmarks;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.List;

/** Gifts as people script them: select the tile, then click where Send is and sleep 1/CPS. It counts its clicks. */
final class PlainScript {

    private PlainScript() {}

    /** Arguments: the LIVE site, how many, CPS. */
    public static void main(String[] arguments) throws InterruptedException {
        var site = arguments[0];
        var quantity = Integer.parseInt(arguments[1]);
        var cps = Double.parseDouble(arguments[2]);
        try (var playwright = Playwright.create()) {
            var options = new BrowserType.LaunchOptions();
            var chrome = System.getenv("CHROME_PATH");
            if (chrome != null) {
                options.setExecutablePath(Path.of(chrome));
            }
            var browser = playwright.chromium().launch(options);
            var context = browser.newContext();
            context.addCookies(List.of(new Cookie("sessionid", "sim-main").setUrl(site)));
            var page = context.newPage();
            page.navigate(site + "/@demo/live");
            page.locator("[class*=DivGiftRow]").getByText("Rose").first().click();
            var send = page.locator("[class*=ButtonSend]").first().boundingBox();
            System.out.println("sending");
            for (int i = 0; i < quantity; i++) {
                page.mouse().click(send.x + send.width / 2, send.y + send.height / 2);
                Thread.sleep((long) (1000 / cps));
            }
            System.out.println("sent");
            System.in.transferTo(java.io.OutputStream.nullOutputStream());
        } catch (java.io.IOException gone) {
            System.out.println("nobody listens");
        }
    }
}
