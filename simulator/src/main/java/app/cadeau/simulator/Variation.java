package app.cadeau.simulator;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What nobody has seen for certain, by its stable name: the simulator plays it one way, and the other way when its variation
 * is on. Unlike a fault it is no mistake of anybody's: the platform may always have been like this.
 */
public enum Variation {
    /** gift/send is answered in protobuf, with the numbers of SendGiftResult; a refusal stays JSON. */
    SEND_IN_PROTOBUF,
    /** Answers carry 64-bit ids as texts. */
    IDS_AS_TEXT,
    /** Answers and echoes carry no order id. */
    ORDER_ID_ABSENT,
    /** Answers carry a match_info, of a multiplier that is none. */
    MATCH_INFO_TOLD,
    /** Every answer counts down to the next calm-down, without a popup. */
    CALM_DOWN_COUNTED,
    /** Several gifts in one request are one group of so many: group_count above 1, repeat_count counts groups. */
    COUNT_IN_GROUPS,
    /** A paused LIVE takes no gifts. */
    PAUSE_REFUSES,
    /** Answers do not tell the coins that are left. */
    COINS_LEFT_UNTOLD,
    /** Echoes do not tell their coins (fan_ticket_count). */
    ECHO_COINS_UNTOLD,
    /** Users in the stream carry their id as text only (1028). */
    USER_ID_AS_TEXT,
    /** Who comes is told the last gifts again, as history. */
    HISTORY_WITH_GIFTS,
    /** Nothing tells the page who is logged in: no account info, no user in its state. */
    ACCOUNT_UNTOLD,

    /** Clicks that no person made ({@code isTrusted} false) do nothing. */
    TRUSTED_CLICKS,
    /** Two clicks on a tile send it. */
    DOUBLE_CLICK_SENDS,
    /** A selected tile keeps its name. */
    NAME_STAYS,
    /** The tile that can send has a chooser 1, 10, 99, 365, 999; what was chosen last is remembered. */
    QUANTITY_CHOOSER,
    /** A price from 10,000 on is told short: 29.9K. */
    SHORT_PRICES,
    /** A press on Send deselects the tile. */
    SEND_DESELECTS,
    /** After the first gift of a combo a button "Combo x1" with a countdown stands where Send was. */
    COMBO_BUTTON;

    /** As it is called in the admin address, in {@code --vary}, {@code ?vary=} and the docs: {@code ids-as-text}. */
    public String kebab() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Variation> named(String kebab) {
        return Arrays.stream(values())
                .filter(variation -> variation.kebab().equals(kebab))
                .findFirst();
    }
}
