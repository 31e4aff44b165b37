package app.cadeau.api;

import app.cadeau.sends.ListQuery;
import app.cadeau.sends.Receipt;
import app.cadeau.sends.Sends;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import tools.jackson.databind.json.JsonMapper;

/** {@code GET /api/sends/export}: all receipts that a filter fits, newest first, page by page: never all in memory. */
@RestController
class ExportApi {

    private static final String HEADER =
            "id,state,streamer,account,giftId,gift,price,requested,confirmed,unknown,excess,presses,coinsSpent,"
                    + "coinsInDoubt,reason,queuedAt,firstPressAt,finishedAt,member,balanceBefore,balanceAfter,cpsRequested,"
                    + "cpsAchieved,byAnswers,byEchoes,balanceAgrees\r\n";

    private final Sends sends;
    private final JsonMapper json;

    ExportApi(Sends sends, JsonMapper json) {
        this.sends = sends;
        this.json = json;
    }

    /** @param format csv or json */
    @GetMapping("/api/sends/export")
    ResponseEntity<StreamingResponseBody> export(@RequestParam(defaultValue = "csv") String format, SendFilter filter) {
        var first = filter.query(SendPage.longest());
        return switch (format) {
            case "csv" -> file("text/csv;charset=UTF-8", format, out -> csv(first, out));
            case "json" -> file(MediaType.APPLICATION_JSON_VALUE, format, out -> array(first, out));
            default -> throw new BadField("format", "csv or json is wanted");
        };
    }

    private static ResponseEntity<StreamingResponseBody> file(String type, String ending, StreamingResponseBody body) {
        var name = ContentDisposition.attachment().filename("cadeau-sends." + ending);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .header(HttpHeaders.CONTENT_DISPOSITION, name.build().toString())
                .body(body);
    }

    private interface Each {
        void write(Receipt receipt) throws IOException;
    }

    private void each(ListQuery first, Each each) throws IOException {
        var query = first;
        List<Receipt> page;
        do {
            page = sends.list(query);
            for (var receipt : page) {
                each.write(receipt);
            }
            query = page.isEmpty() ? query : query.after(page.getLast().id());
        } while (page.size() == query.limit());
    }

    private void csv(ListQuery first, OutputStream out) throws IOException {
        var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write(HEADER);
        each(first, receipt -> writer.write(line(receipt)));
        writer.flush();
    }

    private void array(ListQuery first, OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        var between = new String[] {"["};
        each(first, receipt -> {
            writer.write(between[0]);
            writer.write(json.writeValueAsString(receipt));
            between[0] = ",\n";
        });
        writer.write(between[0].equals("[") ? "[]" : "]");
        writer.flush();
    }

    private static String line(Receipt receipt) {
        var reason = receipt.reason();
        return Stream.<@Nullable Object>of(
                                receipt.id().text(),
                                receipt.state(),
                                receipt.streamer(),
                                receipt.account(),
                                receipt.gift().id(),
                                receipt.gift().name(),
                                receipt.gift().coins(),
                                receipt.requested(),
                                receipt.confirmed(),
                                receipt.unknown(),
                                receipt.excess(),
                                receipt.presses(),
                                receipt.coinsSpent(),
                                receipt.coinsInDoubt(),
                                reason == null ? null : reason.code(),
                                receipt.queuedAt(),
                                receipt.firstPressAt(),
                                receipt.finishedAt(),
                                receipt.member(),
                                receipt.balanceBefore(),
                                receipt.balanceAfter(),
                                receipt.cpsRequested(),
                                receipt.cpsAchieved(),
                                receipt.witnesses().response(),
                                receipt.witnesses().echo(),
                                receipt.witnesses().balance())
                        .map(ExportApi::cell)
                        .collect(Collectors.joining(","))
                + "\r\n";
    }

    /** Quoted where need be; what a spreadsheet would take for a formula is told as text. */
    static String cell(@Nullable Object value) {
        var text = value == null ? "" : value instanceof Instant time ? Times.text(time) : value.toString();
        var safe =
                value instanceof Number || text.isEmpty() || "=+-@\t\r".indexOf(text.charAt(0)) < 0 ? text : "'" + text;
        return safe.matches("(?s).*[\",\r\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }
}
