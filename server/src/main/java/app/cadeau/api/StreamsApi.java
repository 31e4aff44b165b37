package app.cadeau.api;

import app.cadeau.accounts.AccountId;
import app.cadeau.live.StreamerName;
import app.cadeau.livepage.OfferedGift;
import app.cadeau.sends.Looked;
import app.cadeau.sends.Sends;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/streams/@name/gifts}: what that LIVE offers now. */
@RestController
class StreamsApi {

    /** @param position from 0 within its place, -1 when the page does not show it */
    record Offer(
            long id,
            String name,
            long coins,
            @Nullable Boolean combo,
            @Nullable String picture,
            OfferedGift.Place place,
            int position) {}

    private final Sends sends;

    StreamsApi(Sends sends) {
        this.sends = sends;
    }

    @GetMapping("/api/streams/{name}/gifts")
    ResponseEntity<Object> gifts(@PathVariable String name, @RequestParam(required = false) @Nullable String account) {
        var streamer = Body.read("name", name, StreamerName::new);
        var looked = sends.look(streamer, account == null ? null : Body.read("account", account, AccountId::new));
        return switch (looked) {
            case Looked.OnAir(var by, var facts) ->
                ResponseEntity.ok(
                        facts.offered().stream().map(StreamsApi::offer).toList());
            case Looked.NotSeen(var reason) ->
                Problems.of(HttpStatus.CONFLICT, reason.code().name(), reason.sentence());
        };
    }

    private static Offer offer(OfferedGift offered) {
        var gift = GiftLine.of(offered.gift());
        return new Offer(
                gift.id(),
                gift.name(),
                gift.coins(),
                gift.combo(),
                gift.picture(),
                offered.place(),
                offered.position());
    }
}
