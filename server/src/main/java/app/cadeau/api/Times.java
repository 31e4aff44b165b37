package app.cadeau.api;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.springframework.boot.jackson.JacksonComponent;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

/** Times are told in milliseconds, as they are kept: the same while a send runs and afterwards. */
@JacksonComponent
final class Times extends ValueSerializer<Instant> {

    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    static String text(Instant time) {
        return MILLIS.format(time);
    }

    @Override
    public void serialize(Instant time, JsonGenerator out, SerializationContext context) {
        out.writeString(text(time));
    }
}
