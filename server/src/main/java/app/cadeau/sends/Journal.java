package app.cadeau.sends;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The append-only memory of every send, committed and synced before it is relied upon. */
@Component
class Journal {

    private static final int LINES_AT_ONCE = 100;

    private static final Map<String, Class<? extends Evidence>> KINDS = Map.ofEntries(
            Map.entry("ARMED", Evidence.Armed.class),
            Map.entry("TRIED", Evidence.Tried.class),
            Map.entry("AIM", Evidence.Aim.class),
            Map.entry("CUT_OFF", Evidence.CutOff.class),
            Map.entry("OPENING", Evidence.Opening.class),
            Map.entry("PRESSES", Evidence.Presses.class),
            Map.entry("PASSED", Evidence.Passed.class),
            Map.entry("FAILED", Evidence.Failed.class),
            Map.entry("ANSWER", Evidence.Answer.class),
            Map.entry("NO_ANSWER", Evidence.NoAnswer.class),
            Map.entry("ECHO", Evidence.Echoed.class),
            Map.entry("READING", Evidence.Reading.class),
            Map.entry("SETTLEMENT", Evidence.Settlement.class));

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient writes;

    Journal(JdbcClient writes) {
        this.writes = writes;
    }

    /** Appends lines in one transaction, the first of them getting number {@code seq}. */
    @Transactional
    public void append(SendId send, int seq, List<Evidence> lines) {
        for (var from = 0; from < lines.size(); from += LINES_AT_ONCE) {
            appendAtOnce(send, seq + from, lines.subList(from, Math.min(lines.size(), from + LINES_AT_ONCE)));
        }
    }

    private void appendAtOnce(SendId send, int seq, List<Evidence> lines) {
        var values = new ArrayList<Object>();
        var next = seq;
        for (var line : lines) {
            Collections.addAll(values, send.text(), next++, line.at().toEpochMilli(), kindOf(line));
            values.add(JSON.writeValueAsString(line));
        }
        writes.sql("insert into send_journal (send_id, seq, at, kind, line) values "
                        + String.join(", ", Collections.nCopies(lines.size(), "(?, ?, ?, ?, ?)")))
                .params(values)
                .update();
    }

    List<Evidence> read(SendId send) {
        return writes.sql("select kind, line from send_journal where send_id = ? order by seq")
                .param(send.text())
                .query((row, number) -> (Evidence) JSON.readValue(row.getString("line"), kind(row.getString("kind"))))
                .list();
    }

    /** A page of lines, to be read by a person. */
    List<JournalLine> page(SendId send, int after, int limit) {
        return writes.sql(
                        "select seq, at, kind, line from send_journal where send_id = ? and seq > ? order by seq limit ?")
                .params(send.text(), after, limit)
                .query((row, number) -> new JournalLine(
                        row.getInt("seq"),
                        Instant.ofEpochMilli(row.getLong("at")),
                        row.getString("kind"),
                        fields(row.getString("line"))))
                .list();
    }

    private Map<String, Object> fields(String line) {
        var fields = JSON.readValue(line, new TypeReference<LinkedHashMap<String, Object>>() {});
        fields.keySet().removeAll(List.of("at", "seq", "kind"));
        return fields;
    }

    /** How many lines a send has: the number of its next one. */
    int length(SendId send) {
        return writes.sql("select count(*) from send_journal where send_id = ?")
                .param(send.text())
                .query(Integer.class)
                .single();
    }

    private static Class<? extends Evidence> kind(String name) {
        var kind = KINDS.get(name);
        if (kind == null) {
            throw new IllegalStateException("the journal holds a line of unknown kind " + name);
        }
        return kind;
    }

    private static String kindOf(Evidence line) {
        return switch (line) {
            case Evidence.Armed armed -> "ARMED";
            case Evidence.Tried tried -> "TRIED";
            case Evidence.Aim aim -> "AIM";
            case Evidence.CutOff cut -> "CUT_OFF";
            case Evidence.Opening opening -> "OPENING";
            case Evidence.Presses presses -> "PRESSES";
            case Evidence.Passed passed -> "PASSED";
            case Evidence.Failed failed -> "FAILED";
            case Evidence.Answer answer -> "ANSWER";
            case Evidence.NoAnswer lost -> "NO_ANSWER";
            case Evidence.Echoed echoed -> "ECHO";
            case Evidence.Reading reading -> "READING";
            case Evidence.Settlement settlement -> "SETTLEMENT";
        };
    }
}
