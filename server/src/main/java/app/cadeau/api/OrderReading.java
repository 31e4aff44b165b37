package app.cadeau.api;

import app.cadeau.accounts.AccountId;
import app.cadeau.live.StreamerName;
import app.cadeau.money.Coins;
import app.cadeau.sends.NewSend;
import app.cadeau.sends.Priority;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the order of a send, or of a quote, from a body; what is wrong in it names its field. */
final class OrderReading {

    /** More than anyone owns: a sum of such amounts still fits. */
    private static final long MOST_COINS = 1_000_000_000_000L;

    private static final List<String> FIELDS =
            List.of("streamer", "gift", "price", "quantity", "cps", "account", "maxCoins", "notAfter", "priority");

    private OrderReading() {}

    /** The fields of an order, and others that a call knows besides. */
    static Set<String> fieldsAnd(String... others) {
        var fields = new LinkedHashSet<>(FIELDS);
        fields.addAll(List.of(others));
        return fields;
    }

    static NewSend of(Body body) {
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
            throw BadField.of(refused);
        }
    }

    private static @Nullable Coins coins(Body body, String field) {
        var amount = body.whole(field);
        if (amount != null && amount < 1) {
            throw new BadField(field, "at least 1 coin is wanted, not " + amount);
        }
        if (amount != null && amount > MOST_COINS) {
            throw new BadField(field, "at most " + MOST_COINS + " coins are wanted, not " + amount);
        }
        return amount == null ? null : Coins.of(amount);
    }
}
