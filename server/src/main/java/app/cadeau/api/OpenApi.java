package app.cadeau.api;

import static app.cadeau.api.OpenApiShapes.ordered;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * The API in OpenAPI 3.1: paths, parameters, permissions and shapes of answers as the code has them, with the texts of
 * {@code openapi/}. Made when somebody asks for it, so that no start pays for it.
 */
@Component
class OpenApi {

    private final RequestMappingHandlerMapping mappings;

    OpenApi(RequestMappingHandlerMapping requestMappingHandlerMapping) {
        this.mappings = requestMappingHandlerMapping;
    }

    Map<String, Object> document() {
        var texts = new OpenApiTexts();
        var shapes = new OpenApiShapes(texts);
        var answers = new OpenApiAnswers(texts, shapes);
        var paths = paths(texts, answers);
        var schemas = new TreeMap<>(shapes.schemas());
        schemas.put("Problem", problem(texts));
        return ordered(
                "openapi", "3.1.0",
                "info", OpenApiAbout.info(),
                "servers", List.of(ordered("url", "/")),
                "tags", tags(texts),
                "paths", paths,
                "components",
                        ordered(
                                "securitySchemes", OpenApiAbout.securitySchemes(),
                                "schemas", schemas,
                                "responses", answers.responses(),
                                "examples", answers.problems()));
    }

    private static List<Object> tags(OpenApiTexts texts) {
        var names = new LinkedHashSet<String>();
        texts.calls().forEach(call -> names.add(texts.call(call).tag()));
        return names.stream().<Object>map(name -> ordered("name", name)).toList();
    }

    /** Calls in the order of the texts; one that has no text, or a text without its call, is a mistake of ours. */
    private Map<String, Object> paths(OpenApiTexts texts, OpenApiAnswers answers) {
        var methods = methods();
        var paths = new LinkedHashMap<String, Map<String, Object>>();
        for (var call : texts.calls()) {
            var handler = methods.remove(call);
            var said = texts.call(call);
            if (handler == null && said.websocket().isEmpty()) {
                throw new IllegalStateException("there is no call " + call);
            }
            var verb = call.substring(0, call.indexOf(' '));
            var path = call.substring(call.indexOf(' ') + 1);
            paths.computeIfAbsent(path, none -> new LinkedHashMap<>())
                    .put(verb.toLowerCase(Locale.ROOT), operation(verb, path, said, handler, answers));
        }
        if (!methods.isEmpty()) {
            throw new IllegalStateException("not in openapi/operations.yaml: " + methods.keySet());
        }
        return new LinkedHashMap<>(paths);
    }

    private Map<String, HandlerMethod> methods() {
        var found = new LinkedHashMap<String, HandlerMethod>();
        mappings.getHandlerMethods()
                .forEach((mapping, handler) -> mapping.getPatternValues()
                        .forEach(path -> mapping.getMethodsCondition()
                                .getMethods()
                                .forEach(verb -> {
                                    if (path.startsWith("/api")) {
                                        found.put(verb + " " + path, handler);
                                    }
                                })));
        return found;
    }

    private static Map<String, Object> operation(
            String verb, String path, OpenApiTexts.Call said, @Nullable HandlerMethod handler, OpenApiAnswers answers) {
        var parameters = parameters(said, handler);
        var operation = ordered("tags", List.of(said.tag()), "summary", said.summary());
        if (!said.text().isEmpty()) {
            operation.put("description", said.text());
        }
        operation.put("operationId", operationId(verb, path));
        var permission = Rules.of(verb, path);
        operation.put("x-permission", permission == null ? "none" : permission.name());
        operation.put(
                "security",
                OpenApiAbout.security(
                        verb, permission != null, !said.websocket().isEmpty()));
        if (!parameters.isEmpty()) {
            operation.put("parameters", parameters);
        }
        if (!said.body().isEmpty()) {
            operation.put("requestBody", OpenApiFields.body(said));
        }
        Method method = handler == null ? null : handler.getMethod();
        operation.put("responses", answers.of(verb, path, said, method, !parameters.isEmpty()));
        return operation;
    }

    private static String operationId(String verb, String path) {
        var id = new StringBuilder(verb.toLowerCase(Locale.ROOT));
        for (var word : path.substring("/api".length()).split("[^A-Za-z]+", -1)) {
            id.append(org.springframework.util.StringUtils.capitalize(word));
        }
        return id.toString();
    }

    private static List<Object> parameters(OpenApiTexts.Call said, @Nullable HandlerMethod handler) {
        var found = new ArrayList<Object>();
        said.headers().forEach((name, text) -> found.add(OpenApiFields.parameter(name, "header", text, false)));
        said.websocket().forEach((name, text) -> found.add(OpenApiFields.parameter(name, "query", text, false)));
        if (handler != null) {
            for (var parameter : handler.getMethodParameters()) {
                parameter(said, parameter, found);
            }
        }
        return found;
    }

    private static void parameter(OpenApiTexts.Call said, MethodParameter parameter, List<Object> found) {
        if (parameter.hasParameterAnnotation(PathVariable.class)) {
            var name = QueryParameter.name(parameter);
            found.add(OpenApiFields.parameter(name, "path", text(said, name), true));
        }
        for (var query : QueryParameter.of(parameter)) {
            found.add(OpenApiFields.parameter(query.name(), "query", text(said, query.name()), query.needed()));
        }
    }

    private static String text(OpenApiTexts.Call said, String name) {
        var text = said.params().get(name);
        if (text == null) {
            throw new IllegalStateException(said.summary() + ": parameter " + name + " has no text");
        }
        return text;
    }

    private static Map<String, Object> problem(OpenApiTexts texts) {
        return OpenApiAbout.problem(texts.faults().stream().sorted().toList());
    }
}
