package app.cadeau.livepage;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The page's own calls that we listen to, told by path and never by host (contract, Settings). */
enum CallPath {
    GIFT_SEND("/webcast/gift/send"),
    GIFT_LIST("/webcast/gift/list"),
    WALLET("/webcast/wallet_api/fs/diamond_buy/permission_v2"),
    ROOM_ENTER("/webcast/room/enter"),
    POLLED_STREAM("/webcast/im/fetch"),
    ACCOUNT_INFO("/passport/web/account/info");

    private final String path;

    CallPath(String path) {
        this.path = path;
    }

    static @Nullable CallPath of(String url) {
        String path = path(url);
        for (CallPath call : values()) {
            if (path.endsWith(call.path)) {
                return call;
            }
        }
        return null;
    }

    static boolean isStream(String url) {
        return (path(url) + "/").contains("/webcast/im/");
    }

    static @Nullable String query(String url, String name) {
        int from = url.indexOf('?');
        for (String pair : from < 0 ? new String[0] : url.substring(from + 1).split("[&#]", -1)) {
            if (pair.startsWith(name + "=")) {
                return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
            }
        }
        return null;
    }

    private static String path(String url) {
        String path = url.split("[?#]", 2)[0].toLowerCase(Locale.ROOT);
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
