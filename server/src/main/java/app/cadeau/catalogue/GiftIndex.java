package app.cadeau.catalogue;

import app.cadeau.money.Coins;
import java.text.Normalizer;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The catalogue at one moment: by id and by name. Immutable. */
final class GiftIndex {

    private static final int SUGGESTIONS = 5;
    private static final Comparator<Gift> ORDER = Comparator.comparing(Gift::price)
            .thenComparing(Gift::name)
            .thenComparing(gift -> gift.id().value());

    private final Map<Long, Gift> byId;
    private final Map<String, List<Gift>> byName;

    GiftIndex(Collection<Gift> gifts) {
        byId = new TreeMap<>();
        gifts.forEach(gift -> byId.put(gift.id().value(), gift));
        byName = byId.values().stream()
                .sorted(ORDER)
                .collect(Collectors.groupingBy(gift -> key(gift.name()), Collectors.toUnmodifiableList()));
    }

    List<Gift> all() {
        return byId.values().stream().sorted(ORDER).toList();
    }

    Optional<Gift> byId(long id) {
        return Optional.ofNullable(byId.get(id));
    }

    Gifts.Answer find(String nameOrId, @Nullable Coins price) {
        var byNumber = number(nameOrId).flatMap(this::byId);
        if (byNumber.isPresent()) {
            return new Gifts.Found(byNumber.get());
        }
        var named = byName.getOrDefault(key(nameOrId), List.of());
        var fitting = named.stream()
                .filter(gift -> price == null || gift.price().equals(price))
                .toList();
        return switch (fitting.size()) {
            case 0 -> new Gifts.Unknown(named.isEmpty() ? alike(key(nameOrId)) : named);
            case 1 -> new Gifts.Found(fitting.getFirst());
            default -> new Gifts.Ambiguous(fitting);
        };
    }

    /** Names that hold what was asked for, or that differ from it by two letters at most; the nearest first. */
    private List<Gift> alike(String asked) {
        return byName.entrySet().stream()
                .map(entry -> Map.entry(distance(asked, entry.getKey()), entry.getValue()))
                .filter(entry -> entry.getKey() < Integer.MAX_VALUE)
                .sorted(Map.Entry.comparingByKey())
                .flatMap(entry -> entry.getValue().stream())
                .limit(SUGGESTIONS)
                .toList();
    }

    private static int distance(String asked, String name) {
        if (asked.length() >= 3 && name.contains(asked)) {
            return name.length() - asked.length();
        }
        var edits = Edits.between(asked, name);
        return edits <= 2 && edits < asked.length() ? edits : Integer.MAX_VALUE;
    }

    private static Optional<Long> number(String text) {
        var digits = text.strip();
        return digits.matches("[0-9]{1,18}") ? Optional.of(Long.parseLong(digits)) : Optional.empty();
    }

    private static String key(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .strip()
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT);
    }
}
