package app.cadeau.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import app.cadeau.TestDatabase;
import app.cadeau.Vendor;
import app.cadeau.money.Coins;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Vendor.class)
class GiftsModuleTest {

    @Parameter
    Vendor vendor;

    @TempDir
    Path folder;

    @AutoClose
    private TestDatabase database;

    private Gifts gifts;

    @BeforeEach
    void open() {
        database = new TestDatabase(vendor, folder);
        gifts = gifts();
    }

    private Gifts gifts() {
        return new Gifts(database.jdbc(), database.transaction(), InstantSource.system());
    }

    @Test
    void knowsEveryGiftOfTheSeed() {
        assertThat(gifts.all()).hasSize(1109);
        assertThat(gifts.find("5655", null)).isEqualTo(gifts.find(" rOSE ", null));
        assertThat(gifts.byId(new GiftId(5655)).orElseThrow().price()).isEqualTo(Coins.of(1));
    }

    @Test
    void listsAllGiftsOfOneNameUntilAPriceTellsThemApart() {
        assertThat(gifts.find("Heart", null))
                .isInstanceOfSatisfying(
                        Gifts.Ambiguous.class,
                        answer -> assertThat(answer.choices())
                                .extracting(gift -> gift.price().amount())
                                .contains(1L, 10L, 200L));
        assertThat(gifts.find("Heart", Coins.of(200))).isInstanceOf(Gifts.Found.class);
        assertThat(gifts.find("Rosa", Coins.of(10))).isInstanceOf(Gifts.Ambiguous.class);
    }

    @Test
    void suggestsWhatIsAlike() {
        assertThat(gifts.find("Rsoe", null))
                .isInstanceOfSatisfying(
                        Gifts.Unknown.class,
                        answer -> assertThat(answer.suggestions())
                                .extracting(Gift::name)
                                .contains("Rose"));
        assertThat(gifts.find("Rose", Coins.of(7)))
                .isInstanceOfSatisfying(
                        Gifts.Unknown.class,
                        answer -> assertThat(answer.suggestions())
                                .extracting(Gift::name)
                                .containsOnly("Rose"));
    }

    @Test
    void learnsFromALiveAndRemembersItAfterARestart() {
        var dearer = new Gift(new GiftId(5655), "Rose", Coins.of(2), null, "https://pictures/rose.png");
        var unheard = new Gift(new GiftId(99_999_001), "Never Seen", Coins.of(30), false, null);
        gifts.learned(List.of(dearer, unheard));
        for (var catalogue : List.of(gifts, gifts())) {
            var rose = catalogue.byId(new GiftId(5655)).orElseThrow();
            assertThat(rose.price()).isEqualTo(Coins.of(2));
            assertThat(rose.combo()).as("what the LIVE left open").isTrue();
            assertThat(catalogue.find("never seen", null)).isEqualTo(new Gifts.Found(unheard));
        }
    }
}
