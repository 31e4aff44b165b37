package app.cadeau.simulator;

import java.util.List;
import java.util.Map;

/** The words that belong to the platform's refusals. Nobody has noted those of the web page: these are several guesses. */
final class Prompts {

    private Prompts() {}

    static Map<String, Object> refusal(int code, long nowMillis) {
        return refusal(code, "en", 0, nowMillis);
    }

    /** @param turn where a refusal has several wordings, they take turns */
    static Map<String, Object> refusal(int code, String language, long turn, long nowMillis) {
        String prompt = of(code, language, turn);
        return Map.of(
                "status_code",
                code,
                "data",
                Map.of("message", prompt, "prompts", prompt),
                "extra",
                Map.of("now", nowMillis));
    }

    static String of(int code, String language, long turn) {
        List<String> wordings = language.startsWith("fr") ? french(code) : english(code);
        return wordings.get((int) Math.floorMod(turn, (long) wordings.size()));
    }

    private static List<String> english(int code) {
        return switch (code) {
            case Till.UNSIGNED -> List.of("Url doesn't match");
            case Till.LOGGED_OUT -> List.of("Log in to continue");
            case Till.NO_LIVE -> List.of("LIVE has ended");
            case Till.AGE_RESTRICTED, Till.CLOSED_TO_YOU -> List.of("You must be 18 or older to use this feature");
            case Till.NOT_IN_COUNTRY -> List.of("Gifts are not available in your country or region");
            case Till.LOCKED -> List.of("Join the fan club and level up to unlock this Gift");
            case Till.TOO_OFTEN_TO_HOST -> List.of("You can send this Gift to this host once a day");
            case Till.PAUSED -> List.of("LIVE is paused. Try again when it resumes.");
            case 40001 -> List.of("Insufficient balance. Recharge to send Gifts.");
            case 90501 -> List.of("You don't have enough of this item");
            case 4004051 -> List.of("This host can't receive Gifts right now");
            case 4004052 -> List.of("This guest can't receive Gifts right now");
            case 40032 -> List.of("You can't send Gifts to this host because of their age");
            case 4025008 -> List.of("Your subscription has expired");
            case 4006063 ->
                List.of(
                        "Unusual transactions detected. Gifting is unavailable for security reasons.",
                        "Gifting is unavailable for security reasons.",
                        "We've noticed unusual activity on your account. You can't send Gifts at this time.");
            case 4006064 ->
                List.of(
                        "You're sending Gifts too frequently. Gifting is unavailable for security reasons. Try again later.",
                        "Too many Gifts sent. Try again later.",
                        "You're doing this too often. Take a break and try again.");
            case 4006052 -> List.of("You've reached your spending limit");
            default -> List.of("Couldn't send Gift. Try again later.");
        };
    }

    private static List<String> french(int code) {
        return switch (code) {
            case Till.UNSIGNED -> List.of("Url doesn't match");
            case Till.LOGGED_OUT -> List.of("Connectez-vous pour continuer");
            case Till.NO_LIVE -> List.of("Le LIVE est terminé");
            case Till.AGE_RESTRICTED, Till.CLOSED_TO_YOU ->
                List.of("Vous devez avoir au moins 18 ans pour utiliser cette fonctionnalité");
            case Till.NOT_IN_COUNTRY -> List.of("Les cadeaux ne sont pas disponibles dans votre pays ou région");
            case Till.LOCKED -> List.of("Rejoignez le fan club et montez de niveau pour débloquer ce cadeau");
            case Till.TOO_OFTEN_TO_HOST -> List.of("Vous pouvez envoyer ce cadeau une fois par jour");
            case Till.PAUSED -> List.of("LIVE en pause. Réessayez à la reprise.");
            case 40001 -> List.of("Solde insuffisant. Rechargez pour envoyer des cadeaux.");
            case 90501 -> List.of("Vous n'avez pas assez de cet objet");
            case 4004051 -> List.of("Cet hôte ne peut pas recevoir de cadeaux pour le moment");
            case 4004052 -> List.of("Cet invité ne peut pas recevoir de cadeaux pour le moment");
            case 40032 -> List.of("Vous ne pouvez pas envoyer de cadeaux à cet hôte en raison de son âge");
            case 4025008 -> List.of("Votre abonnement a expiré");
            case 4006063 ->
                List.of(
                        "Transactions inhabituelles détectées. Les cadeaux sont indisponibles pour des raisons de sécurité.",
                        "Les cadeaux sont indisponibles pour des raisons de sécurité.");
            case 4006064 ->
                List.of(
                        "Vous envoyez des cadeaux trop fréquemment. Réessayez plus tard.",
                        "Vous faites cela trop souvent. Faites une pause et réessayez.");
            case 4006052 -> List.of("Vous avez atteint votre limite de dépenses");
            default -> List.of("Impossible d'envoyer le cadeau. Réessayez plus tard.");
        };
    }
}
