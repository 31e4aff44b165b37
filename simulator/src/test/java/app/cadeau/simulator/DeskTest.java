package app.cadeau.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DeskTest {

    @AutoClose
    private final Simulator simulator = Simulator.start(Settings.defaults().withCrowd(0));

    private final Caller main = new Caller(simulator, "sim-main");

    @Test
    void theListOffersManyGiftsAndSomeShareANameOrANameAndAPrice() throws Exception {
        JsonNode data = main.json(Caller.LIST + simulator.live("demo").roomId()).path("data");
        Set<String> names = new HashSet<>();
        Set<String> namesAtPrices = new HashSet<>();
        JsonNode panel = data.at("/pages/0/gifts");
        panel.forEach(gift -> {
            names.add(gift.path("name").asString());
            namesAtPrices.add(gift.path("name").asString() + gift.path("diamond_count"));
        });

        assertThat(data.path("gifts")).hasSize(4);
        assertThat(panel.size()).isGreaterThan(100);
        assertThat(names.size()).isLessThan(namesAtPrices.size());
        assertThat(namesAtPrices.size()).isLessThan(panel.size());
    }

    @Test
    void thePageSpeaksTheLanguageThatIsAsked() throws Exception {
        assertThat(main.get("/@demo/live?lang=fr").body()).contains("<html lang=\"fr\">");
        assertThat(main.get("/@demo/live").body()).contains("<html lang=\"en\">");
    }

    @Test
    void classNamesChangeWithTheSeed() throws Exception {
        try (Simulator other = Simulator.start(Settings.defaults().withSeed(2))) {
            String one = main.get("/@demo/live").body().replaceAll("(?s).*(css-\\w+-DivGoal).*", "$1");
            String two = new Caller(other, "").get("/@demo/live").body().replaceAll("(?s).*(css-\\w+-DivGoal).*", "$1");
            assertThat(one).matches("css-\\w{7}-DivGoal").isNotEqualTo(two);
        }
    }

    @Test
    void theStateOfThePageTellsRoomHostAndUsOnlyWhenLoggedIn() throws Exception {
        String room = Long.toString(simulator.live("demo").roomId());
        String us = Long.toString(simulator.wallet("main").userId());

        assertThat(main.get("/@demo/live").body()).contains(room).contains(us);
        assertThat(new Caller(simulator, "").get("/@demo/live").body())
                .contains(room)
                .doesNotContain(us);
        assertThat(main.get("/@nobody/live").statusCode()).isEqualTo(404);
    }

    @Test
    void theAdminAddressSetsFaultsAndReadsTheTruth() throws Exception {
        main.post("/_admin/faults", "{\"fault\":\"refused-4006064\",\"at\":1}");
        main.sent(5655, 1);
        main.sent(5655, 1);
        main.post("/_admin/wallets", "{\"name\":\"rich\",\"session\":\"sim-rich\",\"coins\":1000000}");

        JsonNode truth = main.json("/_admin/truth?account=main");
        assertThat(truth.path("landed").asInt()).isEqualTo(1);
        assertThat(truth.at("/refusals/0/code").asInt()).isEqualTo(4006064);
        assertThat(main.post("/_admin/faults", "{\"fault\":\"nonsense\"}").statusCode())
                .isEqualTo(400);
        assertThat(main.post("/_admin/faults", "no json").statusCode()).isEqualTo(400);
        assertThat(simulator.wallet("rich").coins()).isEqualTo(1_000_000);
    }

    @Test
    void aForeignNameThatPointsHereGetsNothing() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", simulator.port())) {
            socket.getOutputStream()
                    .write("GET /_admin/truth HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            socket.setSoTimeout(20_000);
            InputStream in = socket.getInputStream();
            assertThat(new String(in.readAllBytes(), StandardCharsets.US_ASCII)).startsWith("HTTP/1.1 421");
        }
    }
}
