package app.cadeau.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Contrast;
import com.microsoft.playwright.options.ForcedColors;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Each page walked by Tab from its top to its end: whatever can be used is come to, once, in the order in which it stands in
 * the page, is seen while it has the focus, and shows that it has it (WCAG 2.2: 2.1.1, 2.1.2, 2.4.3, 2.4.7, 2.4.11).
 */
class KeyboardJourney {

    private static final List<String> PAGES = List.of(
            "/gift-sender.html", "/history.html", "/accounts.html", "/streams.html", "/settings.html", "/api/docs");
    private static final int MOST_STOPS = 300;

    /** What has the focus: which one it is in the page's order, and what is wrong with how it shows that. */
    private static final String STOP = """
            () => {
              const it = document.activeElement;
              if (!it || it === document.body) return null;
              const {top, bottom, left, right} = it.getBoundingClientRect();
              const style = getComputedStyle(it);
              const drawn = (one) => one.outlineStyle !== 'none' && parseFloat(one.outlineWidth) >= 1 || one.boxShadow !== 'none';
              const at = document.elementFromPoint((left + right) / 2, Math.min((top + bottom) / 2, innerHeight - 1));
              const label = it.closest('label') ?? document.querySelector(`label[for="${CSS.escape(it.id || '-')}"]`);
              const own = (other) => other && (it.contains(other) || other.contains(it) || label?.contains(other));
              it.setAttribute('data-came-to', '');
              return {
                index: [...document.querySelectorAll('*')].indexOf(it),
                what: it.outerHTML.slice(0, 160),
                positive: it.tabIndex > 0,
                outside: bottom <= 0 || top >= innerHeight || right <= 0 || left >= innerWidth,
                covered: !own(at),
                bare: !drawn(style) && !(label && drawn(getComputedStyle(label))) && !drawn(getComputedStyle(it.parentElement)),
              };
            }""";

    /** What a mouse can use, is seen, and was not come to; of a group of radio buttons the keyboard comes to one. */
    private static final String LEFT_OUT = """
            () => [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')]
              .filter((it) => !it.hasAttribute('data-came-to') && !it.disabled && it.type !== 'hidden' && it.tabIndex >= 0 && it.type !== 'radio'
                && it.checkVisibility({visibilityProperty: true}) && !it.closest('[inert], dialog:not([open])'))
              .map((it) => it.outerHTML.slice(0, 160))""";

    @AutoClose
    private static final Serving serving = Serving.start();

    @BeforeAll
    static void lived() {
        LivedIn.of(serving).confirmed("main", "@demo", "Rose", 2);
    }

    @Test
    void comesToEverythingInOrderAndShowsWhereItIs() {
        for (var view : List.of(View.DESK, View.PHONE)) {
            try (var visitor = Visitor.of(serving, view)) {
                for (var path : PAGES) {
                    visitor.open(path);
                    walk(visitor.page, path + " " + view);
                }
            }
        }
    }

    @Test
    @Tag("long")
    void canBeReadInColoursThatTheSystemForces() {
        try (var visitor = Visitor.of(serving, View.DESK)) {
            visitor.page.emulateMedia(new Page.EmulateMediaOptions()
                    .setForcedColors(ForcedColors.ACTIVE)
                    .setContrast(Contrast.MORE));
            for (var path : PAGES) {
                visitor.open(path).findsNothingWrong();
                walk(visitor.page, path + " in forced colours");
            }
        }
    }

    private static void walk(Page page, String where) {
        var stops = 0;
        var first = -1;
        var last = -1;
        for (var stop = next(page); stop != null; stop = next(page)) {
            var index = (int) Objects.requireNonNull(stop.get("index"));
            if (index == first) {
                break; // round again
            }
            first = first < 0 ? index : first;
            var what = where + ", at " + stop.get("what");
            assertThat(stop).as(what).containsEntry("positive", false);
            assertThat(stop).as(what + " is out of sight").containsEntry("outside", false);
            assertThat(stop).as(what + " is covered").containsEntry("covered", false);
            assertThat(stop).as(what + " does not show its focus").containsEntry("bare", false);
            assertThat(index).as(what + " comes after what stands behind it").isGreaterThan(last);
            last = index;
            assertThat(++stops).as(where + " never ends").isLessThan(MOST_STOPS);
        }
        assertThat((List<?>) page.evaluate(LEFT_OUT))
                .as(where + " is not come to")
                .isEmpty();
    }

    @SuppressWarnings("unchecked")
    private static @Nullable Map<String, Object> next(Page page) {
        page.keyboard().press("Tab");
        return (Map<String, Object>) page.evaluate(STOP);
    }
}
