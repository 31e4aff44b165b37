package app.cadeau.api;

import app.cadeau.catalogue.Gift;
import app.cadeau.catalogue.Gifts;
import java.util.List;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/gifts}: the catalogue, cheapest first. */
@RestController
class GiftsApi {

    private static final int MOST = 20_000;

    private final Gifts gifts;

    GiftsApi(Gifts gifts) {
        this.gifts = gifts;
    }

    /** @param q a part of the name in any case, or an id */
    @GetMapping("/api/gifts")
    List<GiftLine> list(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "20000") int limit) {
        if (limit < 1 || limit > MOST) {
            throw new BadField("limit", "1 to " + MOST + ", not " + limit);
        }
        var wanted = q.strip().toLowerCase(Locale.ROOT);
        return gifts.all().stream()
                .filter(gift -> fits(gift, wanted))
                .limit(limit)
                .map(GiftLine::of)
                .toList();
    }

    private static boolean fits(Gift gift, String wanted) {
        return gift.name().toLowerCase(Locale.ROOT).contains(wanted)
                || String.valueOf(gift.id().value()).equals(wanted);
    }
}
