package app.cadeau.cli;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Calls the daemon. Whatever it refuses becomes a line for a person. */
final class Client {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Map<String, String> OPTIONS =
            Map.of("maxCoins", "--max-coins", "notAfter", "--not-after", "price", "--price", "gift", "--gift");
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(2);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(60);

    private final HttpClient http;
    private final URI base;
    private final String token;

    Client(int port, String token) {
        this(URI.create("http://127.0.0.1:" + port), token, null);
    }

    /** @param certificate what the daemon wrote down of itself: it and no other is believed */
    Client(URI base, String token, @Nullable Path certificate) {
        var builder = HttpClient.newBuilder().connectTimeout(CONNECT_WITHIN);
        this.http = (certificate == null ? builder : builder.sslContext(OwnCertificate.only(certificate))).build();
        this.base = base;
        this.token = token;
    }

    URI base() {
        return base;
    }

    JsonNode get(String path) {
        return call("GET", path, null, Map.of());
    }

    JsonNode post(String path, Object body) {
        return call("POST", path, JSON.writeValueAsString(body), Map.of());
    }

    JsonNode post(String path, Object body, Map<String, String> headers) {
        return call("POST", path, JSON.writeValueAsString(body), headers);
    }

    JsonNode call(String method, String path, @Nullable String body, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(ANSWER_WITHIN)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        headers.forEach(request::header);
        try {
            return read(http.send(request.build(), BodyHandlers.ofString()));
        } catch (ConnectException away) {
            throw new Unreachable("no daemon answers at " + base, away);
        } catch (IOException broken) {
            throw new Unreachable("the daemon at " + base + " broke off: " + broken.getMessage(), broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Unreachable("interrupted while the daemon was asked", stopped);
        }
    }

    private static JsonNode read(HttpResponse<String> response) {
        var body = json(response.body());
        if (response.statusCode() < 300) {
            return body;
        }
        if (response.statusCode() == 401) {
            throw new CommandFailed(
                    Exit.NOT_IN_FULL, "the daemon on this port has another data folder; see CADEAU_HOME, CADEAU_PORT");
        }
        throw new CommandFailed(exit(response.statusCode(), body), sentence(response.statusCode(), body));
    }

    private static JsonNode json(String text) {
        try {
            return text.isBlank() ? MissingNode.getInstance() : JSON.readTree(text);
        } catch (JacksonException notJson) {
            return MissingNode.getInstance();
        }
    }

    /** Bad arguments are 2; a failure that may have spent coins is an unknown outcome. */
    private static int exit(int status, JsonNode problem) {
        if (status == 400) {
            return Exit.BAD_ARGUMENTS;
        }
        return "unknown".equals(problem.path("spent").asString("")) ? Exit.OUTCOME_UNKNOWN : Exit.NOT_IN_FULL;
    }

    private static String sentence(int status, JsonNode problem) {
        var text = new StringBuilder(asOptions(problem.path("detail").asString("the daemon answered " + status)));
        var code = problem.path("code").asString("");
        if (!code.isEmpty() && !"BAD_FIELD".equals(code)) {
            text.append(" (").append(code).append(')');
        }
        for (var choice : problem.path("choices")) {
            text.append(System.lineSeparator()).append("  ").append(choice(choice));
        }
        return text.toString();
    }

    private static String choice(JsonNode gift) {
        return (gift.path("id").asString() + "  " + gift.path("name").asString() + ", "
                        + Count.of(gift.path("coins").asLong(), "coin") + "  "
                        + gift.path("picture").asString(""))
                .strip();
    }

    // A person gave options, not fields.
    private static String asOptions(String sentence) {
        var field = sentence.split(": ", 2)[0];
        var option = OPTIONS.get(field);
        return option == null ? sentence : option + sentence.substring(field.length());
    }

    /** The daemon does not answer; what it is doing is not known. */
    static final class Unreachable extends RuntimeException {

        private static final long serialVersionUID = 1;

        Unreachable(String line, Throwable cause) {
            super(line, cause);
        }
    }
}
