package app.cadeau.livepage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.cadeau.money.Coins;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** An answer to gift/send says the same as JSON and as protobuf. */
class GiftAnswerTest {

    private static final String PROTOBUF = "application/x-protobuf";

    // Written by hand after live-facts 6: gift_id 4 = 5655, left_diamonds 6 = 900, msg_id 12 = 2^64 - 1,
    // group_id 17 = 2^53 + 1, order_id 18 = "o-1".
    private static final byte[] REPLY = HexFormat.ofDelimiter(" ")
            .parseHex(
                    "20 97 2c 30 84 07 60 ff ff ff ff ff ff ff ff ff 01 88 01 81 80 80 80 80 80 80 10 92 01 03 6f 2d 31");

    @Test
    void readsProtobufAsItReadsJson() {
        var json = """
                {"status_code": 0, "data": {"gift_id": 5655, "left_diamonds": 900, "msg_id": 18446744073709551615,
                "group_id": "9007199254740993", "order_id": "o-1"}}""".getBytes(UTF_8);
        var expected = new GiftAnswer(0, null, Coins.of(900), "9007199254740993", "o-1", "18446744073709551615", false);
        assertThat(GiftAnswer.read(200, PROTOBUF, REPLY)).isEqualTo(expected);
        assertThat(GiftAnswer.read(200, "application/json", json)).isEqualTo(expected);
    }

    @Test
    void takesNoOtherHttpStatusForASuccess() {
        assertThat(GiftAnswer.read(500, PROTOBUF, REPLY).statusCode()).isNull();
    }

    @Test
    void takesNoAnswerThatIsCutForASuccess() {
        for (int length = 0; length < REPLY.length; length++) {
            var cut = GiftAnswer.read(200, PROTOBUF, Arrays.copyOf(REPLY, length));
            assertThat(cut.orderId()).as("%d bytes", length).isNull();
            assertThat(length < 3 ? cut.statusCode() : null)
                    .as("%d bytes", length)
                    .isNull();
        }
    }

    @Test
    void takesAnAnswerThatNamesNoGiftForNothing() {
        assertThat(GiftAnswer.read(200, PROTOBUF, HexFormat.of().parseHex("308407")))
                .isEqualTo(GiftAnswer.NOTHING);
        assertThat(GiftAnswer.read(200, PROTOBUF, "{\"status_code\":0}".getBytes(UTF_8)))
                .isEqualTo(GiftAnswer.NOTHING);
    }

    @Test
    void takesNoCoinsLeftForNothingSaid() {
        assertThat(GiftAnswer.read(200, PROTOBUF, HexFormat.of().parseHex("20972c"))
                        .coinsLeft())
                .isNull();
    }

    @Test
    void hearsThatWeShouldCalmDown() {
        var popup = HexFormat.of().parseHex("20972c" + "9a0102" + "2001");
        var empty = HexFormat.of().parseHex("20972c" + "9a0100");
        assertThat(GiftAnswer.read(200, PROTOBUF, popup).calmDown()).isTrue();
        assertThat(GiftAnswer.read(200, PROTOBUF, empty).calmDown()).isFalse();
    }
}
