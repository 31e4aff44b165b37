package app.cadeau.livepage;

import app.cadeau.live.SendReply;
import app.cadeau.money.Coins;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the body of an answer to gift/send says (live-facts 6, SendGiftResult). */
record GiftAnswer(
        @Nullable Integer statusCode,
        @Nullable String prompt,
        @Nullable Coins coinsLeft,
        @Nullable String groupId,
        @Nullable String orderId,
        @Nullable String msgId,
        boolean calmDown) {

    static final GiftAnswer NOTHING = new GiftAnswer(null, null, null, null, null, null, false);

    /** By content type JSON or protobuf. */
    static GiftAnswer read(int httpStatus, String contentType, byte[] body) {
        return contentType.contains("protobuf") ? protobuf(httpStatus, body) : json(body);
    }

    /** It has no status of its own: a whole answer of a 2xx that names the gift is status 0, anything else is none. */
    private static GiftAnswer protobuf(int httpStatus, byte[] body) {
        return SendReply.read(body)
                .map(reply -> new GiftAnswer(
                        httpStatus / 100 == 2 ? Integer.valueOf(0) : null,
                        null,
                        reply.coinsLeft() == null ? null : Coins.of(reply.coinsLeft()),
                        reply.groupId(),
                        reply.orderId(),
                        reply.msgId(),
                        reply.calmDown()))
                .orElse(NOTHING);
    }

    private static GiftAnswer json(byte[] body) {
        JsonNode answer = Json.read(new String(body, StandardCharsets.UTF_8));
        if (answer == null || !answer.isObject()) {
            return NOTHING;
        }
        JsonNode data = answer.get("data");
        Long status = Json.whole(answer, "status_code");
        Long left = Json.whole(data, "left_diamonds");
        return new GiftAnswer(
                status == null || status != status.intValue() ? null : Integer.valueOf(status.intValue()),
                prompt(answer, data),
                left == null || left < 0 ? null : Coins.of(left),
                Json.id(data, "group_id"),
                Json.id(data, "order_id"),
                Json.id(data, "msg_id"),
                says(Json.at(data, "calm_down_info")));
    }

    private static @Nullable String prompt(JsonNode answer, @Nullable JsonNode data) {
        String inData = Json.text(data, "prompts", "prompt", "message", "toast", "error_msg");
        return inData != null ? inData : Json.text(answer, "prompts", "prompt", "message", "status_msg");
    }

    /** An object with nothing but zeros and empty texts says nothing. */
    private static boolean says(@Nullable JsonNode node) {
        if (node == null || node.isNull()) {
            return false;
        }
        if (node.isContainer()) {
            return node.valueStream().anyMatch(GiftAnswer::says);
        }
        return node.isBoolean()
                ? node.asBoolean()
                : !node.asString().isEmpty() && !node.asString().equals("0");
    }
}
