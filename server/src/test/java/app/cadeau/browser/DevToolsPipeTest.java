package app.cadeau.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DevToolsPipeTest {

    @Test
    void readsMessagesThatComeTogether() throws IOException {
        assertThat(read(stream("{\"id\":1,\"result\":{}}\0{\"id\":2,\"result\":{}}\0")))
                .containsExactly("{\"id\":1,\"result\":{}}", "{\"id\":2,\"result\":{}}");
    }

    @Test
    void readsAMessageThatComesByteByByte() throws IOException {
        var slow = new InputStream() {
            private final InputStream all = stream("{\"id\":1,\"result\":{\"name\":\"é\"}}\0{\"id\":2}\0");

            @Override
            public int read() throws IOException {
                return all.read();
            }

            @Override
            public int read(byte[] into, int at, int most) throws IOException {
                return all.read(into, at, Math.min(1, most));
            }
        };
        assertThat(read(slow)).containsExactly("{\"id\":1,\"result\":{\"name\":\"é\"}}", "{\"id\":2}");
    }

    @Test
    void passesOverWhatNobodyListensTo() throws IOException {
        assertThat(read(stream("{\"method\":\"Network.dataReceived\",\"params\":{}}\0"
                        + "{\"method\":\"Fetch.requestPaused\",\"params\":{}}\0")))
                .containsExactly("{\"method\":\"Fetch.requestPaused\",\"params\":{}}");
    }

    @Test
    void goesOnAfterWhatIsNoMessage() throws IOException {
        assertThat(read(stream("no JSON{\0[]\0\0{\"id\":3}\0"))).containsExactly("{\"id\":3}");
    }

    @Test
    void handsOverNothingThatWasCutOff() throws IOException {
        assertThat(read(stream("{\"id\":1}\0{\"id\":2"))).containsExactly("{\"id\":1}");
    }

    @Test
    void endsAMessageByAZero() throws IOException {
        var out = new ByteArrayOutputStream();
        var message = new JsonObject();
        message.addProperty("id", 7);
        message.addProperty("method", "Page.enable");
        new DevToolsPipe(InputStream.nullInputStream(), out).write(message);
        assertThat(out.toString(UTF_8)).isEqualTo("{\"id\":7,\"method\":\"Page.enable\"}\0");
    }

    private static List<String> read(InputStream in) throws IOException {
        var got = new ArrayList<String>();
        new DevToolsPipe(in, new ByteArrayOutputStream())
                .read("Fetch.requestPaused"::equals, message -> got.add(message.toString()));
        return got;
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }
}
