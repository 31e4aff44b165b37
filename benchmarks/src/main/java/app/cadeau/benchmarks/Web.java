package app.cadeau.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON over HTTP to one address. */
record Web(String base, Map<String, String> headers) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    JsonNode get(String path) {
        return call("GET", path, "");
    }

    JsonNode post(String path, Map<String, ?> body) {
        return call("POST", path, JSON.writeValueAsString(body));
    }

    /** One number of an answer that may be larger than memory, as all gifts of half an hour are. */
    long number(String path, String name) {
        return send("GET", path, "", BodyHandlers.ofInputStream(), answer -> {
            try (var json = JSON.createParser(answer.body())) {
                for (var token = json.nextToken(); token != null; token = json.nextToken()) {
                    if (token == JsonToken.PROPERTY_NAME && name.equals(json.currentName())) {
                        json.nextToken();
                        return json.getLongValue();
                    }
                }
            }
            throw new IllegalStateException(path + ": " + answer.statusCode() + " without " + name);
        });
    }

    /** @throws IllegalStateException for any answer that is not 2xx */
    JsonNode call(String method, String path, String body) {
        return send(method, path, body, BodyHandlers.ofString(), answer -> {
            if (answer.statusCode() / 100 != 2) {
                throw new IllegalStateException(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
            }
            return JSON.readTree(answer.body().isBlank() ? "null" : answer.body());
        });
    }

    private <B, T> T send(
            String method, String path, String body, BodyHandler<B> handler, Function<HttpResponse<B>, T> read) {
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        try {
            return read.apply(HTTP.send(request.build(), handler));
        } catch (IOException broken) {
            throw new IllegalStateException(method + " " + base + path + ": " + broken, broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted in " + path, stopped);
        }
    }
}
