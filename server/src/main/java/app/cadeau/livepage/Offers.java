package app.cadeau.livepage;

import app.cadeau.catalogue.Gift;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Joins the LIVE's own list with the tiles that its page shows. */
final class Offers {

    private Offers() {}

    /** A gift at the place that the page's library tells. */
    static OfferedGift at(Gift gift, JsonNode told) {
        var place = "BAR".equals(Json.text(told, "place")) ? OfferedGift.Place.BAR : OfferedGift.Place.PANEL;
        Long position = Json.whole(told, "position");
        return new OfferedGift(gift, place, position == null ? -1 : position.intValue());
    }

    /** Every gift of the list: where it is shown, or merely listed. A tile in the bar is nearer than one in the panel. */
    static List<OfferedGift> of(List<ListedGifts.Listed> listed, @Nullable JsonNode tiles) {
        Map<Long, JsonNode> shown = new HashMap<>();
        if (tiles != null && tiles.isArray()) {
            for (JsonNode tile : tiles) {
                Long id = Json.whole(tile, "id");
                if (id != null) {
                    shown.merge(id, tile, (a, b) -> "BAR".equals(Json.text(a, "place")) ? a : b);
                }
            }
        }
        List<OfferedGift> offered = new ArrayList<>();
        for (ListedGifts.Listed entry : listed) {
            JsonNode tile = shown.get(entry.gift().id().value());
            offered.add(
                    tile == null
                            ? new OfferedGift(entry.gift(), OfferedGift.Place.LISTED, -1)
                            : at(entry.gift(), tile));
        }
        return offered;
    }
}
