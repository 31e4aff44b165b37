package app.cadeau.cli;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What a person does about sends in REVIEW, under a list of sends. */
final class Reviews {

    private Reviews() {}

    /** No line at all where nothing has to be done. */
    static List<String> of(JsonNode receipts) {
        var lines = new ArrayList<String>();
        receipts.forEach(receipt -> {
            if ("REVIEW".equals(receipt.path("state").asString())) {
                lines.add("  cadeau sends resolve " + receipt.path("id").asString()
                        + " --landed K --reason TEXT   (K is " + between(receipt) + ")");
            }
        });
        if (!lines.isEmpty()) {
            lines.addFirst(
                    "In REVIEW nobody knows yet how many landed. Look at the account's gifts on the platform, then say:");
        }
        return lines;
    }

    private static String between(JsonNode receipt) {
        var least = receipt.path("confirmed").asInt();
        return least + " to " + (least + receipt.path("unknown").asInt());
    }
}
