package app.cadeau.api;

import app.cadeau.accounts.AccountId;
import app.cadeau.accounts.Accounts;
import app.cadeau.sends.CampaignId;
import app.cadeau.sends.SendId;
import app.cadeau.sends.Sends;
import app.cadeau.sends.StopOrder;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/stop}: answered when no press can begin and no request can newly pass. */
@RestController
class StopApi {

    private final Sends sends;
    private final Accounts accounts;

    StopApi(Sends sends, Accounts accounts) {
        this.sends = sends;
        this.accounts = accounts;
    }

    @PostMapping("/api/stop")
    ResponseEntity<Object> stop(@RequestBody(required = false) @Nullable String text) {
        var order = order(Body.read(text, Set.of("send", "account", "campaign", "all")));
        var stopped = sends.stop(order);
        var missing = stopped.sends().isEmpty() ? missing(order) : "";
        return missing.isEmpty()
                ? ResponseEntity.ok(stopped)
                : Problems.notFound("There is no " + missing + "; nothing was stopped.");
    }

    // Looked up only after the stop, which waits for nothing. A wrong name must not look like a stop.
    private String missing(StopOrder order) {
        return switch (order) {
            case StopOrder.OneSend(var send) -> sends.receipt(send).isEmpty() ? "send " + send.text() : "";
            case StopOrder.OneAccount(var account) ->
                accounts.find(account).isEmpty() ? "account " + account.name() : "";
            case StopOrder.OneCampaign(var campaign) ->
                sends.campaign(campaign).isEmpty() ? "campaign " + campaign.text() : "";
            case StopOrder.Everything() -> "";
        };
    }

    private static StopOrder order(Body body) {
        var send = body.word("send", SendId::new);
        var account = body.word("account", AccountId::new);
        var all = Boolean.TRUE.equals(body.flag("all"));
        var campaign = body.word("campaign", CampaignId::new);
        if (Stream.of(send, account, campaign).filter(Objects::nonNull).count() + (all ? 1 : 0) != 1) {
            throw new BadField("body", "name one send, one account, one campaign, or all: true");
        }
        if (campaign != null) {
            return new StopOrder.OneCampaign(campaign);
        }
        if (send != null) {
            return new StopOrder.OneSend(send);
        }
        return account != null ? new StopOrder.OneAccount(account) : new StopOrder.Everything();
    }
}
