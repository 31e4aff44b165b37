package app.cadeau.api;

import app.cadeau.accounts.AccountId;
import app.cadeau.sends.SendId;
import app.cadeau.sends.Sends;
import app.cadeau.sends.StopOrder;
import app.cadeau.sends.Stopped;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/stop}: answered when no press can begin and no request can newly pass. */
@RestController
class StopApi {

    private final Sends sends;

    StopApi(Sends sends) {
        this.sends = sends;
    }

    @PostMapping("/api/stop")
    Stopped stop(@RequestBody(required = false) @Nullable String text) {
        return sends.stop(order(Body.read(text, Set.of("send", "account", "all"))));
    }

    private static StopOrder order(Body body) {
        var send = body.word("send", SendId::new);
        var account = body.word("account", AccountId::new);
        var all = Boolean.TRUE.equals(body.flag("all"));
        if ((send != null ? 1 : 0) + (account != null ? 1 : 0) + (all ? 1 : 0) != 1) {
            throw new BadField("body", "name one send, one account, or all: true");
        }
        if (send != null) {
            return new StopOrder.OneSend(send);
        }
        return account != null ? new StopOrder.OneAccount(account) : new StopOrder.Everything();
    }
}
