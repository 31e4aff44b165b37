package app.cadeau.simulator;

import java.time.Duration;
import java.util.List;
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
        String json = Exchange.JSON.writeValueAsString(now());
        lives.all().forEach(live -> lives.order(live, json));
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
        return switch (rule.when()) {
            case Faults.When.At at ->
                Map.of("id", rule.id(), "fault", rule.fault().kebab(), "amount", rule.amount(), "at", at.k());
            case Faults.When.Chance chance ->
                Map.of(
                        "id", rule.id(),
                        "fault", rule.fault().kebab(),
                        "amount", rule.amount(),
                        "chance", chance.probability());
            case Faults.When.Always _ ->
                Map.of("id", rule.id(), "fault", rule.fault().kebab(), "amount", rule.amount(), "chance", 1);
        };
    }
}
