package app.cadeau.browser;

/** The page or the browser is gone, or does not come back: nothing more can be asked of this lane. */
public final class LaneDown extends Exception {

    private static final long serialVersionUID = 1L;

    public LaneDown(String why) {
        super(why);
    }

    public LaneDown(String why, Throwable cause) {
        super(why, cause);
    }
}
