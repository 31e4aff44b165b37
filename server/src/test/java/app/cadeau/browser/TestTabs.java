package app.cadeau.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.util.concurrent.TimeUnit;

/** What the journeys of a lane do with its pages. */
final class TestTabs {

    /** Is told, and does nothing. */
    static final TabListener NOBODY = new TabListener() {
        @Override
        public void gone(String why) {}

        @Override
        public void stranger(HeldRequest request) {}
    };

    private static final long SECONDS = 15;

    private TestTabs() {}

    /** What a page's own script answers, awaited, as text; empty for nothing. */
    static String evaluate(Lane lane, Tab tab, String expression) throws Exception {
        var params = expression(expression);
        params.addProperty("awaitPromise", true);
        params.addProperty("returnByValue", true);
        params.addProperty("userGesture", true);
        var answer = lane.begin(Urgency.OTHER, () -> tab.ask("Runtime.evaluate", params))
                .get(SECONDS, TimeUnit.SECONDS);
        var result = answer.getAsJsonObject("result");
        assertThat(answer.has("exceptionDetails")).as(answer.toString()).isFalse();
        return result.has("value") ? result.get("value").getAsString() : "";
    }

    /** What {@code Runtime.evaluate} is asked. */
    static JsonObject expression(String text) {
        var params = new JsonObject();
        params.addProperty("expression", text);
        return params;
    }
}
