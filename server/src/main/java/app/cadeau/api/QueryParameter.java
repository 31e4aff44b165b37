package app.cadeau.api;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;

/** A parameter that may stand behind the question mark of a call. */
record QueryParameter(String name, boolean needed) {

    /** Whose components are parameters each. */
    private static final Set<Class<?>> SEVERAL = Set.of(SendFilter.class, SendPage.class);

    static List<QueryParameter> of(HandlerMethod call) {
        return Stream.of(call.getMethodParameters())
                .flatMap(parameter -> of(parameter).stream())
                .toList();
    }

    static List<QueryParameter> of(MethodParameter parameter) {
        if (SEVERAL.contains(parameter.getParameterType())) {
            return Arrays.stream(parameter.getParameterType().getRecordComponents())
                    .map(component -> new QueryParameter(component.getName(), false))
                    .toList();
        }
        var query = AnnotatedElementUtils.findMergedAnnotation(parameter.getParameter(), RequestParam.class);
        return query == null
                ? List.of()
                : List.of(new QueryParameter(
                        name(parameter),
                        query.required() && query.defaultValue().startsWith("\n")));
    }

    static String name(MethodParameter parameter) {
        parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
        return String.valueOf(parameter.getParameterName());
    }
}
