package app.cadeau.webcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.cadeau.webcast.Vectors.Vector;
import app.cadeau.webcast.proto.ChatMessage;
import app.cadeau.webcast.proto.Response;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WebcastJsonTest {

    @Test
    void printsAGiftInTheWordsOfTheContract() throws UndecodableException {
        JsonNode line = one(Vectors.resource(Vectors.named("streakA_2").file()), "WebcastGiftMessage");

        assertThat(line.propertyNames()).containsExactly("method", "msgId", "roomId", "message");
        assertThat(line.get("msgId").stringValue()).isEqualTo("7309142193255615239");
        assertThat(line.get("roomId").stringValue()).isEqualTo("7309128470994258694");
        JsonNode gift = line.get("message");
        assertThat(gift.get("giftId").stringValue()).isEqualTo("5655");
        assertThat(gift.get("fanTicketCount").stringValue()).isEqualTo("2");
        assertThat(gift.get("repeatCount").intValue()).isEqualTo(3);
        assertThat(gift.get("colorId").stringValue()).isEqualTo("-1");
        assertThat(gift.at("/gift/combo").booleanValue()).isTrue();
        assertThat(gift.at("/gift/name").stringValue()).isEqualTo("Rose");
        assertThat(gift.at("/user/idStr").stringValue()).isEqualTo("5331432594237047874");
        assertThat(gift.has("repeatEnd")).isFalse();
        assertThat(gift.has("toUser")).isFalse();
    }

    @Test
    void printsEnumsAsNumbersAndBytesAsBase64() throws UndecodableException {
        JsonNode end = one(Vectors.named("ControlMessage_action3").bytes(), "ControlMessage");
        assertThat(end.at("/message/action").intValue()).isEqualTo(3);
        assertThat(end.at("/message/common/sei/uniqueId/messageScene").stringValue())
                .isEqualTo("end_room");
    }

    @Test
    void printsAMatchInTheWordsOfTheFacts() throws UndecodableException {
        JsonNode battle = captured("LinkMicBattle_status1").get("message");
        assertThat(battle.get("battleId").stringValue()).isEqualTo("7286185120444009249");
        assertThat(battle.at("/setting/startTimeMs").stringValue()).isEqualTo("1696447176986");
        assertThat(battle.at("/setting/duration").stringValue()).isEqualTo("301");
        assertThat(battle.at("/setting/status").intValue()).isEqualTo(1);
        assertThat(battle.at("/setting/giftModeMeta").has("giftId")).isFalse();
        assertThat(battle.get("action").intValue()).isEqualTo(4);
        assertThat(battle.at("/anchorInfo/850750535723413261/user/handle").stringValue())
                .isEqualTo("u8b693b54ff25ed");
        assertThat(battle.at("/battleCombos/850750535723413261/count").stringValue())
                .isEqualTo("1");

        JsonNode armies = captured("Armies_normal").get("message");
        assertThat(armies.at("/armies/8044363153624445475/hostScore").stringValue())
                .isEqualTo("10963");
        assertThat(armies.at("/armies/8044363153624445475/userArmies")).hasSize(3);
        assertThat(armies.get("triggerReason").intValue()).isEqualTo(1);
        assertThat(armies.has("triggerCriticalStrike")).isFalse();
    }

    @Test
    void printsTasksAndCardsInTheWordsOfTheFactsAndAnEmptySettleAsThere() throws UndecodableException {
        JsonNode start = captured("TaskMessage_start").get("message");
        assertThat(start.has("type")).isFalse();
        assertThat(start.at("/taskStart/config/reward/rewardMultiple").stringValue())
                .isEqualTo("2");
        assertThat(start.at("/taskStart/config/previews/0/prompt/key").stringValue())
                .isEqualTo("pm_mt_match_speedchallenge");

        JsonNode settle = captured("settle_succeed").get("message");
        assertThat(settle.get("type").intValue()).isEqualTo(2);
        assertThat(settle.get("taskSettle").isEmpty()).isTrue();

        JsonNode glove = captured("critical_strike").at("/message/criticalStrike/card");
        assertThat(glove.get("rateLow").stringValue()).isEqualTo("20");
        assertThat(glove.get("multiple").stringValue()).isEqualTo("5");
        assertThat(glove.get("effectTime").stringValue()).isEqualTo("1696447161");
    }

    @Test
    void showsAZeroThatIsThereAndLeavesOutWhatIsNot() throws UndecodableException {
        byte[] zero = {0x2a, 0x02, 0x08, 0x00}; // task_settle {result 0}
        JsonNode settle = one(zero, "LinkmicBattleTaskMessage").at("/message/taskSettle");
        assertThat(settle.get("result").intValue()).isZero();
        assertThat(settle.propertyNames()).containsExactly("result");
    }

    private static JsonNode captured(String part) throws UndecodableException {
        Vector vector = Vectors.named(part);
        return one(vector.bytes(), vector.method());
    }

    static List<Vector> vectors() {
        return Vectors.all().toList();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void tellsWhatEveryCapturedMessageIs(Vector vector) throws UndecodableException {
        JsonNode bare = one(vector.bytes(), vector.method());
        JsonNode expected = vector.facts().get("expected");
        assertThat(bare.get("method").stringValue()).isEqualTo(vector.method());
        assertThat(bare.get("msgId").stringValue())
                .isEqualTo(expected.get("1.2").asString());
        assertThat(bare.at("/message/common/createTime").isString()).isTrue();
        if (Methods.prototype(vector.method()) == null) {
            assertThat(Base64.getDecoder().decode(bare.get("unknown").stringValue()))
                    .isEqualTo(vector.bytes());
        }
    }

    @Test
    void tellsFramesAndResponsesApartPackedOrNotBinaryOrText() throws UndecodableException {
        Response response = Vectors.response(vectors().toArray(Vector[]::new));
        List<String> expected = WebcastJson.lines(response.toByteArray(), null);
        assertThat(expected).hasSize(29);
        for (byte[] form : List.of(
                NewFrames.msg(response, 1).toByteArray(),
                NewFrames.packedMsg(response, 1).toByteArray(),
                NewFrames.packedMsg(response, 1).toBuilder()
                        .clearLogId()
                        .clearService()
                        .clearMethod()
                        .build()
                        .toByteArray(),
                Gzip.pack(response.toByteArray()))) {
            assertThat(WebcastJson.lines(form, null)).isEqualTo(expected);
            assertThat(WebcastJson.lines(Base64.getEncoder().encode(form), null))
                    .isEqualTo(expected);
            assertThat(WebcastJson.lines(Base64.getMimeEncoder().encode(form), null))
                    .isEqualTo(expected);
            assertThat(WebcastJson.lines(Base64.getUrlEncoder().encode(form), null))
                    .isEqualTo(expected);
        }
    }

    @Test
    void readsAResponseWithoutMessagesAndAFrameWithoutAResponse() throws UndecodableException {
        assertThat(WebcastJson.lines(
                        Response.newBuilder().setCursor("c").setNow(1).build().toByteArray(), null))
                .isEmpty();
        JsonNode beat = one(NewFrames.heartBeat(7, 1).toByteArray(), null);
        assertThat(beat.get("method").stringValue()).isEqualTo("hb");
        assertThat(beat.at("/message/service").stringValue()).isEqualTo("8888");
    }

    @Test
    void readsOneFrameALine() throws UndecodableException {
        String frame =
                Base64.getEncoder().encodeToString(NewFrames.heartBeat(7, 1).toByteArray());
        String longer = Base64.getEncoder()
                .encodeToString(NewFrames.enterRoom(7, "cursor").toByteArray());
        byte[] text = (frame + "\r\n\n" + longer + "\n").getBytes(StandardCharsets.US_ASCII);
        assertThat(WebcastJson.lines(text, null)).hasSize(2);
    }

    @Test
    void escapesWhatATerminalWouldObey() throws UndecodableException {
        String nasty = "\"\\\u001b[2J\u009b\n☃😀";
        byte[] chat = ChatMessage.newBuilder().setContent(nasty).build().toByteArray();
        String line = WebcastJson.lines(chat, "ChatMessage").getFirst();
        assertThat(line.chars()).noneMatch(Character::isISOControl);
        assertThat(JsonMapper.shared().readTree(line).at("/message/content").stringValue())
                .isEqualTo(nasty);
    }

    @Test
    void saysWhichMessageIsBrokenAndPrintsTheOthers() throws UndecodableException {
        Response response = Vectors.response(Vectors.named("streakA_1")).toBuilder()
                .addMessages(NewFrames.message("GiftMessage", 1, new byte[0]))
                .build();
        WebcastJson.Decoded decoded = WebcastJson.decode(response.toByteArray(), null);
        assertThat(decoded.lines()).hasSize(1);
        assertThat(decoded.errors()).containsExactly("WebcastGiftMessage: a gift without a sound gift id");
        assertThatThrownBy(() -> WebcastJson.lines(response.toByteArray(), null))
                .hasMessageContaining("gift id");
    }

    @Test
    void anyCutOfAFrameIsAnErrorAndNeverHalfAGift() {
        Response response = Vectors.response(Vectors.named("streakA_1"), Vectors.named("ChatMessage"));
        byte[] frame = NewFrames.msg(response, 1).toByteArray();
        for (int length = 0; length < frame.length; length++) {
            byte[] cut = Arrays.copyOf(frame, length);
            assertThatThrownBy(() -> WebcastJson.lines(cut, null))
                    .as("%s of %s bytes", length, frame.length)
                    .isInstanceOf(UndecodableException.class);
        }
    }

    @Test
    void refusesWhatIsNoFrameInOneLine() {
        for (byte[] nothing : List.of(
                new byte[0],
                "hello".getBytes(StandardCharsets.US_ASCII),
                "hello, world".getBytes(StandardCharsets.US_ASCII),
                new byte[] {0, 0, 0},
                Vectors.named("streakA_1").bytes())) {
            assertThatThrownBy(() -> WebcastJson.decode(nothing, null))
                    .isInstanceOf(UndecodableException.class)
                    .message()
                    .isNotBlank()
                    .doesNotContain("\n");
        }
    }

    private static JsonNode one(byte[] input, @Nullable String method) throws UndecodableException {
        List<String> lines = WebcastJson.lines(input, method);
        assertThat(lines).hasSize(1);
        return JsonMapper.shared().readTree(lines.getFirst());
    }
}
