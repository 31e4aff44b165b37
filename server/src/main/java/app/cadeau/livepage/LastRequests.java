package app.cadeau.livepage;

import app.cadeau.browser.HeldRequest;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The last requests to send that a page made, the failed ones apart: in memory until somebody wants their outlines. */
final class LastRequests {

    private static final int MOST = 8;
    private static final int LARGEST = 65_536;

    private record Met(HeldRequest request, @Nullable String refusal, Instant at) {}

    private final Deque<Met> passed = new ArrayDeque<>();
    private final Deque<Met> failed = new ArrayDeque<>();

    synchronized void met(HeldRequest request, @Nullable String refusal, Instant at) {
        byte[] body = request.body();
        if (body != null && body.length > LARGEST) {
            return;
        }
        Deque<Met> kind = refusal == null ? passed : failed;
        kind.add(new Met(request, refusal, at));
        if (kind.size() > MOST) {
            kind.remove();
        }
    }

    /** As JSON, the failed ones first. */
    synchronized String outlines() {
        List<Map<String, Object>> all = new ArrayList<>();
        failed.forEach(met -> all.add(outline(met)));
        passed.forEach(met -> all.add(outline(met)));
        return Json.write(all);
    }

    private static Map<String, Object> outline(Met met) {
        Map<String, Object> outline = new LinkedHashMap<>();
        outline.put("at", met.at().toString());
        outline.put("atTheGate", met.refusal() == null ? "passed" : "failed: " + Cut.tokens(met.refusal()));
        outline.putAll(RequestOutline.of(met.request()));
        return outline;
    }
}
