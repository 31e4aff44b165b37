package app.cadeau.simulator;

import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a LIVE offers, as the page's gift list tells it. */
final class OfferDesk {

    private static final List<Integer> PRESETS = List.of(10, 99, 365, 999);

    private final Wallets wallets;
    private final Lives lives;
    private final Shop shop;
    private final Frequencies frequencies;
    private final Faults faults;
    private final Clock clock;

    OfferDesk(Wallets wallets, Lives lives, Shop shop, Frequencies frequencies, Faults faults, Clock clock) {
        this.wallets = wallets;
        this.lives = lives;
        this.shop = shop;
        this.frequencies = frequencies;
        this.faults = faults;
        this.clock = clock;
    }

    void open(Desks desks) {
        desks.at("/webcast/gift/list/", this::gifts)
                .at("/webcast/gift/list/v2/dynamic/", this::dynamic)
                .at("/webcast/gift/cpc_prompt/", exchange -> exchange.json(Map.of("status_code", 0, "data", Map.of())))
                .at("/page/gifts/", this::offer);
    }

    private void gifts(Exchange exchange) {
        if (faults.strikes(Fault.GIFT_LIST_REFUSED).isPresent() || !exchange.signed()) {
            exchange.json(403, Map.of("status_code", 403, "data", Map.of()));
            return;
        }
        offer(exchange);
    }

    private void offer(Exchange exchange) {
        String base =
                "http://127.0.0.1:" + ((InetSocketAddress) exchange.channel().localAddress()).getPort();
        Standing standing = wallets.of(exchange.session()).map(Wallet::standing).orElse(Standing.USUAL);
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("gifts", told(shop.bar(), base, standing));
        data.put(
                "pages",
                List.of(
                        page("Gifts", 1, told(shop.panel(), base, standing)),
                        page("Exclusive", 2, told(shop.exclusive(), base, standing))));
        data.put("gifts_info", Map.of("gift_group_infos", groups(), "freq_limit_gift_info", frequencyLimits(exchange)));
        if (faults.strikes(Fault.RISK_CONTROL).isPresent()) {
            data.put("risk_ctl", riskControl(exchange));
        }
        exchange.json(Map.of("status_code", 0, "data", data, "extra", Map.of("now", clock.millis())));
    }

    private static Map<String, Object> riskControl(Exchange exchange) {
        String language = Objects.requireNonNullElse(exchange.query("webcast_language"), "en");
        return Map.of("disable_send_gift", true, "error_msg", Prompts.of(4006063, language, 0), "toast_reason", "risk");
    }

    private static List<Map<String, Object>> groups() {
        return PRESETS.stream()
                .map(count -> Map.<String, Object>of("group_count", count, "group_text", "x" + count))
                .toList();
    }

    /** The gifts that go once a day to one host, and how often they may still go to this one. */
    private Map<String, Object> frequencyLimits(Exchange exchange) {
        @Nullable Wallet wallet = wallets.of(exchange.session()).orElse(null);
        long host =
                lives.byRoom(exchange.number("room_id", 0)).map(Live::hostId).orElse(0L);
        List<Map<String, Object>> limits = shop.all().stream()
                .filter(gift -> gift.terms().perHost() > 0)
                .map(gift -> limit(gift, wallet, host))
                .toList();
        return Map.of("freq_limit_gifts", limits, "refresh_timestamp", frequencies.refreshAtMillis() / 1000);
    }

    private Map<String, Object> limit(SimGift gift, @Nullable Wallet wallet, long host) {
        int limit = gift.terms().perHost();
        int left = wallet == null ? limit : frequencies.remaining(wallet.name(), host, gift.id());
        return Map.of("gift_id", gift.id(), "frequency", limit, "remain_times", left);
    }

    private void dynamic(Exchange exchange) {
        exchange.json(Map.of("status_code", 0, "data", Map.of("gifts", List.of()), "extra", Map.of()));
    }

    private static Map<String, Object> page(String name, int type, List<Map<String, Object>> gifts) {
        return Map.of("page_name", name, "page_type", type, "gifts", gifts);
    }

    private static List<Map<String, Object>> told(List<SimGift> gifts, String base, Standing standing) {
        return gifts.stream().map(gift -> told(gift, base, standing)).toList();
    }

    private static Map<String, Object> told(SimGift gift, String base, Standing standing) {
        Map<String, Object> image = Map.of("url_list", List.of(base + gift.picturePath()), "uri", "gift/" + gift.id());
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("id", gift.id());
        told.put("name", gift.name());
        told.put("describe", "sent " + gift.name());
        told.put("diamond_count", gift.coins());
        told.put("combo", gift.combo());
        told.put("type", gift.type());
        told.put("is_displayed_on_panel", true);
        told.put("image", image);
        told.put("icon", image);
        Terms terms = gift.terms();
        if (terms.lockType() > 0) {
            told.put(
                    "lock_info",
                    Map.of(
                            "lock",
                            terms.locked(standing),
                            "lock_type",
                            terms.lockType(),
                            "gift_level",
                            terms.fanLevel()));
        }
        return told;
    }
}
