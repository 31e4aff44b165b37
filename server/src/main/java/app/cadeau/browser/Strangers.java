package app.cadeau.browser;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
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
        var unused = context(frame).thenAccept(context -> {
            for (Lane lane : lanes) {
                if (context.isEmpty() || lane.isContext(context)) {
                    lane.stranger(request);
                }
            }
        });
    }

    /** A worker's or a pop-up's frame id is the id of its target, and that names the context it belongs to. */
    private CompletableFuture<String> context(String frame) {
        var params = new JsonObject();
        params.addProperty("targetId", frame);
        return devTools.ask("Target.getTargetInfo", params)
                .thenApply(answer -> DevTools.text(answer.getAsJsonObject("targetInfo"), "browserContextId"))
                .exceptionally(unknown -> {
                    LOG.debug("the sender of a failed request is gone");
                    return "";
                });
    }
}
