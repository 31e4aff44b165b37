package app.cadeau.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConnectionTest {

    private static final Duration WITHIN = Duration.ofSeconds(10);

    private final BlockingQueue<String> ended = new LinkedBlockingQueue<>();
    private final PipedOutputStream browser = new PipedOutputStream();
    private final Turns turns = new Turns("test");
    private Connection connection;

    @BeforeEach
    void connect() throws IOException {
        var pipe = new DevToolsPipe(new PipedInputStream(browser, 100_000), OutputStream.nullOutputStream());
        connection = new Connection(pipe, turns.replies(), turns::wake);
        connection.listen("test", ended::add);
    }

    @AfterEach
    void end() throws IOException {
        browser.close();
    }

    @Test
    void givesEachReplyToWhoAskedForIt() throws Exception {
        var first = connection.browser().ask("A.one");
        var second = connection.browser().ask("A.two");
        says("{'id':2,'result':{'of':'two'}}");
        says("{'id':1,'result':{'of':'one'}}");
        assertThat(await(first).get("of").getAsString()).isEqualTo("one");
        assertThat(await(second).get("of").getAsString()).isEqualTo("two");
    }

    @Test
    void aRefusalSaysWhatWasAskedAndWhy() throws Exception {
        var asked = connection.browser().ask("Target.createTarget");
        says("{'id':1,'error':{'code':-32000,'message':'no such context'}}");
        assertThatThrownBy(() -> await(asked))
                .hasCauseInstanceOf(Refused.class)
                .hasMessageContaining("Target.createTarget: no such context");
    }

    @Test
    void anEventGoesToItsOwnSessionInOrder() throws Exception {
        var one = attach("one", 1);
        var two = attach("two", 2);
        var heard = new ArrayList<String>();
        one.on("Page.told", event -> heard.add("one " + event.get("n")));
        two.on("Page.told", event -> heard.add("two " + event.get("n")));
        says("{'method':'Page.told','params':{'n':1},'sessionId':'two'}");
        says("{'method':'Page.told','params':{'n':2},'sessionId':'one'}");
        says("{'method':'Page.told','params':{'n':3},'sessionId':'nobody'}");
        var last = connection.browser().ask("A.last");
        says("{'id':3,'result':{}}");
        await(last);
        assertThat(heard).isEqualTo(List.of("two 1", "one 2"));
    }

    @Test
    void aHandlerThatThrowsStopsNoOther() throws Exception {
        var page = attach("one", 1);
        var heard = new CompletableFuture<JsonObject>();
        page.on("Page.told", event -> {
            throw new IllegalStateException("broken");
        });
        page.on("Page.told", heard::complete);
        says("{'method':'Page.told','params':{'n':1},'sessionId':'one'}");
        assertThat(await(heard).get("n").getAsInt()).isOne();
    }

    @Test
    void whatAClosedPageOwesIsRefusedAndAllThatIsAskedOfItLater() throws Exception {
        var page = attach("one", 1);
        var owed = page.ask("Runtime.evaluate");
        says("{'method':'Target.detachedFromTarget','params':{'sessionId':'one'}}");
        assertThatThrownBy(() -> await(owed)).hasMessageContaining("its page is gone");
        assertThatThrownBy(() -> await(page.ask("Page.enable"))).hasMessageContaining("its page is gone");
    }

    @Test
    void whatACrashedPageOwesIsRefused() throws Exception {
        var page = attach("one", 1);
        var owed = page.ask("Runtime.evaluate");
        var other = connection.browser().ask("A.other");
        says("{'method':'Inspector.targetCrashed','params':{},'sessionId':'one'}");
        assertThatThrownBy(() -> await(owed)).hasMessageContaining("its renderer crashed");
        assertThat(other).isNotDone();
        assertThat(turns.replies().owedFor(System.nanoTime())).isPositive();
    }

    @Test
    void aBrowserThatIsGoneIsTold() throws Exception {
        browser.close();
        assertThat(ended.poll(WITHIN.toSeconds(), TimeUnit.SECONDS)).contains("the browser is gone");
    }

    @Test
    void aLostBrowserOwesNothing() {
        var owed = connection.browser().ask("A.one");
        turns.replies().lose("the browser is gone");
        assertThatThrownBy(() -> await(owed)).hasCauseInstanceOf(LaneDown.class);
        assertThatThrownBy(() -> await(connection.browser().ask("A.two"))).hasCauseInstanceOf(LaneDown.class);
    }

    private DevTools attach(String session, int id) throws Exception {
        var attached = connection.attach("page-of-" + session, new Subject());
        says("{'id':" + id + ",'result':{'sessionId':'" + session + "'}}");
        return await(attached);
    }

    private <T> T await(CompletableFuture<T> reply) throws Exception {
        return turns.await(connection, reply, WITHIN);
    }

    private void says(String message) throws IOException {
        browser.write((message.replace('\'', '"') + "\0").getBytes(StandardCharsets.UTF_8));
        browser.flush();
    }
}
