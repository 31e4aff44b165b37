package app.cadeau.sends;

import static org.assertj.core.api.Assertions.assertThat;

import app.cadeau.livepage.LivePageSettings;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Whole sends on pages of other hands, with the generic design alone and the truth of their servers beside the receipt:
 * each is sent on rightly, or refused clearly with nothing spent.
 */
class OtherHandsJourney {

    @AutoClose
    static final Stage stage = new Stage();

    @BeforeEach
    void forget() {
        stage.forget();
    }

    @ParameterizedTest(name = "{0}: {2} of gift {1}")
    @CsvSource({
        "rerender, 5655, 8",
        "rerender, 8913, 2",
        "shadow,   5655, 6",
        "shadow,   5738, 2",
        "footer,   6064, 6",
        "popover,  5480, 6",
        "carousel, 5655, 6",
        "carousel, 9999, 3",
        "finnish,  5655, 6",
        "finnish,  5658, 3",
        "frame,    5480, 6",
        "tabs,     5655, 8",
        "tabs,     7168, 2",
        "tabs,     9999, 3",
        "tabs,     6427, 1",
    })
    void sendsEachGiftOnceOnAPageNobodyHasSeen(String kind, String gift, int quantity)
            throws IOException, InterruptedException {
        try (var site = new OtherHands(60_000)) {
            var receipt = send(site, kind, gift, quantity);
            assertThat(receipt.state()).as("%s", receipt).isEqualTo(SendState.CONFIRMED);
            assertThat(site.landed).as("%s", receipt).hasSize(quantity);
            assertThat(site.landed).allMatch(landed -> landed.gift() == Long.parseLong(gift));
            assertThat(site.allToTheHost()).isTrue();
            assertThat(60_000 - site.coins()).isEqualTo(receipt.coinsSpent());
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "refuses.confirm  | PAGE_CHANGED        | 18",
                "refuses.locked   | GIFT_NOT_OFFERED    | Locked",
                "refuses.greyed   | GIFT_NOT_OFFERED    | greyed",
                "refuses.level    | GIFT_NOT_OFFERED    | level 10",
                "refuses.guest    | PAGE_CHANGED        | Zoe",
                "refuses.toguest  | PAGE_CHANGED        | 6600000000000000099",
                "refuses.age      | REFUSED_BY_PLATFORM | age",
                "refuses.region   | REFUSED_BY_PLATFORM | region",
            })
    void refusesClearlyAndSpendsNothing(String kind, Reason.Code code, String word)
            throws IOException, InterruptedException {
        try (var site = new OtherHands(500)) {
            var receipt = send(site, kind, "5655", 3);
            assertThat(site.landed).as("%s", receipt).isEmpty();
            assertThat(receipt.confirmed()).isZero();
            assertThat(receipt.unknown()).as("%s", receipt).isZero();
            assertThat(receipt.reason()).as("%s", receipt).isNotNull();
            assertThat(receipt.reason().code()).as("%s", receipt).isEqualTo(code);
            assertThat(receipt.reason().sentence()).contains(word);
        }
    }

    private static Receipt send(OtherHands site, String kind, String gift, int quantity) throws InterruptedException {
        var settings = LivePageSettings.of(site.url()).withDesigns(List.of("generic"));
        return stage.send(stage.pages(settings), new Stage.Ask(kind, gift, null, quantity, 12, true));
    }
}
