package app.cadeau.api;

import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** {@code /api/openapi.json}, and the page that shows it. The page holds no data, as all pages; the document needs a log-in. */
@RestController
class DocsApi {

    private static final Resource PAGE = new ClassPathResource("static/docs.html");

    private final OpenApi openApi;
    private final JsonMapper json;

    DocsApi(OpenApi openApi, JsonMapper json) {
        this.openApi = openApi;
        this.json = json;
    }

    @GetMapping("/api/openapi.json")
    ResponseEntity<byte[]> document() {
        var text = json.writerWithDefaultPrettyPrinter().writeValueAsString(openApi.document());
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(text.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/api/docs")
    ResponseEntity<Resource> page() {
        return ResponseEntity.ok().contentType(MediaType.TEXT_HTML).body(PAGE);
    }
}
