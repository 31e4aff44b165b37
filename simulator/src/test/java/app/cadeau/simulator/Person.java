package app.cadeau.simulator;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.util.Comparator;
import java.util.List;

/** Eyes and a hand in front of any design: knows gifts by their picture, and a control by what it is called. */
final class Person {

    private static final String BAR = "[\"5655\", \"16871\", \"5487\", \"6203\"]";

    private Person() {}

    /** Clicks on the picture, and then on the Send that is nearest to it. */
    static void sends(Page page, long gift, String word) {
        Locator picture = picture(page, gift);
        picture.scrollIntoViewIfNeeded();
        picture.click();
        send(page, picture, word).click();
    }

    static Locator picture(Page page, long gift) {
        String name = "/img/gift/" + gift + ".";
        return page.locator("img[src*='%s'], img[data-src*='%s'], [style*='%s']".formatted(name, name, name))
                .first();
    }

    static Locator send(Page page, Locator picture, String word) {
        Locator all = page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(word).setExact(true));
        all.first().waitFor();
        BoundingBox eye = picture.boundingBox();
        return all.all().stream()
                .filter(Locator::isVisible)
                .min(Comparator.comparingDouble(one -> apart(eye, one.boundingBox())))
                .orElseThrow();
    }

    private static double apart(BoundingBox one, BoundingBox other) {
        return Math.hypot(
                one.x + one.width / 2 - other.x - other.width / 2, one.y + one.height / 2 - other.y - other.height / 2);
    }

    /** The first gift that is to be seen and is not in the bar. */
    static long firstBeyondTheBar(Page page) {
        Object found = page.waitForFunction("""
                () => [...document.querySelectorAll("img[src*='/img/gift/'], [style*='/img/gift/']")]
                    .filter((one) => one.getBoundingClientRect().height > 30)
                    .map((one) => (one.src || one.style.backgroundImage).match(/gift.([0-9]+)/)[1])
                    .find((id) => !%s.includes(id))""".formatted(BAR)).jsonValue();
        return Long.parseLong(String.valueOf(found));
    }

    /** Moves the wheel over what is open until the gift is there; a panel in tabs is gone through tab by tab. */
    static Locator looksFor(Page page, long gift) {
        Locator picture = picture(page, gift);
        List<Locator> tabs = page.getByRole(AriaRole.TAB).all();
        BoundingBox open = picture(page, firstBeyondTheBar(page)).boundingBox();
        for (int turn = 0; turn < 200 && picture.count() == 0; turn++) {
            if (!tabs.isEmpty()) {
                tabs.get(turn % tabs.size()).click();
            }
            page.mouse().move(open.x + 10, open.y + 10);
            page.mouse().wheel(0, 300);
            page.evaluate("() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))");
        }
        return picture;
    }
}
