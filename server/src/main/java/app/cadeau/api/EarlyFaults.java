package app.cadeau.api;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** What the server itself refuses, before any filter of ours: told as every other problem, and not as a page. */
final class EarlyFaults extends ErrorReportValve {

    private static final Logger log = LoggerFactory.getLogger(EarlyFaults.class);

    private static final Pattern PLAIN = Pattern.compile("/[A-Za-z0-9/._~@-]*");

    @Component
    static final class Set implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

        @Override
        public void customize(TomcatServletWebServerFactory server) {
            server.addContextCustomizers(context -> {
                if (context.getParent() instanceof StandardHost host) {
                    host.getPipeline().addValve(new EarlyFaults());
                    host.setErrorReportValveClass(EarlyFaults.class.getName());
                }
            });
        }
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable thrown) {
        var status = HttpStatus.resolve(response.getStatus());
        if (status == null || !status.isError() || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        var text = """
                {"type":"about:blank","title":"%s","status":%d,"detail":"%s","code":"%s","spent":"%s"%s}""".formatted(
                        status.getReasonPhrase(),
                        status.value(),
                        sentence(status),
                        status.is4xxClientError() ? Faults.code(status) : "INTERNAL",
                        status.is4xxClientError() ? "no" : "unknown",
                        instance(request.getRequestURI()));
        try {
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader("Cache-Control", "no-store");
            response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            response.finishResponse();
        } catch (IOException | IllegalStateException gone) {
            log.debug("a problem could not be told: {}", gone.toString());
        }
    }

    /** Only what needs no quoting: whatever else was asked for is nothing to be repeated. */
    private static String instance(@Nullable String path) {
        return path != null && PLAIN.matcher(path).matches() ? ",\"instance\":\"" + path + "\"" : "";
    }

    private static String sentence(HttpStatus status) {
        return status == HttpStatus.METHOD_NOT_ALLOWED
                ? "This method is not served."
                : status.is4xxClientError() ? "This is not a request that HTTP knows." : Faults.INSIDE;
    }
}
