package app.cadeau.sends;

import app.cadeau.catalogue.GiftId;
import app.cadeau.live.StreamerName;
import app.cadeau.livepage.LiveFacts;
import app.cadeau.money.Coins;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What LIVEs were last seen to ask for their gifts. In memory: it tells prices, and agrees to none. */
final class OffersSeen {

    private static final int STREAMERS = 200;

    /** @param at when the LIVE was read */
    record Price(Coins coins, Instant at) {}

    private record Seen(Map<GiftId, Coins> prices, Instant at) {}

    private final Map<StreamerName, Seen> seen = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<StreamerName, Seen> eldest) {
            return size() > STREAMERS;
        }
    };

    synchronized void learn(StreamerName streamer, LiveFacts facts, Instant now) {
        var prices = new HashMap<GiftId, Coins>();
        facts.offered()
                .forEach(offer -> prices.put(offer.gift().id(), offer.gift().price()));
        seen.put(streamer, new Seen(Map.copyOf(prices), now));
    }

    synchronized Optional<Price> price(StreamerName streamer, GiftId gift) {
        var read = seen.get(streamer);
        var coins = read == null ? null : read.prices.get(gift);
        return read == null || coins == null ? Optional.empty() : Optional.of(new Price(coins, read.at));
    }
}
