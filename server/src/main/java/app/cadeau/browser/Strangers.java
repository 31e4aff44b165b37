package app.cadeau.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.PlaywrightException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the lanes of gift requests that none of their pages made: of workers, pop-ups, farewell beacons. */
final class Strangers {

    private static final Logger LOG = LoggerFactory.getLogger(Strangers.class);

    private final DevTools devTools;
    private final List<Lane> lanes = new CopyOnWriteArrayList<>();

    Strangers(DevTools devTools) {
        this.devTools = devTools;
    }

    List<Lane> lanes() {
        return lanes;
    }

    /** The request is told to the lane that it came from; to every lane when that cannot be found out. */
    void tell(String frame, HeldRequest request) {
        String context = context(frame);
        for (Lane lane : lanes) {
            if (context.isEmpty() || lane.isContext(context)) {
                lane.stranger(request);
            }
        }
    }

    /** A worker's or a pop-up's frame id is the id of its target, and that names the context it belongs to. */
    private String context(String frame) {
        try {
            var params = new JsonObject();
            params.addProperty("targetId", frame);
            return GatePaths.text(
                    devTools.send("Target.getTargetInfo", params).getAsJsonObject("targetInfo"), "browserContextId");
        } catch (PlaywrightException unknown) {
            LOG.debug("the sender of a failed request is gone");
            return "";
        }
    }
}
