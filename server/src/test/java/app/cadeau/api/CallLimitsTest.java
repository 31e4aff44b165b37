package app.cadeau.api;

import static org.assertj.core.api.Assertions.assertThat;

import app.cadeau.team.MemberName;
import app.cadeau.team.Role;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

class CallLimitsTest {

    private final CallLimits limits = new CallLimits(JsonMapper.shared());

    private MockHttpServletResponse call(String member, String path) throws Exception {
        var request = new MockHttpServletRequest("POST", path);
        request.setServletPath(path);
        new Caller(new MemberName(member), Role.SENDER, Caller.Way.BEARER, null).enter(request);
        var response = new MockHttpServletResponse();
        limits.doFilter(request, response, new MockFilterChain());
        return response;
    }

    @Test
    void holdsACallerOffAfterAMinutesCallsAndNobodyElse() throws Exception {
        var first = call("ada", "/api/status");
        assertThat(first.getHeader("RateLimit-Policy")).isEqualTo("\"caller\";q=1200;w=60");
        assertThat(first.getHeader("RateLimit")).isEqualTo("\"caller\";r=1199;t=1");
        var answer = first;
        for (var i = 0; i < 2 * CallLimits.MEMBERS && answer.getStatus() == 200; i++) {
            answer = call("ada", "/api/status");
        }
        assertThat(answer.getStatus()).isEqualTo(429);
        assertThat(answer.getHeader("Retry-After")).isEqualTo("1");
        assertThat(answer.getHeader("RateLimit")).isEqualTo("\"caller\";r=0;t=1");
        assertThat(answer.getContentAsString())
                .contains("RATE_LIMITED")
                .contains("\"spent\":\"no\"", "\"instance\":\"/api/status\"");
        assertThat(call("ben", "/api/status").getStatus()).isEqualTo(200);
        assertThat(call("ada", "/api/stop").getStatus())
                .as("a stop is never held off")
                .isEqualTo(200);
    }
}
