package app.cadeau.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/**
 * How many calls a caller may make in a minute, told in each answer by the headers of draft-ietf-httpapi-ratelimit-headers.
 * A stop is never held off.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class CallLimits extends OncePerRequestFilter {

    /** A page that is open asks for a few in a second at most. */
    static final long MEMBERS = 1_200;

    /** Scripts of the machine's owner may follow many sends at once; what runs wild ends all the same. */
    static final long OWNERS = 60_000;

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final long MOST_CALLERS = 10_000;

    private final JsonMapper json;
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MOST_CALLERS)
            .expireAfterAccess(MINUTE.multipliedBy(5))
            .build();

    CallLimits(JsonMapper json) {
        this.json = json;
    }

    /** Behind the door, which knows the caller; who needs no log-in has none, and has limits of its own where it matters. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return Caller.of(request) == null || "/api/stop".equals(request.getServletPath());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var caller = Objects.requireNonNull(Caller.of(request));
        var most = caller.way() == Caller.Way.TOKEN ? OWNERS : MEMBERS;
        var probe = buckets.get(caller.way() + " " + caller.name(), key -> bucket(most))
                .tryConsumeAndReturnRemaining(1);
        tell(response, most, probe);
        if (probe.isConsumed()) {
            chain.doFilter(request, response);
        } else {
            refuse(request, response, probe);
        }
    }

    private static Bucket bucket(long most) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(most).refillGreedy(most, MINUTE))
                .build();
    }

    /** {@code t} is when there are more: all of them again, or for who has none the next one, as Retry-After says. */
    private static void tell(HttpServletResponse response, long most, ConsumptionProbe probe) {
        response.setHeader("RateLimit-Policy", "\"caller\";q=" + most + ";w=" + MINUTE.toSeconds());
        response.setHeader("RateLimit", "\"caller\";r=" + probe.getRemainingTokens() + ";t=" + wait(probe));
    }

    private static long wait(ConsumptionProbe probe) {
        return seconds(probe.isConsumed() ? probe.getNanosToWaitForReset() : probe.getNanosToWaitForRefill());
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, ConsumptionProbe probe)
            throws IOException {
        response.setHeader("Retry-After", String.valueOf(wait(probe)));
        var sentence = "Too many calls in a minute; wait as long as Retry-After says. Stops are never held off.";
        var detail = Problems.detail(HttpStatus.TOO_MANY_REQUESTS, "RATE_LIMITED", Problems.Spent.NO, sentence);
        Problems.write(request, response, detail, json);
    }

    private static long seconds(long nanos) {
        return Math.max(1, TimeUnit.NANOSECONDS.toSeconds(nanos + TimeUnit.SECONDS.toNanos(1) - 1));
    }
}
