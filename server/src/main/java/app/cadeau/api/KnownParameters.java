package app.cadeau.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Refuses parameters that a call does not have: a filter with a slip in its name would show everything. */
@Component
final class KnownParameters implements HandlerInterceptor, WebMvcConfigurer {

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(this).addPathPatterns("/api/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var query = request.getQueryString();
        if (query != null && handler instanceof HandlerMethod call) {
            var known =
                    QueryParameter.of(call).stream().map(QueryParameter::name).toList();
            for (var pair : query.split("&", -1)) {
                var name = decoded(pair.split("=", 2)[0]);
                if (!name.isEmpty() && !known.contains(name)) {
                    throw new BadField(
                            name,
                            "there is no such parameter; "
                                    + (known.isEmpty()
                                            ? "this call has none"
                                            : "known are " + String.join(", ", known)));
                }
            }
        }
        return true;
    }

    private static String decoded(String name) {
        try {
            return URLDecoder.decode(name, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException unreadable) {
            return name;
        }
    }
}
