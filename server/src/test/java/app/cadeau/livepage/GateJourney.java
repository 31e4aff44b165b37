package app.cadeau.livepage;

import static org.assertj.core.api.Assertions.assertThat;

import app.cadeau.browser.BrowserSettings;
import app.cadeau.browser.EngineRegister;
import app.cadeau.browser.Lanes;
import app.cadeau.live.StreamerName;
import app.cadeau.money.Coins;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GateJourney {

    private static final Gatekeeper OPEN = ask -> null;

    @AutoClose
    private static final Lanes lanes =
            new Lanes(BrowserSettings.defaults(), new OpenPage.Sessions(), EngineRegister.NONE);

    @AutoClose
    private TinyLive live;

    @BeforeEach
    void goLive() throws IOException {
        live = new TinyLive();
    }

    @Test
    void knowsTheLive() {
        try (var open = OpenPage.of(lanes, live)) {
            var facts = open.page.facts();
            assertThat(facts.roomId()).isEqualTo(TinyLive.ROOM);
            assertThat(facts.hostId()).isEqualTo(TinyLive.HOST);
            assertThat(facts.ownUserId()).isEqualTo("6900000000000000123");
            assertThat(facts.balance()).extracting(BalanceReading::coins).isEqualTo(Coins.of(1_000));
            assertThat(facts.offered())
                    .extracting(o -> o.gift().name() + " " + o.place() + " " + o.position())
                    .containsExactly("Rose BAR 0", "GG BAR 1", "Perfume BAR 2", "Heart Me BAR 3", "Hidden LISTED -1");
        }
    }

    @Test
    void letsThroughWhatIsPermittedAndNothingElse() throws InterruptedException {
        try (var open = OpenPage.of(lanes, live).roseSelected()) {
            var left = new AtomicInteger(2);
            open.page.gate(ask -> left.getAndDecrement() > 0 ? null : "no permit is open");
            open.press(3);

            var asked = open.until(PageNews.Asked.class, 3);
            var answered = open.until(PageNews.Answered.class, 2);
            open.until(PageNews.BurstEnded.class, 1);

            assertThat(asked).extracting(PageNews.Asked::refusal).containsExactly(null, null, "no permit is open");
            assertThat(asked.getFirst().ask().order())
                    .isEqualTo(new GiftAsk.Order(TinyLive.ROOM, 5655, TinyLive.HOST, 1));
            assertThat(live.sent).hasSize(2);
            assertThat(open.all(PageNews.Pressed.class)).hasSize(3);
            assertThat(answered.getFirst().statusCode()).isZero();
            assertThat(answered)
                    .extracting(PageNews.Answered::coinsLeft)
                    .as("answers come out of order")
                    .containsExactlyInAnyOrder(Coins.of(999), Coins.of(998));
            assertThat(answered.getFirst().groupId()).isEqualTo("9007199254740993");
            assertThat(answered.getFirst().msgId()).isEqualTo("18446744073709551615");
        }
    }

    @Test
    void staysShutUntilSomebodyDecides() throws InterruptedException {
        try (var open = OpenPage.of(lanes, live).roseSelected().press(2)) {
            assertThat(open.until(PageNews.Asked.class, 2)).allMatch(asked -> asked.refusal() != null);
            assertThat(live.sent).isEmpty();
        }
    }

    /** A pop-up is closed at once, so it has to be quick: it asks before it has gone anywhere. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a worker            | new Worker('/w.js')
            a shared worker     | new SharedWorker('/w.js')
            a pop-up            | setInterval(() => open('').fetch(url, {method: 'POST', body}), 200)
            a frame             | document.body.append(Object.assign(document.createElement('iframe'), {src: '/sender'}))
            a beacon            | navigator.sendBeacon(url, body)
            a broken body       | fetch(url, {method: 'POST', body: 'room_id=1&gift_id=5655&count=1&count=2'})
            a body of bytes     | fetch(url, {method: 'POST', body: new Uint8Array([8, 255, 1])})
            no count            | fetch(url, {method: 'POST', body: new URLSearchParams({room_id: '1', gift_id: '5655'})})
            two slashes         | fetch('/webcast//gift/send/', {method: 'POST', body})
            an escape           | fetch('/webcast/gift/sen%64/', {method: 'POST', body})
            another version     | fetch('/webcast/gift/send/v2/', {method: 'POST', body})
            a count in a group  | { body.append('group_count', '10'); fetch(url, {method: 'POST', body}) }
            a huge count        | fetch(url, {method: 'POST', body: new URLSearchParams({room_id: '1', gift_id: '5655', count: '4294967297'})})
            """)
    void failsWhatThePageItselfDoesNotSendInTheOpen(String sender, String how) throws InterruptedException {
        String code = "const url = location.origin + '/webcast/gift/send/?a', body = new URLSearchParams({room_id: '"
                + TinyLive.ROOM + "', gift_id: '5655', count: '1'});";
        live.extra.put("/w.js", code + "fetch(url, {method: 'POST', body})");
        live.extra.put("/sender", "<script>" + code + "fetch(url, {method: 'POST', body})</script>");
        live.extra.put("/trap.js", "{" + code + "send = () => {" + how + "; return Promise.resolve()}}");
        try (var open = OpenPage.of(lanes, live).roseSelected()) {
            open.page.gate(OPEN);
            open.press(1);
            var asked = open.until(PageNews.Asked.class, 1);
            assertThat(asked).as(sender).allMatch(news -> news.ask().odd() != null && news.refusal() != null);
            assertThat(live.sent).as(sender).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            form  | fetch(url, {method: 'POST', body: new URLSearchParams({room_id: 'r1', gift_id: '5655', to_user_id: 'u', count: '7'})})
            json  | fetch(url, {method: 'POST', headers: {'content-type': 'application/json'}, body: '{"room_id":"r1","gift_id":5655,"to_user_id":"u","count":7}'})
            parts | { const f = new FormData(); f.append('room_id', 'r1'); f.append('gift_id', '5655'); f.append('to_user_id', 'u'); f.append('count', '7'); fetch(url, {method: 'POST', body: f}) }
            query | fetch(url + '&room_id=r1&gift_id=5655&to_user_id=u&count=7', {method: 'POST'})
            get   | fetch(url + '&room_id=r1&gift_id=5655&to_user_id=u&count=7')
            """)
    void readsTheOrderHoweverItIsWritten(String kind, String how) throws InterruptedException {
        live.extra.put(
                "/trap.js", "const url = '/webcast/gift/send?a'; send = () => {" + how + "; return Promise.resolve()}");
        try (var open = OpenPage.of(lanes, live).roseSelected().press(1)) {
            assertThat(open.until(PageNews.Asked.class, 1).getFirst().ask().order())
                    .as(kind)
                    .isEqualTo(new GiftAsk.Order("r1", 5655, "u", 7));
        }
    }

    @Test
    void failsARedirectOfAGiftThatHadPassed() throws InterruptedException {
        live.redirectSendTo = "/webcast/gift/send/?again";
        try (var open = OpenPage.of(lanes, live).roseSelected()) {
            open.page.gate(OPEN);
            open.press(1);
            var asked = open.until(PageNews.Asked.class, 2);
            assertThat(asked.getFirst().refusal()).isNull();
            assertThat(asked.getLast().ask().odd()).contains("redirect");
            assertThat(open.until(PageNews.AnswerLost.class, 1).getFirst().key())
                    .isEqualTo(asked.getFirst().ask().key());
            assertThat(live.sent).hasSize(1);
        }
    }

    @Test
    void failsTheFarewellOfAPage() {
        live.extra.put("/trap.js", """
                const body = new URLSearchParams({room_id: '1', gift_id: '5655', count: '1'});
                addEventListener('pagehide', () => {
                  navigator.sendBeacon('/webcast/gift/send/?beacon', body);
                  fetch('/webcast/gift/send/?alive', {method: 'POST', keepalive: true, body});
                });""");
        try (var open = OpenPage.of(lanes, live).roseSelected()) {
            open.page.gate(OPEN);
        }
        live.extra.remove("/trap.js");
        try (var open = OpenPage.of(lanes, live).roseSelected()) {
            assertThat(live.sent)
                    .as("after another page of the lane was opened")
                    .isEmpty();
        }
    }

    @Test
    void readsTheWalletFromAPageThatCanSendNothing() throws InterruptedException {
        live.extra.put(
                "/trap.js",
                "fetch('/webcast/gift/send/?onload', {method: 'POST', body: 'room_id=1&gift_id=1&count=1'})");
        try (var open = OpenPage.of(lanes, live)) {
            live.coins.set(321);
            open.page.gate(OPEN);
            var reading = open.page.readWallet(OpenPage.in(5));
            assertThat(reading).isNotNull();
            assertThat(reading.coins()).isEqualTo(Coins.of(321));
            assertThat(live.sent).isEmpty();
        }
    }

    @Test
    void keepsTheAccountsApart() {
        var sessions = new OpenPage.Sessions();
        try (var apart = new Lanes(BrowserSettings.defaults(), sessions, EngineRegister.NONE)) {
            OpenPage.of(apart, live, OpenPage.account("one")).close();
            OpenPage.of(apart, live, OpenPage.account("two")).close();
            assertThat(live.cookies).containsExactly("null", "null");
        }
        assertThat(sessions.states)
                .hasSize(2)
                .allSatisfy((account, state) -> assertThat(state).contains("seen"));
        try (var again = new Lanes(BrowserSettings.defaults(), sessions, EngineRegister.NONE)) {
            OpenPage.of(again, live, OpenPage.account("one")).close();
            assertThat(live.cookies.getLast()).isEqualTo("seen=yes");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            shows no coins           | badge.remove()
            shows old coins          | shown = () => 0
            shows coins in thousands | shown = () => { badge.firstChild.textContent = '1K' }
            """)
    void beginsNoSendWithABalanceFromBeforeTheLastOne(String how, String trap) throws InterruptedException {
        live.extra.put("/trap.js", trap);
        var pages = new ChromiumLivePages(lanes, LivePageSettings.of(live.url()), List::of, InstantSource.system());
        for (int send = 1; send <= 2; send++) {
            try (var open = sendsOne(pages)) {
                assertThat(open.page.facts().balance())
                        .as(how)
                        .extracting(BalanceReading::coins)
                        .isEqualTo(Coins.of(1_001 - send));
            }
        }
        assertThat(live.cookies).hasSize(2);
        pages.close();
    }

    private OpenPage sendsOne(ChromiumLivePages pages) throws InterruptedException {
        var opening = pages.open(OpenPage.MAIN, new StreamerName("@demo"), OpenPage.in(10));
        assertThat(opening).isInstanceOf(Opening.Opened.class);
        var open = OpenPage.around(((Opening.Opened) opening).page()).roseSelected();
        open.page.gate(OPEN);
        open.page.allowPresses();
        open.press(1);
        open.until(PageNews.Answered.class, 1);
        return open;
    }

    @Test
    void tellsALogOutOfItsSessionAtOnce() {
        live.session = false;
        var opening = OpenPage.open(lanes, live.url(), OpenPage.MAIN, "@demo");
        assertThat(opening)
                .isInstanceOfSatisfying(
                        Opening.NotOpened.class,
                        not -> assertThat(not.trouble()).isEqualTo(Trouble.LOGGED_OUT));
    }

    @Test
    void returnsToTheSameLiveWithoutLoadingItAgain() throws InterruptedException {
        live.extra.put("/webcast/im/fetch/", "\u0012\0"); // a cursor of no length, and no message
        live.extra.put("/trap.js", "fetch('/webcast/im/fetch/'); setInterval(() => fetch('/webcast/im/fetch/'), 500);");
        var pages = new ChromiumLivePages(lanes, LivePageSettings.of(live.url()), List::of, InstantSource.system());
        for (int send = 1; send <= 3; send++) {
            try (var open = sendsOne(pages)) {
                assertThat(live.sent).hasSize(send);
            }
        }
        assertThat(live.cookies).hasSize(1);
        pages.close();
    }
}
