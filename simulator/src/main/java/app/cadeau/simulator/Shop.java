package app.cadeau.simulator;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a LIVE offers: a bar of four, a panel behind More. Real gifts; some share a name, some a name and a price. */
final class Shop {

    static final int PANEL_SIZE = 132;

    private static final List<Long> BAR = List.of(5655L, 16871L, 5487L, 6203L);

    /** Heart at 1, 10, 200; Love you at 1, 20; two Galaxy at 1000; two GG at 1; Treasure Chest at 100 and 1500; the Fest gifts; a dear one. */
    private static final List<Long> ALWAYS = List.of(
            5269L, 6064L, 8286L, 6247L, 5480L, 5738L, 6890L, 5919L, 7934L, 8913L, 5658L, 5879L, 16872L, 16873L, 16874L,
            9333L, 5886L, 11046L, 5767L, 6369L, 9072L, 5513L, 99150L);

    private final Map<Long, SimGift> gifts = new LinkedHashMap<>();
    private final Map<Long, Long> repriced = new ConcurrentHashMap<>();
    private final Set<Long> withdrawn = ConcurrentHashMap.newKeySet();

    Shop() {
        List<List<String>> rows =
                Resources.text("gifts.csv").lines().skip(1).map(Csv::cells).toList();
        Map<Long, SimGift> all = new LinkedHashMap<>();
        rows.forEach(cells -> all.put(gift(cells).id(), gift(cells)));
        Stream.of(BAR.stream(), ALWAYS.stream(), Terms.special().stream().sorted())
                .flatMap(ids -> ids)
                .map(all::get)
                .forEach(this::offer);
        Set<String> once = Set.copyOf(bar().stream().map(SimGift::name).toList());
        rows.stream()
                .filter(cells -> cells.get(4).contains("@2026") && cells.get(0).hashCode() % 3 != 0)
                .map(Shop::gift)
                .filter(gift -> !once.contains(gift.name()))
                .forEach(this::offer);
    }

    private void offer(@Nullable SimGift gift) {
        if (gift != null && gifts.size() < BAR.size() + PANEL_SIZE) {
            gifts.putIfAbsent(gift.id(), gift);
        }
    }

    /** Where the source does not say whether it combos: every gift under 100 coins does, none above. */
    private static SimGift gift(List<String> cells) {
        long coins = Long.parseLong(cells.get(2));
        boolean combo = cells.get(3).isEmpty() ? coins < 100 : Boolean.parseBoolean(cells.get(3));
        return new SimGift(Long.parseLong(cells.get(0)), cells.get(1), coins, combo);
    }

    List<SimGift> bar() {
        return all().stream().filter(gift -> BAR.contains(gift.id())).toList();
    }

    /** Every gift that is offered now. */
    List<SimGift> all() {
        return gifts.values().stream()
                .filter(gift -> !withdrawn.contains(gift.id()))
                .toList();
    }

    /** Gifts with terms of their own. */
    List<SimGift> exclusive() {
        return all().stream()
                .filter(gift -> Terms.special().contains(gift.id()))
                .sorted(Comparator.comparingLong(SimGift::coins))
                .toList();
    }

    /** The gift leaves bar, panel and till, or comes back. */
    void withdraw(long id, boolean away) {
        if (away) {
            withdrawn.add(id);
        } else {
            withdrawn.remove(id);
        }
    }

    List<SimGift> panel() {
        return all().stream()
                .filter(gift -> !BAR.contains(gift.id()) && !Terms.special().contains(gift.id()))
                .sorted(Comparator.comparingLong(SimGift::coins))
                .toList();
    }

    /** The gift at the price that is charged now. */
    Optional<SimGift> find(long id) {
        return Optional.ofNullable(gifts.get(id))
                .filter(gift -> !withdrawn.contains(id))
                .map(gift -> gift.at(repriced.getOrDefault(id, gift.coins())));
    }

    /** Tile and till show the new price; the gift list still tells the old one. */
    void reprice(long id, long coins) {
        repriced.put(id, coins);
    }

    Map<Long, Long> repriced() {
        return Map.copyOf(repriced);
    }

    void priceAsListed() {
        repriced.clear();
    }
}
