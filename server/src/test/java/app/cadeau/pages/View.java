package app.cadeau.pages;

import java.util.List;

/** How somebody looks at the pages: on what, by what light, in which language. */
record View(String name, int width, int height, boolean phone, boolean dark, String language) {

    static final View DESK = new View("wide", 1440, 900, false, true, "en");
    static final View PHONE = new View("phone", 390, 844, true, true, "en");
    /** The narrowest that WCAG 2.2 asks for (1.4.10). */
    static final View NARROW = new View("narrow", 320, 640, true, true, "en");

    /** Dark and light, English and French, a desk, a phone and the narrowest: each at least once. */
    static List<View> all() {
        return List.of(DESK, DESK.light().in("fr"), PHONE.in("fr"), NARROW.light());
    }

    View light() {
        return new View(name, width, height, phone, false, language);
    }

    View in(String newLanguage) {
        return new View(name, width, height, phone, dark, newLanguage);
    }

    @Override
    public String toString() {
        return name + (dark ? " dark " : " light ") + language;
    }
}
