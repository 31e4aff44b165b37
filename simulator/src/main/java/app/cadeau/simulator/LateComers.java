package app.cadeau.simulator;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The newest messages of each room that a page must know which opens in the middle of an evening. For one thread. */
final class LateComers {

    private static final int KEPT = 40;
    private static final String BATTLE = "WebcastLinkMicBattle";
    private static final Set<String> OF_BATTLE =
            Set.of(BATTLE, "WebcastLinkMicArmies", "WebcastLinkmicBattleTaskMessage", "WebcastLinkMicBattleItemCard");
    private static final Set<String> NEWEST = Set.of(
            "WebcastGoalUpdateMessage", "WebcastRankUpdateMessage", "WebcastEnvelopeMessage", "WebcastSimulatorStage");

    private record Said(String method, byte[] payload) {}

    private final Map<String, Deque<Said>> rooms = new HashMap<>();

    void heard(Live live, String method, byte[] payload) {
        Deque<Said> said = rooms.computeIfAbsent(live.name(), _ -> new ArrayDeque<>());
        if (OF_BATTLE.contains(method)) {
            if (opens(method, payload)) {
                said.removeIf(one -> OF_BATTLE.contains(one.method()));
            } else if (method.equals("WebcastLinkMicArmies")) {
                said.removeIf(one -> one.method().equals(method));
            }
        } else if (NEWEST.contains(method)) {
            said.removeIf(one -> one.method().equals(method));
        } else {
            return;
        }
        said.addLast(new Said(method, payload));
        if (said.size() > KEPT) {
            said.removeFirst();
        }
    }

    private static boolean opens(String method, byte[] payload) {
        return method.equals(BATTLE) && WireMessage.parse(payload).number(4) == 4;
    }

    List<Map<String, String>> of(Live live) {
        List<Map<String, String>> told = new ArrayList<>();
        rooms.getOrDefault(live.name(), new ArrayDeque<>())
                .forEach(one -> told.add(Map.of(
                        "method", one.method(), "payload", Base64.getEncoder().encodeToString(one.payload()))));
        return told;
    }

    /** Says all of it again, to pages that were open while time was moved. */
    void again(java.util.function.BiConsumer<String, Map.Entry<String, byte[]>> say) {
        rooms.forEach((room, said) -> said.forEach(one -> say.accept(room, Map.entry(one.method(), one.payload()))));
    }

    void forget() {
        rooms.clear();
    }
}
