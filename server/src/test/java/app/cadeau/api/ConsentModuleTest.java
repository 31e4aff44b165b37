package app.cadeau.api;

import static app.cadeau.api.Calls.code;
import static app.cadeau.api.Calls.json;
import static org.assertj.core.api.Assertions.assertThat;

import app.cadeau.Daemon;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real host stays out until its owner takes the risks, with a cap; no page of it is opened here. */
class ConsentModuleTest {

    private static final String ORDER =
            "{\"streamer\": \"@demo\", \"gift\": \"Rose\", \"quantity\": 1, \"account\": \"main\"}";
    private static final String YES =
            "{\"host\": \"live.example\", \"dailyCap\": 500, \"adult\": true, \"ownAccounts\": true,"
                    + " \"noRefunds\": true, \"accountRisk\": true}";

    @TempDir
    Path home;

    @Test
    void aRealHostIsRefusedUntilItsOwnerConsentsAndAgainAfterwards() throws Exception {
        var real = Map.of("cadeau.port", "0", "cadeau.queue-held", "true", "cadeau.live.url", "https://live.example");
        try (var daemon = Daemon.start(home, real)) {
            var calls = Calls.of(daemon, home);
            calls.owner("POST", "/api/accounts", "{\"name\": \"main\"}");
            assertThat(code(send(calls, "c0"))).isEqualTo("CONSENT_NEEDED");
            assertThat(json(calls.owner("POST", "/api/consent", YES.replace("\"adult\": true", "\"adult\": false")))
                            .path("field")
                            .asString())
                    .isEqualTo("adult");
            assertThat(json(calls.owner("POST", "/api/consent", YES.replace("live.example", "other.example")))
                            .path("field")
                            .asString())
                    .isEqualTo("host");
            assertThat(json(calls.owner("POST", "/api/consent", YES.replace("500", "0")))
                            .path("field")
                            .asString())
                    .isEqualTo("dailyCap");
            var french = calls.bare(
                    "GET", "/api/consent", "", "Authorization", "Bearer " + calls.token(), "Accept-Language", "fr-FR");
            assertThat(french.body()).contains("argent réel");

            var given = calls.owner("POST", "/api/consent", YES);
            assertThat(given.statusCode()).as(given.body()).isEqualTo(201);
            assertThat(json(given).path("accountsAttested").toString()).isEqualTo("[\"main\"]");
            assertThat(json(calls.owner("GET", "/api/auth/state", ""))
                            .path("consent")
                            .toString())
                    .isEqualTo("{\"needed\":true,\"given\":true,\"dailyCap\":500}");
            var sent = send(calls, "c1");
            assertThat(sent.statusCode()).as(sent.body()).isEqualTo(202);
            assertThat(json(sent).path("member").asString()).isEqualTo("owner");
            assertThat(code(calls.bare(
                            "POST",
                            "/api/send",
                            ORDER.replace("1,", "600,"),
                            "Authorization",
                            "Bearer " + calls.token(),
                            "Idempotency-Key",
                            "c2")))
                    .as("the cap is a budget of the day")
                    .isEqualTo("BUDGET_SPENT");
            assertThat(json(calls.owner(
                                    "PUT", "/api/budgets", "{\"scope\": \"all\", \"period\": \"day\", \"coins\": 501}"))
                            .path("field")
                            .asString())
                    .isEqualTo("coins");

            anAccountThatCameLaterIsAttestedAnew(calls);
            assertThat(calls.owner("DELETE", "/api/consent", "").statusCode()).isEqualTo(204);
            assertThat(code(send(calls, "c3"))).isEqualTo("CONSENT_NEEDED");
            assertThat(calls.owner("GET", "/api/audit", "").body()).contains("CONSENT_GIVEN", "CONSENT_WITHDRAWN");
        }
    }

    private static void anAccountThatCameLaterIsAttestedAnew(Calls calls) throws Exception {
        calls.owner("POST", "/api/accounts", "{\"name\": \"later\"}");
        var order = ORDER.replace("main", "later");
        assertThat(code(send(calls, "l0", order))).isEqualTo("CONSENT_NEEDED");
        assertThat(code(send(
                        calls,
                        "l1",
                        ORDER.replace("\"account\": \"main\"", "\"accounts\": [\"main\", \"later\"]")
                                .replace("1,", "2,"))))
                .isEqualTo("CONSENT_NEEDED");
        assertThat(json(calls.owner("POST", "/api/quote", order))
                        .at("/refusals/0/code")
                        .asString())
                .isEqualTo("CONSENT_NEEDED");
        assertThat(json(calls.owner("POST", "/api/accounts/later/check", "{}"))
                        .path("outcome")
                        .asString())
                .isEqualTo("NOT_CHECKED");
        assertThat(json(calls.owner("GET", "/api/consent", ""))
                        .path("accountsMissing")
                        .toString())
                .isEqualTo("[\"later\"]");
        calls.owner("POST", "/api/consent", YES);
        assertThat(send(calls, "l2", order).statusCode()).isEqualTo(202);
        calls.owner("POST", "/api/stop", "{\"account\": \"later\"}");
        assertThat(calls.owner("DELETE", "/api/accounts/later", "").statusCode())
                .isEqualTo(204);
        calls.owner("POST", "/api/accounts", "{\"name\": \"later\"}");
        assertThat(code(send(calls, "l3", order)))
                .as("another account of the same name is another one")
                .isEqualTo("CONSENT_NEEDED");
    }

    private static java.net.http.HttpResponse<String> send(Calls calls, String key) throws Exception {
        return send(calls, key, ORDER);
    }

    private static java.net.http.HttpResponse<String> send(Calls calls, String key, String order) throws Exception {
        return calls.bare(
                "POST", "/api/send", order, "Authorization", "Bearer " + calls.token(), "Idempotency-Key", key);
    }
}
