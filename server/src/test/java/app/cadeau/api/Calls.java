package app.cadeau.api;

import app.cadeau.Daemon;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls of a daemon as a program or a page makes them. */
record Calls(Daemon daemon, String token) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    static {
        // A page's Origin and Host are what the attacks are about.
        System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host,origin");
    }

    static Calls of(Daemon daemon, Path home) throws IOException {
        return new Calls(daemon, Files.readString(home.resolve("token")).strip());
    }

    String origin() {
        return "http://127.0.0.1:" + daemon.port();
    }

    /** Without any sign of who calls. */
    HttpResponse<String> bare(String method, String path, String body, String... headers)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(origin() + path))
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    HttpResponse<String> bearer(String token, String method, String path, String body)
            throws IOException, InterruptedException {
        return bare(method, path, body, "Authorization", "Bearer " + token);
    }

    HttpResponse<String> owner(String method, String path, String body) throws IOException, InterruptedException {
        return bearer(token, method, path, body);
    }

    /** Logs in as a program does. */
    HttpResponse<String> logIn(String name, String password) throws IOException, InterruptedException {
        return bare("POST", "/api/auth/login", login(name, password, false));
    }

    Page page(String name, String password) throws IOException, InterruptedException {
        return Page.of(this, bare("POST", "/api/auth/login", login(name, password, true), "Origin", origin()));
    }

    private static String login(String name, String password, boolean cookie) {
        return JSON.writeValueAsString(Map.of("name", name, "password", password, "cookie", cookie));
    }

    static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }

    static String code(HttpResponse<String> response) {
        return json(response).path("code").asString("");
    }

    /** A page with the cookies that it was given. */
    record Page(Calls calls, Map<String, String> cookies, String csrf) {

        static Page of(Calls calls, HttpResponse<String> answer) {
            return new Page(calls, cookies(answer), json(answer).path("csrf").asString(""));
        }

        static Map<String, String> cookies(HttpResponse<String> answer) {
            var found = new HashMap<String, String>();
            for (var cookie : answer.headers().allValues("Set-Cookie")) {
                var pair = cookie.substring(0, cookie.indexOf(';')).split("=", 2);
                found.put(pair[0], pair[1]);
            }
            return found;
        }

        String cookie() {
            return cookies.entrySet().stream()
                    .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                    .reduce((one, other) -> one + "; " + other)
                    .orElse("");
        }

        HttpResponse<String> get(String path) throws IOException, InterruptedException {
            return calls.bare("GET", path, "", "Cookie", cookie());
        }

        /** As its script does, with its Origin and its csrf. */
        HttpResponse<String> call(String method, String path, String body) throws IOException, InterruptedException {
            return calls.bare(method, path, body, "Cookie", cookie(), "Origin", calls.origin(), "X-CSRF-Token", csrf);
        }
    }
}
