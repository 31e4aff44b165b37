package app.cadeau.api;

import static app.cadeau.api.Calls.code;
import static app.cadeau.api.Calls.json;
import static org.assertj.core.api.Assertions.assertThat;

import app.cadeau.Daemon;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How members are let in, what they may do, and how it ends; on a real daemon whose queue is paused. */
class AuthModuleTest {

    private static final String PASSWORD = "a long and quiet evening";

    @TempDir
    static Path home;

    @AutoClose
    private static Daemon daemon;

    private static Calls calls;

    @BeforeAll
    static void start() throws Exception {
        daemon = Daemon.start(home, Map.of("cadeau.port", "0", "cadeau.queue-held", "true"));
        calls = Calls.of(daemon, home);
        var before = json(calls.bare("GET", "/api/auth/state", ""));
        assertThat(before.path("needsAdmin").booleanValue()).isTrue();
        assertThat(before.path("member").isNull()).isTrue();
        assertThat(code(calls.bare("POST", "/api/auth/first-admin", admin("ada"))))
                .isEqualTo("LOGIN_NEEDED");
        var made = calls.owner("POST", "/api/auth/first-admin", admin("Ada"));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        assertThat(json(made).path("member").toString()).isEqualTo("{\"name\":\"ada\",\"role\":\"ADMIN\"}");
        add("max", "MANAGER");
        add("sam", "SENDER");
    }

    private static String admin(String name) {
        return "{\"name\": \"" + name + "\", \"password\": \"" + PASSWORD + "\"}";
    }

    private static void add(String name, String role) throws Exception {
        var body = admin(name).replace("}", ", \"role\": \"" + role + "\"}");
        var added = calls.owner("POST", "/api/members", body);
        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
    }

    @Test
    void thereIsOneFirstAdminAndThenNeverAnother() throws Exception {
        var again = calls.owner("POST", "/api/auth/first-admin", admin("eve"));
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(code(again)).isEqualTo("ADMIN_EXISTS");
        assertThat(json(calls.bare("GET", "/api/auth/state", ""))
                        .path("needsAdmin")
                        .booleanValue())
                .isFalse();
    }

    @Test
    void aProgramGetsTokensAndAPageGetsCookies() throws Exception {
        var program = calls.logIn("ADA", PASSWORD);
        assertThat(program.statusCode()).as(program.body()).isEqualTo(200);
        assertThat(program.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(json(program).path("expiresIn").intValue()).isEqualTo(600);
        assertThat(calls.bearer(json(program).path("accessToken").asString(), "GET", "/api/status", "")
                        .statusCode())
                .isEqualTo(200);

        var login = calls.bare("POST", "/api/auth/login", admin("ada").replace("}", ", \"cookie\": true}"));
        assertThat(login.body()).doesNotContain("accessToken").contains("\"csrf\":\"");
        assertThat(login.headers().allValues("Set-Cookie"))
                .hasSize(2)
                .allMatch(cookie -> cookie.startsWith("__Host-cadeau-")
                        && cookie.contains("; Path=/;")
                        && cookie.contains("; Secure")
                        && cookie.contains("; HttpOnly")
                        && cookie.contains("; SameSite=Strict")
                        && !cookie.contains("Domain"));
        var page = Calls.Page.of(calls, login);
        assertThat(page.get("/api/status").statusCode()).isEqualTo(200);
        assertThat(json(page.get("/api/auth/state")).path("member").path("name").asString())
                .isEqualTo("ada");
    }

    @Test
    void aWrongNameAndAWrongPasswordAreAnsweredAlike() throws Exception {
        var name = calls.logIn("nobody-here", PASSWORD);
        var password = calls.logIn("max", "not the password of max");
        assertThat(name.statusCode()).isEqualTo(401);
        assertThat(code(name)).isEqualTo("WRONG_LOGIN");
        assertThat(password.body()).isEqualTo(name.body());
    }

    @Test
    void anAccountBelongsToTheMemberWhoAddedItAndNobodyElseConnectsIt() throws Exception {
        var state = "{\"cookies\": [], \"origins\": []}";
        var manager = calls.page("max", PASSWORD);
        var added = manager.call("POST", "/api/accounts", "{\"name\": \"maxs\"}");
        assertThat(json(added).path("owner").asString()).isEqualTo("max");
        calls.owner("POST", "/api/accounts", "{\"name\": \"machines\"}");
        assertThat(json(manager.get("/api/accounts/machines")).path("owner").asString())
                .isEqualTo("owner");
        assertThat(code(manager.call("PUT", "/api/accounts/machines/session", state)))
                .isEqualTo("NOT_ALLOWED");
        assertThat(code(manager.call("POST", "/api/accounts/machines/login", "{}")))
                .isEqualTo("NOT_ALLOWED");
        assertThat(code(manager.call("PUT", "/api/accounts/maxs/session", state)))
                .isNotEqualTo("NOT_ALLOWED");
    }

    @Test
    void everyRoleMayDoWhatItIsForAndNoMore() throws Exception {
        var sender = calls.page("sam", PASSWORD);
        var manager = calls.page("max", PASSWORD);
        assertThat(sender.get("/api/sends").statusCode()).isEqualTo(200);
        assertThat(sender.call("POST", "/api/stop", "{\"all\": true}").statusCode())
                .isEqualTo(200);
        assertThat(code(sender.call("POST", "/api/queue/pause", "{}"))).isEqualTo("NOT_ALLOWED");
        assertThat(code(sender.call("PUT", "/api/accounts/x/session", "{}"))).isEqualTo("NOT_ALLOWED");
        assertThat(code(sender.get("/api/members"))).isEqualTo("NOT_ALLOWED");
        assertThat(manager.call("POST", "/api/queue/pause", "{}").statusCode()).isEqualTo(200);
        assertThat(code(manager.call("POST", "/api/members", "{}"))).isEqualTo("NOT_ALLOWED");
        assertThat(code(manager.call("POST", "/api/page-key", "{}"))).isEqualTo("NOT_ALLOWED");
        assertThat(code(manager.get("/api/something-new"))).isEqualTo("NOT_ALLOWED");
        assertThat(calls.owner("GET", "/api/something-new", "").statusCode()).isEqualTo(404);
    }

    @Test
    void aRefreshTokenWorksOnceAndItsSecondUseEndsTheSession() throws Exception {
        var first = json(calls.logIn("max", PASSWORD));
        var refresh = first.path("refreshToken").asString();
        var body = "{\"refreshToken\": \"" + refresh + "\"}";
        var second = calls.bare("POST", "/api/auth/refresh", body);
        assertThat(second.statusCode()).as(second.body()).isEqualTo(200);
        var access = json(second).path("accessToken").asString();
        assertThat(calls.bearer(access, "GET", "/api/status", "").statusCode()).isEqualTo(200);

        assertThat(code(calls.bare("POST", "/api/auth/refresh", body))).isEqualTo("REFRESH_REUSED");
        assertThat(calls.bearer(access, "GET", "/api/status", "").statusCode()).isEqualTo(401);
        var newest = "{\"refreshToken\": \"" + json(second).path("refreshToken").asString() + "\"}";
        assertThat(calls.bare("POST", "/api/auth/refresh", newest).statusCode()).isEqualTo(401);
    }

    @Test
    void twoPagesOfOneBrowserMayRefreshAtOneMoment() throws Exception {
        var page = calls.page("sam", PASSWORD);
        var quick = page.call("POST", "/api/auth/refresh", "");
        assertThat(quick.statusCode()).as(quick.body()).isEqualTo(200);
        var late = page.call("POST", "/api/auth/refresh", "");
        assertThat(late.statusCode()).isEqualTo(200);
        assertThat(late.headers().allValues("Set-Cookie"))
                .as("who is late gets nothing")
                .isEmpty();
        assertThat(Calls.Page.of(calls, quick).get("/api/status").statusCode()).isEqualTo(200);
    }

    @Test
    void loggingOutEndsTheSessionAndEverywhereEndsThemAll() throws Exception {
        var here = calls.page("max", PASSWORD);
        var there = calls.page("max", PASSWORD);
        var out = here.call("POST", "/api/auth/logout", "");
        assertThat(out.statusCode()).isEqualTo(204);
        assertThat(out.headers().allValues("Set-Cookie")).allMatch(cookie -> cookie.contains("Max-Age=0"));
        assertThat(here.get("/api/status").statusCode()).isEqualTo(401);
        assertThat(there.get("/api/status").statusCode()).isEqualTo(200);
        var third = calls.page("max", PASSWORD);
        assertThat(third.call("POST", "/api/auth/logout", "{\"everywhere\": true}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(there.get("/api/status").statusCode()).isEqualTo(401);
        assertThat(there.call("POST", "/api/auth/refresh", "").statusCode()).isEqualTo(401);
    }

    @Test
    void aMemberSeesAndEndsTheirOwnSessionsOnly() throws Exception {
        var sam = calls.page("sam", PASSWORD);
        var ada = calls.page("ada", PASSWORD);
        var sessions = json(sam.get("/api/auth/sessions"));
        var current = sessions.valueStream()
                .filter(session -> session.path("current").booleanValue())
                .findFirst()
                .orElseThrow();
        var path = "/api/auth/sessions/" + current.path("id").asString();
        assertThat(ada.call("DELETE", path, "").statusCode()).isEqualTo(404);
        assertThat(sam.call("DELETE", path, "").statusCode()).isEqualTo(204);
        assertThat(sam.get("/api/status").statusCode()).isEqualTo(401);
    }

    @Test
    void aRemovedMemberIsOutAtOnceAndTheLastAdminStays() throws Exception {
        add("tim", "ADMIN");
        var tim = calls.page("tim", PASSWORD);
        assertThat(tim.get("/api/members").statusCode()).isEqualTo(200);
        assertThat(calls.owner("DELETE", "/api/members/tim", "").statusCode()).isEqualTo(204);
        assertThat(tim.get("/api/status").statusCode()).isEqualTo(401);
        assertThat(calls.logIn("tim", PASSWORD).statusCode()).isEqualTo(401);
        assertThat(code(calls.owner("DELETE", "/api/members/ada", ""))).isEqualTo("LAST_ADMIN");
        assertThat(calls.owner("DELETE", "/api/members/tim", "").statusCode()).isEqualTo(404);
    }

    @Test
    void aNewPasswordNeedsTheOldOneAndEndsTheOtherSessions() throws Exception {
        add("pia", "SENDER");
        var one = calls.page("pia", PASSWORD);
        var other = calls.page("pia", PASSWORD);
        var wrong = one.call("POST", "/api/auth/password", "{\"old\": \"nope\", \"new\": \"an even longer evening\"}");
        assertThat(code(wrong)).isEqualTo("WRONG_PASSWORD");
        var done = one.call(
                "POST", "/api/auth/password", "{\"old\": \"" + PASSWORD + "\", \"new\": \"an even longer evening\"}");
        assertThat(done.statusCode()).as(done.body()).isEqualTo(204);
        assertThat(one.get("/api/status").statusCode()).isEqualTo(200);
        assertThat(other.get("/api/status").statusCode()).isEqualTo(401);
        assertThat(calls.logIn("pia", PASSWORD).statusCode()).isEqualTo(401);
        assertThat(calls.logIn("pia", "an even longer evening").statusCode()).isEqualTo(200);
    }

    @Test
    void theSigningKeysAreForTheOwnersEyesOnly() throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("signing.keys"))))
                .isEqualTo("rw-------");
    }
}
