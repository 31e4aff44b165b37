package app.cadeau.simulator;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The state that a page carries in its own HTML (SIGI_STATE). */
final class PageState {

    private final Wallets wallets;
    private final Variations variations;

    PageState(Wallets wallets, Variations variations) {
        this.wallets = wallets;
        this.variations = variations;
    }

    Map<String, Object> of(Exchange exchange, Live live, String language) {
        Map<String, Object> app = new LinkedHashMap<>();
        app.put("language", language);
        app.put("region", "FR");
        if (!variations.has(Variation.ACCOUNT_UNTOLD)) {
            user(exchange).ifPresent(user -> app.put("user", user));
        }
        return Map.of(
                "AppContext",
                Map.of("appContext", app),
                "LiveRoom",
                Map.of("liveRoomUserInfo", Map.of("user", host(live), "liveRoom", liveRoom(live))),
                "CurrentRoom",
                currentRoom(live));
    }

    /** Who is logged in, where the state does not tell it: our own page has to know all the same. */
    Optional<Map<String, Object>> hiddenUser(Exchange exchange) {
        return variations.has(Variation.ACCOUNT_UNTOLD) ? user(exchange) : Optional.empty();
    }

    private Optional<Map<String, Object>> user(Exchange exchange) {
        return wallets.of(exchange.session())
                .map(wallet -> Map.of(
                        "uid", Long.toString(wallet.userId()),
                        "uniqueId", wallet.handle(),
                        "nickName", wallet.nickname(),
                        "secUid", wallet.secUid()));
    }

    private static int status(Live live) {
        return live.canReceive() ? 2 : 4;
    }

    private static String room(Live live) {
        return live.canReceive() ? Long.toString(live.roomId()) : "";
    }

    private static Map<String, Object> host(Live live) {
        return Map.of(
                "id", Long.toString(live.hostId()),
                "uniqueId", live.name(),
                "nickname", live.nickname(),
                "secUid", live.secUid(),
                "roomId", room(live),
                "status", status(live));
    }

    private static Map<String, Object> liveRoom(Live live) {
        return Map.of(
                "title",
                live.title(),
                "status",
                status(live),
                "ageRestricted",
                Map.of("restricted", live.rules().adultsOnly()),
                "liveRoomStats",
                Map.of("userCount", live.viewers()));
    }

    private static Map<String, Object> currentRoom(Live live) {
        return Map.of(
                "roomId",
                room(live),
                "roomInfo",
                Map.of("ownerUserId", Long.toString(live.hostId()), "status", status(live)),
                "showLiveChat",
                live.canReceive(),
                "enableChat",
                live.canReceive(),
                "anchorUniqueId",
                live.name(),
                "anchorId",
                Long.toString(live.hostId()));
    }
}
