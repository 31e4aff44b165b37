package app.cadeau.api;

import app.cadeau.catalogue.Gifts;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/gifts}: the catalogue, cheapest first. */
@RestController
class GiftsApi {

    private final Gifts gifts;

    GiftsApi(Gifts gifts) {
        this.gifts = gifts;
    }

    @GetMapping("/api/gifts")
    List<GiftLine> list() {
        return gifts.all().stream().map(GiftLine::of).toList();
    }
}
