package app.cadeau.livepage;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the doctor looks for, and what it means when it is not well. The keys are those of 15-probe.js. */
enum ProbeTarget {
    BAR("bar", "gift bar", Need.THERE, "no price beside a picture or name of a gift: a word for coins may be new"),
    TILES("tiles", "tiles", Need.THERE, "no tile shows a gift of this LIVE's own list at its price"),
    MORE("more", "More", Need.HELPS, "gifts behind it cannot be given: its word may be new"),
    ARROWS("arrows", "arrows", Need.EITHER, "pages of tiles, if this design has them, are not turned"),
    PANEL("panel", "panel", Need.HELPS, "only gifts of the bar can be given"),
    GIFT("gift", "the gift's tile", Need.THERE, "no gift could be selected"),
    PRICE("price", "price", Need.THERE, "without a price to compare nothing is pressed"),
    SEND("send", "Send", Need.THERE, "there is nothing to press: its word may be new"),
    BALANCE("balance", "balance", Need.HELPS, "coins are read from the wallet call alone"),
    CHAT("chat", "chat", Need.NOTE, "no design names it; its words are no tiles all the same"),
    DIALOG("dialog", "dialogs", Need.ABSENT, "a dialog is open: nothing is pressed beside it"),
    CHALLENGE("challenge", "challenge", Need.ABSENT, "a person must answer it; the account is shut until then"),
    LOG_IN("logIn", "log-in", Need.ABSENT, "the session has run out: cadeau accounts import"),
    OFF_AIR("offAir", "off-air notice", Need.ABSENT, "there is no LIVE to give to"),
    DESIGNS("designs", "designs", Need.THERE, "a selector in your own file cannot be read"),
    WORDS("words", "unknown words", Need.NOTE, "they may be what this page calls coins, or Send");

    private enum Need {
        /** A send cannot run without it. */
        THERE,
        /** A send cannot run with it. */
        ABSENT,
        HELPS,
        /** Well with and without it. */
        EITHER,
        NOTE
    }

    private final String key;
    private final String label;
    private final Need need;
    private final String means;

    ProbeTarget(String key, String label, Need need, String means) {
        this.key = key;
        this.label = label;
        this.need = need;
        this.means = means;
    }

    /** The rows of what the page's script told; empty when it told nothing. */
    static List<ProbeRow> rows(@Nullable JsonNode told) {
        List<ProbeRow> rows = new ArrayList<>();
        if (told != null && told.isArray()) {
            for (ProbeTarget target : values()) {
                told.valueStream()
                        .filter(row -> target.key.equals(Json.text(row, "target")))
                        .forEach(row -> rows.add(target.row(row)));
            }
        }
        return rows;
    }

    private ProbeRow row(JsonNode told) {
        boolean found = told.path("found").asBoolean(false);
        boolean ok = need == Need.EITHER || (need == Need.ABSENT) != found;
        String how = Json.text(told, "how");
        String seen = how != null ? how : this == WORDS ? "none" : found ? "there" : "not there";
        boolean needed = need == Need.THERE || need == Need.ABSENT;
        return new ProbeRow(label, ok, needed, seen, others(told.path("others")), ok ? null : means);
    }

    private static List<ProbeRow.Other> others(JsonNode told) {
        return told.valueStream()
                .map(other -> new ProbeRow.Other(
                        String.valueOf(Json.text(other, "design")),
                        String.valueOf(Json.text(other, "by")),
                        other.path("count").asInt(0)))
                .toList();
    }
}
