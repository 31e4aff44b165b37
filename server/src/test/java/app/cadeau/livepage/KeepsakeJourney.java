package app.cadeau.livepage;

import static org.assertj.core.api.Assertions.assertThat;

import app.cadeau.browser.BrowserSettings;
import app.cadeau.browser.EngineRegister;
import app.cadeau.browser.Lanes;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Secrets are planted all over a page, the loudest in magenta; nothing of them is kept. */
class KeepsakeJourney {

    private static final Color LOUD = new Color(255, 0, 255);

    /** Whatever is kept must hold none of these. */
    static final List<String> SECRETS = List.of(
            "s3cr3tc00kie",
            "hushquery",
            "hushattr",
            "alice_of_the_chat",
            "bob_viewer",
            "carol_in_rows",
            "my own typed words",
            "hidden input value",
            "X-Secret",
            "hushsignature",
            "hushscript",
            "hushstorage",
            "6999999999999999999",
            "dave_on_tray");

    static final String PLANTED = """
            document.cookie = 'sid=s3cr3tc00kie';
            localStorage.setItem('k', 'hushstorage');
            const hushscript = 1;
            const secrets = document.createElement('div');
            secrets.innerHTML = `
              <style>.loud, .loud * { color: rgb(255,0,255); font: 900 24px sans-serif }</style>
              <div class="css-1x-DivChatRoom loud">
                <div><b>alice_of_the_chat</b> <span>hello</span></div>
                <div contenteditable="true">my own typed words</div></div>
              <div class="x9 loud">${'<div class="q"><button>carol_in_rows</button> says 5</div>'.repeat(5)}</div>
              <p class="loud" title="bob_viewer">bob_viewer sent Rose</p>
              <p class="loud" data-e2e="gift-tray">dave_on_tray sent Rose x3</p>
              <input class="loud" value="hidden input value"><input type="hidden" value="hidden input value">
              <a class="loud" href="/x?token=hushquery" id="hushattrhushattrhushattrhushattr12">6999999999999999999</a>`;
            document.body.prepend(secrets);
            send = (id, how) => fetch('/webcast/gift/send/?aid=1988&X-Bogus=hushqueryhushquery&msToken=hushsignature', {
              method: 'POST', headers: {'X-Secret': 'hushsignature', 'content-type': 'application/json'},
              body: JSON.stringify({room_id: '7300000000000000001', gift_id: id, count: 1,
                to_user_id: '7000000000000000001', device: '6999999999999999999', sign: 'hushsignature',
                deep: {inside: 'hushsignature', list: ['hushsignature']}})}).catch(() => 0);
            """;

    @AutoClose
    private static final Lanes lanes =
            new Lanes(BrowserSettings.defaults(), new OpenPage.Sessions(), EngineRegister.NONE);

    @AutoClose
    private TinyLive live;

    @BeforeEach
    void goLive() throws IOException {
        live = new TinyLive();
        live.extra.put("/trap.js", PLANTED);
    }

    private static Keepsake kept(LivePage page) throws InterruptedException, ExecutionException, TimeoutException {
        return Objects.requireNonNull(page.keep(OpenPage.in(5)).get(8, TimeUnit.SECONDS));
    }

    @Test
    void keepsPictureStructureAndRequestWithoutAnySecret() throws Exception {
        try (var open = OpenPage.of(lanes, live).roseSelected()) {
            open.press(1);
            open.until(PageNews.Asked.class, 1);

            var kept = kept(open.page);

            var structure = Objects.requireNonNull(kept.structure());
            assertThat(structure)
                    .contains("class=\"price\"", "Perfume", "[picture of gift 5658]", ">Send".substring(1))
                    .contains("9,999") // the wallet: its shape, not its coins
                    .doesNotContain("1,000", "fetch(");
            assertThat(kept.requests())
                    .contains("\"gift_id\":\"5655\"", "\"room_id\":\"7300000000000000001\"", "/webcast/gift/send/")
                    .contains("\"sign\":\"text of 13\"", "failed: ");
            var all = kept + structure + kept.requests() + kept.seen() + text(kept.page()) + text(kept.panel());
            assertThat(SECRETS).allSatisfy(secret -> assertThat(all).doesNotContain(secret));
            assertThat(kept.seen()).contains("number: 9999").doesNotContain("number: 1000");
            assertThat(kept.address()).isEqualTo("/@demo/live");
        }
        assertThat(live.sent).as("keeping presses nothing").isEmpty();
    }

    @Test
    void paintsOverAllThatIsNotThePagesOwn() throws Exception {
        try (var open = OpenPage.of(lanes, live)) {
            var kept = kept(open.page);
            var page = image(kept.page());
            var panel = image(kept.panel());

            assertThat(loud(page)).as("pixels in the colour of the secrets").isZero();
            assertThat(page.getWidth()).isGreaterThan(600);
            assertThat(colours(panel)).as("the gifts themselves are to be seen").isGreaterThan(10);
            assertThat(panel.getHeight()).isLessThan(page.getHeight());
        }
    }

    @Test
    void keepsAPageThatIsNotUnderstood() {
        live.extra.put(
                "/@demo/live",
                "<body><h1>All new</h1><div class='gem-shelf'><b>Rose</b><i>5 gems</i></div>" + "<script>" + PLANTED
                        + "</script></body>");
        var opening = OpenPage.open(lanes, live.url(), OpenPage.MAIN, "@demo");

        assertThat(opening).isInstanceOfSatisfying(Opening.NotOpened.class, not -> {
            assertThat(not.trouble()).isEqualTo(Trouble.PAGE_CHANGED);
            var kept = Objects.requireNonNull(not.kept());
            assertThat(kept.structure()).contains("gem-shelf", "All new").doesNotContain("alice_of_the_chat");
            assertThat(kept.page()).isNotNull();
        });
    }

    @Test
    void tellsOfADialogOnlyTheWordsThatADesignKnows() {
        live.extra.put("/trap.js", PLANTED + """
                secrets.innerHTML += `<div class="loud" role="dialog" style="position:fixed;top:0;right:0">
                  <p>erin_in_a_dialog, verify to continue</p></div>`;
                """);
        var opening = OpenPage.open(lanes, live.url(), OpenPage.MAIN, "@demo");

        assertThat(opening).isInstanceOfSatisfying(Opening.NotOpened.class, not -> {
            assertThat(not.trouble()).isEqualTo(Trouble.CHALLENGED);
            var kept = Objects.requireNonNull(not.kept());
            assertThat(kept.seen()).contains("verify to continue").doesNotContain("erin");
            assertThat(kept.structure())
                    .contains("in them &quot;verify to continue")
                    .doesNotContain("erin");
            assertThat(loudIn(kept)).isZero();
        });
    }

    @Test
    void hidesTheCoinsOfAPageThatIsNotUnderstood() {
        live.coins.set(48_213);
        live.extra.put("/@demo/live", """
                <body><h1>All new</h1><div class='gem-shelf'><b>Rose</b><i>5 gems</i></div>
                <button style='font: 900 30px sans-serif; color: rgb(255,0,255)'>48213</button><p>48,213 gems</p>
                <script>fetch('/passport/web/account/info/'); fetch('/webcast/gift/list/?room_id=1');
                fetch('/webcast/wallet_api/fs/diamond_buy/permission_v2?aid=1988')</script></body>""");
        var opening = OpenPage.open(lanes, live.url(), OpenPage.MAIN, "@demo");

        assertThat(opening).isInstanceOfSatisfying(Opening.NotOpened.class, not -> {
            var kept = Objects.requireNonNull(not.kept());
            assertThat(kept.structure()).contains("99999").doesNotContain("48213", "48,213");
            assertThat(kept.seen()).doesNotContain("48213", "48,213");
            assertThat(loudIn(kept)).isZero();
        });
    }

    private static long loudIn(Keepsake kept) {
        try {
            return loud(image(kept.page()));
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    private static String text(byte @Nullable [] bytes) {
        return new String(Objects.requireNonNull(bytes), StandardCharsets.ISO_8859_1);
    }

    static BufferedImage image(byte @Nullable [] png) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(Objects.requireNonNull(png)));
    }

    static long loud(BufferedImage image) {
        return java.util.Arrays.stream(pixels(image))
                .filter(pixel -> (pixel & 0xffffff) == (LOUD.getRGB() & 0xffffff))
                .count();
    }

    private static long colours(BufferedImage image) {
        return java.util.Arrays.stream(pixels(image)).distinct().count();
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }
}
