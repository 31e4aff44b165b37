package app.cadeau.simulator;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What can go wrong, by its stable name. The amount that a rule may carry is told in brackets. The page's own faults count presses
 * (PAGE), selections, touches or loads of one browser context; ANSWER faults count gift/send requests, ECHO faults echo frames of our accounts, the rest what
 * their line says.
 */
public enum Fault {
    /** The page swallows the press: no request. */
    PRESS_IGNORED(Place.PAGE, 0, 0),
    /** The page asks for {@code [amount]} gifts at once and shows ×amount on the tile from the moment the fault is set. */
    PRESET_SHOWN(Place.PAGE, 10, 0),
    /** The same, shown nowhere. */
    PRESET_HIDDEN(Place.PAGE, 10, 0),
    /** One press, two requests. */
    PAGE_SENDS_TWICE(Place.PAGE, 0, 0),
    /** The page repeats a request that got no answer within {@code [amount ms]}, or an error. */
    PAGE_RETRIES(Place.PAGE, 1500, 0),
    /** The press also leaves a beacon that asks for one more gift when the page closes. */
    BEACON_AT_CLOSE(Place.PAGE, 0, 0),
    /** The press also asks for one more gift from a worker. */
    WORKER_SENDS(Place.PAGE, 0, 0),
    /** The press also asks for one more gift from a shared worker. */
    SHARED_WORKER_SENDS(Place.PAGE, 0, 0),
    /** The press also asks for one more gift from a window that it opens. */
    POPUP_SENDS(Place.PAGE, 0, 0),
    /** The request names the gift after the selected one. */
    WRONG_GIFT(Place.PAGE, 0, 0),
    /** The request names another room. */
    WRONG_ROOM(Place.PAGE, 0, 0),
    /** The request names a guest on stage, or a stranger. */
    WRONG_RECIPIENT(Place.PAGE, 0, 0),
    /** After the press nothing of the page runs for {@code [amount ms]}; 0 for ever. */
    PAGE_HANGS(Place.PAGE, 3000, 0),
    /** After the press the page is empty. */
    PAGE_BLANK(Place.PAGE, 0, 0),
    /** After the press the page loads itself again. */
    PAGE_RELOADS_ITSELF(Place.PAGE, 0, 0),
    /** After the press all tiles are made anew, none selected. */
    TILES_REMOUNTED(Place.PAGE, 0, 0),
    /** After the press the tiles change places. */
    TILES_RESORTED(Place.PAGE, 0, 0),
    /** After the press something lies over Send for {@code [amount ms]}; 0 for ever. */
    SEND_COVERED(Place.PAGE, 0, 0),
    /** After the press Send is disabled for {@code [amount ms]}. */
    SEND_DISABLED(Place.PAGE, 1000, 0),
    /** After the press the page wants to know whether you are human. */
    CHALLENGE(Place.PAGE, 0, 0),
    /** The press first asks whether you are 18; only Yes sends. */
    ADULT_ASKED(Place.PAGE, 0, 0),

    /** {@code [amount ms]} after the selection a dear gift takes the tile's place, and all from there on move by one. */
    TILES_SHIFT(Place.SELECTION, 300, 0),
    /** {@code [amount ms]} after the selection all tiles are made anew, none selected. */
    SELECTION_LOST(Place.SELECTION, 300, 0),
    /** Send appears {@code [amount ms]} after the selection. */
    SEND_LATE(Place.SELECTION, 600, 0),
    /** From the selection on a banner lies over the gifts for {@code [amount ms]}; 0 for ever. */
    BAR_COVERED(Place.SELECTION, 3000, 0),
    /** The selection puts the keyboard's focus into the chat. */
    FOCUS_IN_CHAT(Place.SELECTION, 0, 0),
    /** The tile under the finger is made anew between its going down and the click: the click meets nothing. */
    REMOUNT_UNDER_FINGER(Place.TOUCH, 0, 0),
    /** A question about the viewer's age stands before the LIVE; there are no gifts until it is answered. */
    AGE_GATE(Place.LOAD, 0, 0),
    /** Gifts come {@code [amount ms]} after the page; 0 never. */
    BAR_LATE(Place.LOAD, 3000, 0),
    /** Copies of tiles that nobody sees stand in the page, and stand for other gifts than they show. */
    HIDDEN_COPIES(Place.LOAD, 0, 0),
    /** Tiles change places every {@code [amount ms]}, in the open panel too. */
    TILES_WANDER(Place.LOAD, 2000, 0),

    /** HTTP 429, nothing taken. */
    HTTP_429(Place.ANSWER, 0, 0),
    /** 307 to the same path with another query; the second one is taken. */
    REDIRECT(Place.ANSWER, 0, 0),
    /** HTTP 500, nothing taken. */
    ANSWER_500_BEFORE(Place.ANSWER, 0, 0),
    /** HTTP 500, the gift was taken. */
    ANSWER_500_AFTER(Place.ANSWER, 0, 0),
    /** Status 0, but nothing landed and the coins are as before. */
    ANSWERED_NOT_SPENT(Place.ANSWER, 0, 0),
    /** Taken; the answer never comes. */
    SPENT_NO_ANSWER_HANG(Place.ANSWER, 0, 0),
    /** Taken; the connection ends so that Chromium does not repeat the request. */
    SPENT_NO_ANSWER_CLOSE(Place.ANSWER, 0, 0),
    /** Taken; the reused connection is dropped without an answer, so that Chromium itself repeats the request. */
    DROP_AFTER_TAKEN(Place.ANSWER, 0, 0),
    /** Taken; answered {@code [amount ms]} later. */
    ANSWER_LATE(Place.ANSWER, 2000, 0),
    /** Taken; the body is cut in the middle. */
    ANSWER_CUT(Place.ANSWER, 0, 0),
    /** Taken; the answer comes bit by bit, within {@code [amount ms]}. */
    ANSWER_TRICKLES(Place.ANSWER, 2000, 0),
    /** Taken; HTTP 200 and a web page instead of JSON. */
    ANSWER_IS_A_PAGE(Place.ANSWER, 0, 0),
    /** Taken; HTTP 204 and no body. */
    ANSWER_EMPTY(Place.ANSWER, 0, 0),
    /** Taken; the answer is whole, but says that it is plain text. */
    ANSWER_TYPE_WRONG(Place.ANSWER, 0, 0),
    /** Taken; the answer comes in chunks of unsaid length. */
    ANSWER_CHUNKED(Place.ANSWER, 0, 0),
    /** Taken; the answer comes in gzip. */
    ANSWER_GZIPPED(Place.ANSWER, 0, 0),
    /** Taken; the status-0 answer says calm down. */
    CALM_DOWN(Place.ANSWER, 0, 0),
    REFUSED_40001(Place.ANSWER, 0, 40001),
    REFUSED_90501(Place.ANSWER, 0, 90501),
    REFUSED_4004051(Place.ANSWER, 0, 4004051),
    REFUSED_4004052(Place.ANSWER, 0, 4004052),
    REFUSED_40032(Place.ANSWER, 0, 40032),
    REFUSED_4025008(Place.ANSWER, 0, 4025008),
    REFUSED_4006063(Place.ANSWER, 0, 4006063),
    REFUSED_4006064(Place.ANSWER, 0, 4006064),
    REFUSED_4006052(Place.ANSWER, 0, 4006052),
    /** The session ends with this request: answered 20003, and its cookie means nobody from now on. */
    LOGGED_OUT(Place.ANSWER, 0, 0),
    /** After this request: coins come from outside, or go when negative {@code [amount]}. */
    COINS_MOVED(Place.ANSWER, -100, 0),
    /** From this request on the gift of the request costs {@code [amount]} on tile and till; the list is not changed. */
    PRICE_MOVED(Place.ANSWER, 2, 0),
    /** After this request every socket of the LIVE is closed; the page comes back a second later and has missed what was. */
    SOCKET_DROPPED(Place.ANSWER, 0, 0),
    /** After this request every socket of the LIVE is told to close; the page comes back a second later. */
    SOCKET_TOLD_TO_CLOSE(Place.ANSWER, 0, 0),
    /** The same, and the page is to poll from now on (disable_web_direct). */
    SOCKET_GIVEN_UP(Place.ANSWER, 0, 0),
    /** After this request the stream brings nothing for {@code [amount ms]}, not even heartbeats; 0 for ever. Nothing closes. */
    SOCKET_SILENT(Place.ANSWER, 0, 0),
    /** After this request the gift of the request is offered no more, and the stream says so. */
    GIFT_WITHDRAWN(Place.ANSWER, 0, 0),
    /** After this request the platform says that gifting is blocked for {@code [amount]} days. */
    GIFT_PROMPT(Place.ANSWER, 7, 0),
    /** After this request the platform wants a captcha solved within {@code [amount s]}. */
    ACCESS_CONTROL(Place.ANSWER, 60, 0),
    /** After this request TikTok ends the LIVE (control action 4). */
    LIVE_SUSPENDED(Place.ANSWER, 0, 0),
    /** After this request the LIVE ends. */
    LIVE_ENDS(Place.ANSWER, 0, 0),
    /** After this request the LIVE pauses; it resumes {@code [amount ms]} later, 0 never. */
    LIVE_PAUSES(Place.ANSWER, 0, 0),

    /** The echo comes {@code [amount ms]} later. */
    ECHO_LATE(Place.ECHO, 3000, 0),
    ECHO_LOST(Place.ECHO, 0, 0),
    ECHO_TWICE(Place.ECHO, 0, 0),
    /** The echo comes after the one that follows it. */
    ECHO_SWAPPED(Place.ECHO, 0, 0),
    /** The echo tells neither group nor order, as older clients' do. */
    ECHO_BARE(Place.ECHO, 0, 0),
    /** The echo that closes a streak is lost; counts streaks. */
    ECHO_END_LOST(Place.ECHO, 0, 0),

    /** The wallet call tells what it was {@code [amount ms]} ago; counts wallet calls. */
    BALANCE_STALE(Place.OTHER, 10_000, 0),
    /** The gift list forbids sending (risk_ctl); counts list calls. */
    RISK_CONTROL(Place.OTHER, 0, 0),
    /** HTTP 403 for the gift list, and the page shows the gifts of its last visit; counts list calls. */
    GIFT_LIST_REFUSED(Place.OTHER, 0, 0),
    /** The page's own calls wait {@code [amount ms]}; counts page loads. */
    SLOW_LOAD(Place.OTHER, 2000, 0),
    /** HTTP 429 for the gift list; counts list calls, as the next three. */
    LIST_HTTP_429(Place.OTHER, 0, 0),
    LIST_HTTP_500(Place.OTHER, 0, 0),
    /** HTTP 200 and a web page instead of JSON. */
    LIST_IS_A_PAGE(Place.OTHER, 0, 0),
    /** The gift list comes {@code [amount ms]} later. */
    LIST_LATE(Place.OTHER, 5000, 0),
    /** HTTP 429 for the wallet; counts wallet calls, as the next three. */
    WALLET_HTTP_429(Place.OTHER, 0, 0),
    WALLET_HTTP_500(Place.OTHER, 0, 0),
    WALLET_IS_A_PAGE(Place.OTHER, 0, 0),
    WALLET_LATE(Place.OTHER, 5000, 0),
    /** HTTP 429 for the page itself; counts page loads, as the next three. */
    LOAD_HTTP_429(Place.OTHER, 0, 0),
    LOAD_HTTP_500(Place.OTHER, 0, 0),
    /** The connection is reset instead of the page. */
    LOAD_RESET(Place.OTHER, 0, 0),
    /** The page itself comes {@code [amount ms]} later. */
    LOAD_LATE(Place.OTHER, 5000, 0),
    /** The page of all LIVEs asks for a challenge and calls nothing; counts its loads. */
    HOME_CHALLENGE(Place.OTHER, 0, 0),
    /** HTTP 500 for im/fetch; counts polls. */
    POLL_HTTP_500(Place.OTHER, 0, 0),
    /** The first frame of the socket brings the last {@code [amount]} messages again; counts sockets. */
    SOCKET_REPEATS(Place.OTHER, 20, 0),
    /** HTTP 200 instead of 101 for the socket; counts sockets. */
    SOCKET_BLOCKED(Place.OTHER, 0, 0);

    /** Where the fault strikes, and so what its rules count. */
    public enum Place {
        /** Played by the page, counted in presses. */
        PAGE,
        /** Played by the page, counted in tiles that were selected. */
        SELECTION,
        /** Played by the page, counted in fingers that went down on a tile. */
        TOUCH,
        /** Played by the page, counted in its loads. */
        LOAD,
        ANSWER,
        ECHO,
        OTHER;

        boolean ofPage() {
            return this == PAGE || this == SELECTION || this == TOUCH || this == LOAD;
        }
    }

    private final Place place;
    private final long usualAmount;
    private final int refusalCode;

    Fault(Place place, long usualAmount, int refusalCode) {
        this.place = place;
        this.usualAmount = usualAmount;
        this.refusalCode = refusalCode;
    }

    public Place place() {
        return place;
    }

    long usualAmount() {
        return usualAmount;
    }

    /** The platform's status code of a refusal, 0 for every other fault. */
    int refusalCode() {
        return refusalCode;
    }

    /** As it is called in the admin address and the docs: {@code press-ignored}. */
    public String kebab() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Fault> named(String kebab) {
        return Arrays.stream(values())
                .filter(fault -> fault.kebab().equals(kebab))
                .findFirst();
    }
}
