package app.cadeau.api;

import java.util.List;
import java.util.Locale;

/** What a person must have read before a real platform is let in, in English and French. */
final class Risks {

    record Risk(String code, String text) {}

    private static final List<Risk> ENGLISH = List.of(
            new Risk("ADULTS_ONLY", "Gifts are for people of 18 and over. You are one."),
            new Risk("NO_REFUNDS", "A gift is real money. It cannot be refunded, and a click cannot be undone."),
            new Risk(
                    "ACCOUNT_RISK",
                    "Automation may break the platform's rules. It may cost you the account and its coins."),
            new Risk("UNKNOWN_OUTCOMES", "What cannot be proved is shown as unknown and held; you settle it by hand."),
            new Risk("OWN_ACCOUNTS", "Only accounts of your own, or whose owner does this here themselves."));
    private static final List<Risk> FRENCH = List.of(
            new Risk("ADULTS_ONLY", "Les cadeaux sont réservés aux personnes de 18 ans et plus. Vous en êtes une."),
            new Risk(
                    "NO_REFUNDS",
                    "Un cadeau est de l'argent réel. Il n'est pas remboursable et un clic ne s'annule pas."),
            new Risk(
                    "ACCOUNT_RISK",
                    "L'automatisation peut enfreindre les règles de la plateforme. Elle peut vous coûter le compte et ses pièces."),
            new Risk(
                    "UNKNOWN_OUTCOMES",
                    "Ce qui ne peut être prouvé est montré comme inconnu et retenu ; vous le réglez à la main."),
            new Risk("OWN_ACCOUNTS", "Seulement vos propres comptes, ou ceux dont le titulaire le fait lui-même ici."));
    private static final List<String> REFUSES_ENGLISH = List.of(
            "No captcha is solved; a challenge stops the account and calls a person.",
            "No disguise: no false fingerprint or user agent, no proxies.",
            "No moving on to another account after a restriction.",
            "No random delays to look like a person; 12 clicks a second at most.");
    private static final List<String> REFUSES_FRENCH = List.of(
            "Aucun captcha n'est résolu ; une vérification arrête le compte et appelle une personne.",
            "Aucun déguisement : ni fausse empreinte, ni faux navigateur, ni proxy.",
            "Aucun passage à un autre compte après une restriction.",
            "Aucun délai aléatoire pour imiter une personne ; 12 clics par seconde au plus.");

    private Risks() {}

    private static boolean french(Locale locale) {
        return Locale.FRENCH.getLanguage().equals(locale.getLanguage());
    }

    static List<Risk> in(Locale locale) {
        return french(locale) ? FRENCH : ENGLISH;
    }

    static List<String> refuses(Locale locale) {
        return french(locale) ? REFUSES_FRENCH : REFUSES_ENGLISH;
    }
}
