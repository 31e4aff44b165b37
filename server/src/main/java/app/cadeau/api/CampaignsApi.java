package app.cadeau.api;

import app.cadeau.accounts.AccountId;
import app.cadeau.sends.Campaign;
import app.cadeau.sends.CampaignId;
import app.cadeau.sends.NewCampaign;
import app.cadeau.sends.NewSend;
import app.cadeau.sends.Quote;
import app.cadeau.sends.Quoted;
import app.cadeau.sends.Reason;
import app.cadeau.sends.Sends;
import app.cadeau.sends.Spread;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/send} with {@code accounts}, and {@code /api/campaigns}. */
@RestController
class CampaignsApi {

    /**
     * What each account would give, and all together.
     *
     * @param cost null where a price is not known
     * @param refusals what stands in the way of any of them
     */
    record QuoteOfAll(int quantity, @Nullable Long cost, List<Quote> quotes, List<Reason> refusals) {}

    private final Sends sends;

    CampaignsApi(Sends sends) {
        this.sends = sends;
    }

    @GetMapping("/api/campaigns/{id}")
    ResponseEntity<Object> show(@PathVariable String id) {
        return sends.campaign(Body.read("id", id, CampaignId::new))
                .<ResponseEntity<Object>>map(ResponseEntity::ok)
                .orElseGet(() -> Problems.notFound("There is no campaign " + id + "."));
    }

    /** @param whole the order as if one account gave all of it */
    static NewCampaign order(NewSend whole, Body body) {
        if (whole.account() != null) {
            throw new BadField("accounts", "name one account, or several accounts, not both");
        }
        try {
            return new NewCampaign(whole, body.requiredWords("accounts", AccountId::new));
        } catch (IllegalArgumentException refused) {
            throw BadField.of(refused);
        }
    }

    ResponseEntity<Object> spread(NewCampaign order, @Nullable String key, String hash) {
        return switch (sends.spread(order, key, hash)) {
            case Spread.Accepted(var campaign, var replayed) -> accepted(campaign, replayed);
            case Spread.KeyReused(var earlier) -> SendApi.reused(earlier);
            case Spread.Refused(var reason, var choices) -> Refusing.because(reason, choices);
        };
    }

    private static ResponseEntity<Object> accepted(Campaign campaign, boolean replayed) {
        var answer = ResponseEntity.status(replayed ? HttpStatus.OK : HttpStatus.ACCEPTED)
                .header("Location", "/api/campaigns/" + campaign.id());
        return (replayed ? answer.header("Idempotency-Replayed", "true") : answer).body(campaign);
    }

    /** @param quoting of each account's part, one after the other */
    ResponseEntity<Object> quote(NewCampaign order, Function<NewSend, Quoted> quoting) {
        var quotes = new ArrayList<Quote>();
        for (var share : order.shares()) {
            switch (quoting.apply(share)) {
                case Quoted.Known(var quote) -> quotes.add(quote);
                case Quoted.Refused(var reason, var choices) -> {
                    return Refusing.because(reason, choices);
                }
            }
        }
        return ResponseEntity.ok(new QuoteOfAll(
                order.whole().quantity(),
                cost(quotes),
                quotes,
                quotes.stream()
                        .flatMap(quote -> quote.refusals().stream())
                        .distinct()
                        .toList()));
    }

    private static @Nullable Long cost(List<Quote> quotes) {
        var costs = quotes.stream().map(Quote::cost).filter(Objects::nonNull).toList();
        return costs.size() < quotes.size()
                ? null
                : Long.valueOf(costs.stream().mapToLong(Long::longValue).sum());
    }
}
