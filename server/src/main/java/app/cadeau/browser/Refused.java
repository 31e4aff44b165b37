package app.cadeau.browser;

/** What the browser answered instead of a result, or that nobody is there any more to answer. */
final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1;

    Refused(String method, String why) {
        super(method + ": " + why);
    }
}
