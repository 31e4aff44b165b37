package app.cadeau.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page itself, its list, its wallet and its answers, broken below the platform's own words. */
class BrokenCallsTest {

    private static final long ROSE = 5655;
    private static final String WALLET = "/webcast/wallet_api/fs/diamond_buy/permission_v2?aid=1988";

    @AutoClose
    private final Simulator simulator = Simulator.start(Settings.defaults().withCrowd(0));

    private final Caller main = new Caller(simulator, "sim-main");

    @ParameterizedTest
    @CsvSource({
        "LIST_HTTP_429, list, 429, application/json",
        "LIST_HTTP_500, list, 500, application/json",
        "LIST_IS_A_PAGE, list, 200, text/html",
        "WALLET_HTTP_429, wallet, 429, application/json",
        "WALLET_HTTP_500, wallet, 500, application/json",
        "WALLET_IS_A_PAGE, wallet, 200, text/html",
        "LOAD_HTTP_429, page, 429, text/html",
        "LOAD_HTTP_500, page, 500, text/html",
        "POLL_HTTP_500, poll, 500, application/json",
    })
    void strikesTheKthCallOfItsKindOnly(Fault fault, String what, int status, String type) throws Exception {
        simulator.faults().at(fault, 2);

        assertThat(main.get(path(what)).statusCode()).isEqualTo(200);
        HttpResponse<String> struck = main.get(path(what));
        assertThat(struck.statusCode()).isEqualTo(status);
        assertThat(struck.headers().firstValue("content-type").orElse("")).startsWith(type);
        assertThat(main.get(path(what)).statusCode()).isEqualTo(200);
    }

    private String path(String what) {
        long room = simulator.live("demo").roomId();
        return switch (what) {
            case "list" -> Caller.LIST + room;
            case "wallet" -> WALLET;
            case "poll" -> "/webcast/im/fetch/?room_id=" + room;
            default -> "/@demo/live";
        };
    }

    @Test
    void aPageMayBeResetInsteadOfLoaded() throws Exception {
        simulator.faults().at(Fault.LOAD_RESET, 1);

        // A GET would be asked for again by the client itself.
        assertThatThrownBy(() -> main.post("/@demo/live", "")).isInstanceOf(IOException.class);
        assertThat(main.get("/@demo/live").statusCode()).isEqualTo(200);
    }

    /** All of these take the gift; the body is what the page gets to see. */
    @ParameterizedTest
    @CsvSource({
        "ANSWER_TRICKLES, 200, application/json, true",
        "ANSWER_CHUNKED, 200, application/json, true",
        "ANSWER_TYPE_WRONG, 200, text/plain, true",
        "ANSWER_GZIPPED, 200, application/json, false",
        "ANSWER_IS_A_PAGE, 200, text/html, false",
        "ANSWER_EMPTY, 204, application/json, false",
    })
    void aGiftIsTakenHoweverItsAnswerTravels(Fault fault, int status, String type, boolean readable) throws Exception {
        simulator.faults().at(fault, 1, 400);

        HttpResponse<String> answer = main.send(ROSE, 1);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("content-type").orElse("")).startsWith(type);
        assertThat(answer.body().contains("left_diamonds")).isEqualTo(readable);
        assertThat(simulator.truth().landed("main")).isEqualTo(1);
    }

    @Test
    void aGzippedAnswerIsTheSameInside() throws Exception {
        simulator.faults().at(Fault.ANSWER_GZIPPED, 1);

        HttpResponse<byte[]> answer = main.sendForBytes(ROSE, 1);

        assertThat(answer.headers().firstValue("content-encoding")).hasValue("gzip");
        byte[] inside =
                new java.util.zip.GZIPInputStream(new java.io.ByteArrayInputStream(answer.body())).readAllBytes();
        assertThat(Exchange.JSON.readTree(inside).at("/data/left_diamonds").asInt())
                .isEqualTo(99_999);
    }

    @Test
    void aSocketThatIsBlockedGets200AndSaysSo() throws Exception {
        simulator.faults().at(Fault.SOCKET_BLOCKED, 1);

        HttpResponse<String> answer = main.get("/webcast/im/ws_proxy/ws_reuse_supplement/?room_id="
                + simulator.live("demo").roomId());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("handshake-msg")).hasValue("DEVICE_BLOCKED");
        assertThat(answer.headers().firstValue("handshake-status")).hasValue("415");
    }
}
