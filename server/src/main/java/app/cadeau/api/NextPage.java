package app.cadeau.api;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.util.UriComponentsBuilder;

/** The header {@code Link} of a page that another one follows. */
final class NextPage {

    private NextPage() {}

    /** The same call with this parameter in place of where it began. */
    static String link(HttpServletRequest request, String name, String value) {
        var next = UriComponentsBuilder.fromPath(request.getRequestURI())
                .query(request.getQueryString())
                .replaceQueryParam("before")
                .replaceQueryParam(name, value)
                .build(true)
                .toUriString();
        return "<" + next + ">; rel=\"next\"";
    }
}
