package app.cadeau.sends;

import static org.assertj.core.api.Assertions.assertThat;

import app.cadeau.simulator.Fault;
import app.cadeau.simulator.Settings;
import app.cadeau.simulator.Simulator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sends that end in doubt or on a page that changed leave what a person needs, and no secret of the account. */
class EvidenceJourney {

    @AutoClose
    static final Stage stage = new Stage();

    @BeforeEach
    void forget() {
        stage.forget();
    }

    private static Map<String, String> kept(Receipt receipt) throws IOException {
        var all = new TreeMap<String, String>();
        for (var file : new EvidenceFolders(stage.folder().resolve("evidence"))
                .list(receipt.id().text())) {
            all.put(file.name(), Files.readString(stage.folder().resolve(file.path()), StandardCharsets.ISO_8859_1));
        }
        return all;
    }

    private Receipt sent(Fault fault) throws InterruptedException {
        try (var simulator = Simulator.start(Settings.defaults().withCrowd(5))) {
            simulator.faults().at(fault, 2);
            return stage.send(simulator, Stage.Ask.roses(6));
        }
    }

    @Test
    void aPageThatAsksForAnotherGiftLeavesItsPictureAndItsRequest() throws Exception {
        var receipt = sent(Fault.WRONG_GIFT);
        assertThat(receipt.reason()).extracting(Reason::code).isEqualTo(Reason.Code.PAGE_CHANGED);
        var kept = kept(receipt);
        assertThat(kept.keySet())
                .containsExactly("page.json", "page.png", "panel.png", "request.json", "structure.html");
        assertThat(kept.get("request.json")).contains("failed: ", "gift_id", "/webcast/gift/send/");
        assertThat(kept.get("structure.html"))
                .doesNotContainPattern("(?m)^\\s*Main\\b")
                .contains("characters]");
        assertThat(kept.get("page.json")).contains("PAGE_CHANGED", "/@demo/live", "\"at\"");
        assertThat(List.of("sim-main", "sessionid", "WebSocket("))
                .allSatisfy(secret -> assertThat(kept.toString()).doesNotContain(secret));
    }

    @Test
    void aChallengeLeavesWhatItSays() throws Exception {
        var receipt = sent(Fault.CHALLENGE);
        assertThat(receipt.reason()).extracting(Reason::code).isEqualTo(Reason.Code.CHALLENGED);
        assertThat(kept(receipt)).containsKeys("page.json", "page.png", "structure.html");
    }

    @Test
    void aSendInReviewLeavesItsRequests() throws Exception {
        try (var simulator = Simulator.start(Settings.defaults().withCrowd(5))) {
            // Where others spend too, an answer proves only with its echo; here both are lost, so nothing can.
            simulator.faults().always(Fault.SPENT_NO_ANSWER_CLOSE);
            simulator.faults().always(Fault.ECHO_LOST);
            var receipt = stage.send(simulator, Stage.Ask.roses(3).shared());
            assertThat(receipt.state()).as("%s", receipt).isEqualTo(SendState.REVIEW);
            assertThat(kept(receipt)).containsKeys("page.json", "page.png", "request.json", "structure.html");
            assertThat(kept(receipt).get("request.json")).contains("gift_id", "5655", "/webcast/gift/send/");
        }
    }

    @Test
    void aSendThatWentWellLeavesNothing() throws Exception {
        try (var simulator = Simulator.start(Settings.defaults().withCrowd(1))) {
            var receipt = stage.send(simulator, Stage.Ask.roses(2));
            assertThat(receipt.confirmed()).isEqualTo(2);
            assertThat(kept(receipt)).isEmpty();
        }
    }
}
