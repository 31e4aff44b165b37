package app.cadeau.simulator;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What the simulator's own page is told beside what a real one would know: which faults it plays, which prices it shows,
 * which variations are on. */
final class Orders {

    private final Looks looks;
    private final Faults faults;
    private final Variations variations;
    private final Shop shop;
    private final Lives lives;

    Orders(Looks looks, Faults faults, Variations variations, Shop shop, Lives lives) {
        this.looks = looks;
        this.faults = faults;
        this.variations = variations;
        this.shop = shop;
        this.lives = lives;
        faults.whenChanged(this::tellAll);
        variations.whenChanged(this::tellAll);
    }

    /** To every page that is open now. */
    void tellAll() {
        lives.all().forEach(this::tell);
    }

    private void tell(Live live) {
        Map<String, Object> all = new HashMap<>(now());
        all.put("guests", guests(live));
        lives.order(live, Exchange.JSON.writeValueAsString(all));
    }

    /** Who is on stage beside the host. */
    static List<Map<String, Object>> guests(Live live) {
        return live.guests().stream()
                .map(guest -> Map.<String, Object>of("id", Long.toString(guest.userId()), "name", guest.nickname()))
                .toList();
    }

    Map<String, Object> now() {
        Map<String, Long> prices = new TreeMap<>();
        shop.repriced().forEach((gift, coins) -> prices.put(Long.toString(gift), coins));
        List<Map<String, Object>> rules =
                faults.ofPage().stream().map(Orders::rule).toList();
        Duration merge = looks.now().mergeWindow();
        return Map.of(
                "mergeMillis", merge.toMillis(), "rules", rules, "prices", prices, "variations", variations.names());
    }

    private static Map<String, Object> rule(Faults.Rule rule) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("id", rule.id());
        told.put("fault", rule.fault().kebab());
        told.put("place", rule.fault().place().name().toLowerCase(Locale.ROOT));
        told.put("amount", rule.amount());
        switch (rule.when()) {
            case Faults.When.At at -> told.put("at", at.k());
            case Faults.When.Chance chance -> told.put("chance", chance.probability());
            case Faults.When.Always _ -> told.put("chance", 1);
        }
        return told;
    }
}
