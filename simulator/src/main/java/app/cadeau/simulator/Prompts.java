package app.cadeau.simulator;

import java.util.Map;

/** The words that belong to the platform's refusals. */
final class Prompts {

    private Prompts() {}

    static Map<String, Object> refusal(int code, long nowMillis) {
        String prompt = of(code);
        return Map.of(
                "status_code",
                code,
                "data",
                Map.of("message", prompt, "prompts", prompt),
                "extra",
                Map.of("now", nowMillis));
    }

    static String of(int code) {
        return switch (code) {
            case 20003 -> "Log in to continue";
            case 30003 -> "LIVE has ended";
            case 40001 -> "Insufficient balance. Recharge to send Gifts.";
            case 90501 -> "You don't have enough of this item";
            case 4004051 -> "This host can't receive Gifts right now";
            case 4004052 -> "This guest can't receive Gifts right now";
            case 40032 -> "You can't send Gifts to this host because of their age";
            case 4025008 -> "Your subscription has expired";
            case 4006063 -> "Unusual transactions detected. Gifting is unavailable for security reasons.";
            case 4006064 ->
                "You're sending Gifts too frequently. Gifting is unavailable for security reasons. Try again later.";
            case 4006052 -> "You've reached your spending limit";
            default -> "Couldn't send Gift. Try again later.";
        };
    }
}
