package app.cadeau.pages;

/** How somebody looks at the pages: on what, by what light, in which language. */
record View(String name, int width, int height, boolean phone, boolean dark, String language) {

    static final View DESK = new View("wide", 1440, 900, false, true, "en");
    static final View PHONE = new View("phone", 390, 844, true, true, "en");
    /** The narrowest that WCAG 2.2 asks for (1.4.10). */
    static final View NARROW = new View("narrow", 320, 640, true, true, "en");

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
