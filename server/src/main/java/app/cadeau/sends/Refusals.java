package app.cadeau.sends;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The documented codes with which the platform refuses a gift (live-facts section 8, seen in the Android app of 2021). */
final class Refusals {

    private static final Map<Integer, String> MEANING = Map.of(
            40001, "The balance is too low for this gift.",
            90501, "There are not enough props for this gift.",
            4004051, "The streamer cannot receive gifts.",
            4004052, "The guest cannot receive gifts.",
            40032, "The streamer's age does not allow gifts.",
            4025008, "The subscription gift has expired.",
            4006063, "The platform refused the gift as unusual and has stopped gifting for security reasons.",
            4006064, "The platform refused the gift as too frequent and has stopped gifting for security reasons.",
            4006052, "The account's spending limit on the platform is reached.");

    private static final Set<Integer> RISK = Set.of(4006063, 4006064);

    private Refusals() {}

    static boolean documented(int statusCode) {
        return MEANING.containsKey(statusCode);
    }

    /** The only honest reaction is to stop the account and call a person. */
    static boolean risk(int statusCode) {
        return RISK.contains(statusCode);
    }

    static Reason reason(int statusCode, @Nullable String prompt) {
        var code = statusCode == 40001 ? Reason.Code.BALANCE_SHORT : Reason.Code.REFUSED_BY_PLATFORM;
        var meaning = MEANING.getOrDefault(statusCode, "The platform refused the gift with a code that is not known.");
        var said = prompt == null || prompt.isBlank() ? "" : " It said: " + prompt;
        return new Reason(code, meaning + " (" + statusCode + ")" + said);
    }
}
