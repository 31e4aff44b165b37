package app.cadeau.cli;

import app.cadeau.LocalSite;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The simulator's site with its page rewritten: what a release of the real one does. It has no socket, so it polls. */
final class ChangedSite implements AutoCloseable {

    private static final Set<String> OF_A_HOP = Set.of(
            "host", "connection", "content-length", "upgrade", "transfer-encoding", "accept-encoding", "keep-alive");

    private final LocalSite site;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI behind;
    private final UnaryOperator<String> rewritten;

    private ChangedSite(String behind, UnaryOperator<String> rewritten) throws IOException {
        this.behind = URI.create(behind);
        this.rewritten = rewritten;
        site = new LocalSite(this::handle);
    }

    /** Each text of the page's own files is replaced. */
    static ChangedSite of(String behind, Map<String, String> words) throws IOException {
        return new ChangedSite(behind, text -> {
            var changed = text;
            for (var word : words.entrySet()) {
                changed = changed.replace(word.getKey(), word.getValue());
            }
            return changed;
        });
    }

    URI url() {
        return site.url();
    }

    private void handle(HttpExchange call) throws IOException {
        try (call) {
            var body =
                    HttpRequest.BodyPublishers.ofByteArray(call.getRequestBody().readAllBytes());
            var request =
                    HttpRequest.newBuilder(behind.resolve(call.getRequestURI())).method(call.getRequestMethod(), body);
            call.getRequestHeaders().forEach((name, values) -> {
                if (!OF_A_HOP.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                    values.forEach(value -> request.header(name, value));
                }
            });
            var answer = http.send(request.build(), BodyHandlers.ofByteArray());
            answer.headers().map().forEach((name, values) -> {
                if (!OF_A_HOP.contains(name) && !name.startsWith(":")) {
                    call.getResponseHeaders().put(name, values);
                }
            });
            var bytes = changed(call.getRequestURI().getPath(), answer.body());
            call.sendResponseHeaders(answer.statusCode(), bytes.length == 0 ? -1 : bytes.length);
            call.getResponseBody().write(bytes);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private byte[] changed(String path, byte[] body) {
        return path.endsWith(".js") || path.endsWith(".css") || path.endsWith("/live")
                ? rewritten.apply(new String(body, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8)
                : body;
    }

    @Override
    public void close() {
        site.close();
        http.close();
    }
}
