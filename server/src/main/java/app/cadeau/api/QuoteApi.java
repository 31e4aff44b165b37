package app.cadeau.api;

import app.cadeau.accounts.AccountId;
import app.cadeau.live.StreamerName;
import app.cadeau.sends.NewSend;
import app.cadeau.sends.Quote;
import app.cadeau.sends.Quoted;
import app.cadeau.sends.Reason;
import app.cadeau.sends.Sends;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/quote}: what a send would cost, bring and meet, at once. Presses and creates nothing. */
@RestController
class QuoteApi {

    private static final Set<String> FIELDS = OrderReading.fieldsAnd("look", "dryRun", "accounts");

    /**
     * @param points expected in a battle; null when the cost is not known
     * @param pointsWhy how they are reckoned
     */
    record Line(@JsonUnwrapped Quote quote, @Nullable Long points, String pointsWhy) {}

    private final Sends sends;
    private final CampaignsApi campaigns;
    private final Target target;
    private final MultiplierLines multipliers;

    QuoteApi(Sends sends, CampaignsApi campaigns, Target target, MultiplierLines multipliers) {
        this.multipliers = multipliers;
        this.sends = sends;
        this.campaigns = campaigns;
        this.target = target;
    }

    @PostMapping("/api/quote")
    ResponseEntity<Object> quote(@RequestBody(required = false) @Nullable String text) {
        var body = Body.read(text, FIELDS);
        var order = OrderReading.of(body);
        Function<NewSend, Quoted> quoting =
                Boolean.TRUE.equals(body.flag("look")) && !target.needsConsent() ? sends::dryRun : sends::estimate;
        if (body.has("accounts")) {
            return campaigns.quote(CampaignsApi.order(order, body), quoting);
        }
        return switch (quoting.apply(order)) {
            case Quoted.Known(var quote) -> ResponseEntity.ok(line(withConsent(quote)));
            case Quoted.Refused(var reason, var choices) -> Refusing.because(reason, choices);
        };
    }

    private Line line(Quote quote) {
        return new Line(
                quote,
                quote.cost(),
                quote.cost() == null
                        ? "Its price is not known yet."
                        : "A coin is a point in a battle. "
                                + multipliers
                                        .of(new StreamerName(quote.streamer()))
                                        .sentence());
    }

    private Quote withConsent(Quote quote) {
        var sender = Optional.ofNullable(quote.account()).map(AccountId::new).stream()
                .toList();
        var sentence = target.refusal(sender);
        if (sentence == null) {
            return quote;
        }
        var refusals = new ArrayList<Reason>(List.of(new Reason(Reason.Code.CONSENT_NEEDED, sentence)));
        refusals.addAll(quote.refusals());
        return quote.refusedBy(refusals);
    }
}
