package app.cadeau.api;

import app.cadeau.accounts.AccountId;
import app.cadeau.live.StreamerName;
import app.cadeau.money.Coins;
import app.cadeau.sends.NewSend;
import app.cadeau.sends.Priority;
import app.cadeau.sends.Quoted;
import app.cadeau.sends.Reason;
import app.cadeau.sends.SendId;
import app.cadeau.sends.Sends;
import app.cadeau.sends.Submitted;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/send}. */
@RestController
class SendApi {

    private static final Set<String> FIELDS = new LinkedHashSet<>(List.of(
            "streamer",
            "gift",
            "price",
            "quantity",
            "cps",
            "account",
            "maxCoins",
            "notAfter",
            "priority",
            "dryRun",
            "accounts"));
    // A structured-field string, or the bare text that many clients send.
    private static final Pattern KEY = Pattern.compile("\"?([!#-\\[\\]-~]{1,200})\"?");

    private final Sends sends;
    private final Target target;
    private final CampaignsApi campaigns;

    SendApi(Sends sends, Target target, CampaignsApi campaigns) {
        this.sends = sends;
        this.target = target;
        this.campaigns = campaigns;
    }

    @PostMapping("/api/send")
    ResponseEntity<Object> send(
            @RequestBody(required = false) @Nullable String text,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        var body = Body.read(text, FIELDS);
        var order = order(body);
        if (target.needsConsent()) {
            return Problems.of(HttpStatus.FORBIDDEN, Reason.Code.CONSENT_NEEDED.name(), target.consentSentence());
        }
        if (body.has("accounts")) {
            var all = CampaignsApi.order(order, body);
            return Boolean.TRUE.equals(body.flag("dryRun"))
                    ? campaigns.quote(all)
                    : campaigns.spread(all, key(key), hash(body.canonical("dryRun")));
        }
        return Boolean.TRUE.equals(body.flag("dryRun"))
                ? quote(sends.dryRun(order))
                : answer(sends.submit(order, key(key), hash(body.canonical("dryRun"))));
    }

    private static NewSend order(Body body) {
        var cps = body.decimal("cps");
        try {
            return new NewSend(
                    body.requiredWord("streamer", StreamerName::new),
                    body.requiredTextOrNumber("gift"),
                    coins(body, "price"),
                    body.requiredInt("quantity"),
                    cps == null ? NewSend.MOST_CPS : cps.doubleValue(),
                    body.word("account", AccountId::new),
                    coins(body, "maxCoins"),
                    body.time("notAfter"),
                    Objects.requireNonNullElse(body.word("priority", Priority::of), Priority.NORMAL));
        } catch (IllegalArgumentException refused) {
            var said = String.valueOf(refused.getMessage()).split(": ", 2);
            throw said.length == 2 ? new BadField(said[0], said[1]) : new BadField("body", said[0]);
        }
    }

    private static @Nullable Coins coins(Body body, String field) {
        var amount = body.whole(field);
        if (amount != null && amount < 1) {
            throw new BadField(field, "at least 1 coin is wanted, not " + amount);
        }
        return amount == null ? null : Coins.of(amount);
    }

    private static @Nullable String key(@Nullable String header) {
        if (header == null) {
            return null;
        }
        var shape = KEY.matcher(header.strip());
        if (!shape.matches()) {
            throw new BadField("Idempotency-Key", "1 to 200 visible ASCII characters are wanted");
        }
        return shape.group(1);
    }

    private static ResponseEntity<Object> answer(Submitted submitted) {
        return switch (submitted) {
            case Submitted.Accepted(var receipt, var replayed) ->
                ResponseEntity.status(replayed ? HttpStatus.OK : HttpStatus.ACCEPTED)
                        .body(receipt);
            case Submitted.KeyReused(var earlier) -> reused(earlier);
            case Submitted.Refused(var reason, var choices) -> refused(reason, choices);
        };
    }

    static ResponseEntity<Object> reused(SendId earlier) {
        return Problems.of(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "IDEMPOTENCY_KEY_REUSED",
                "This key belongs to another order, send " + earlier + ".");
    }

    private static ResponseEntity<Object> quote(Quoted quoted) {
        return switch (quoted) {
            case Quoted.Known(var quote) -> ResponseEntity.ok(quote);
            case Quoted.Refused(var reason, var choices) -> refused(reason, choices);
        };
    }

    static ResponseEntity<Object> refused(Reason reason, List<app.cadeau.catalogue.Gift> choices) {
        var status = switch (reason.code()) {
            case GIFT_AMBIGUOUS, ACCOUNT_UNKNOWN -> HttpStatus.BAD_REQUEST;
            case QUEUE_FULL -> HttpStatus.TOO_MANY_REQUESTS;
            case CONSENT_NEEDED -> HttpStatus.FORBIDDEN;
            default -> HttpStatus.CONFLICT;
        };
        return Problems.withChoices(
                status,
                reason.code().name(),
                reason.sentence(),
                choices.stream().map(GiftLine::of).toList());
    }

    private static String hash(String canonical) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
