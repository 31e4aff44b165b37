package app.cadeau.livepage;

import app.cadeau.browser.Lane;
import app.cadeau.browser.Tab;
import app.cadeau.browser.Urgency;
import com.google.gson.JsonObject;
import tools.jackson.databind.JsonNode;

/**
 * Presses where the page's library aims. It lets one press through for each aim, and only when its guard holds at that
 * moment, so an event that comes late or falls beside Send does nothing. Engine's thread only.
 */
final class Mouse {

    private final Tab tab;
    private final Lane lane;
    private final LivePageSettings.Press press;

    Mouse(Tab tab, Lane lane, LivePageSettings.Press press) {
        this.tab = tab;
        this.lane = lane;
        this.press = press;
    }

    /** Whether this news was an aim; then a mouse event is on its way. */
    boolean aimed(JsonNode told) {
        if (press != LivePageSettings.Press.TRUSTED || !"aim".equals(Json.text(told, "type"))) {
            return false;
        }
        double x = told.path("x").asDouble(-1);
        double y = told.path("y").asDouble(-1);
        lane.tell(Urgency.BURST, () -> press(x, y));
        return true;
    }

    private void press(double x, double y) {
        dispatch("mousePressed", x, y);
        dispatch("mouseReleased", x, y);
    }

    private void dispatch(String type, double x, double y) {
        var params = new JsonObject();
        params.addProperty("type", type);
        params.addProperty("x", x);
        params.addProperty("y", y);
        params.addProperty("button", "left");
        params.addProperty("clickCount", 1);
        tab.order("Input.dispatchMouseEvent", params);
    }
}
