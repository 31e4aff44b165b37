package app.cadeau.api;

import app.cadeau.catalogue.Gift;
import app.cadeau.sends.Reason;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** An order that was refused before anything was spent, as a problem. */
final class Refusing {

    private Refusing() {}

    /** @param choices gifts that an ambiguous name fits */
    static ResponseEntity<Object> because(Reason reason, List<Gift> choices) {
        return Problems.withChoices(
                status(reason.code()),
                reason.code().name(),
                reason.sentence(),
                choices.stream().map(GiftLine::of).toList());
    }

    private static HttpStatus status(Reason.Code code) {
        return switch (code) {
            case GIFT_AMBIGUOUS, ACCOUNT_UNKNOWN -> HttpStatus.BAD_REQUEST;
            case QUEUE_FULL -> HttpStatus.TOO_MANY_REQUESTS;
            case CONSENT_NEEDED -> HttpStatus.FORBIDDEN;
            default -> HttpStatus.CONFLICT;
        };
    }
}
