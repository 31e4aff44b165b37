package app.cadeau.livepage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The script that is our hands and eyes in the page, and the designs it is told. Both are resources. */
final class PageScript {

    /** In the order in which they build upon each other; one scope, so that the page's files can stay small. */
    private static final List<String> FILES = List.of(
            "00-tree.js",
            "01-text.js",
            "02-designs.js",
            "03-identity.js",
            "04-chooser.js",
            "04-prices.js",
            "04-tiles.js",
            "05-bar.js",
            "06-panel.js",
            "06-tabs.js",
            "07-sentry.js",
            "07-signs.js",
            "08-look.js",
            "08-recipient.js",
            "09-press.js",
            "10-select.js",
            "10-send.js",
            "11-guard.js",
            "12-again.js",
            "12-pace.js",
            "12-burst.js",
            "13-trusted.js",
            "14-watch.js",
            "15-probe.js",
            "16-keep.js",
            "17-structure.js",
            "99-door.js");

    /** Named designs first, the generic one last. */
    static final List<String> DESIGNS = List.of("current-2025", "legacy-2022", "generic");

    private PageScript() {}

    /** Defines {@code globalThis.cadeau} in the world it is evaluated in; evaluated again it changes nothing. */
    static String source() {
        StringBuilder script = new StringBuilder("(() => {\n'use strict';\nif (globalThis.cadeau) return;\n");
        FILES.forEach(file -> script.append(text("/app/cadeau/livepage/page/" + file)));
        return script.append("})();\n").toString();
    }

    /** The argument of {@code cadeau.setup}, as JSON. */
    static String setup(LivePageSettings settings) throws UnreadableDesign {
        return setupOf(
                new Designs(settings.ownDesigns()).read(settings.designs()),
                settings.press().name().toLowerCase(Locale.ROOT));
    }

    /** The same for designs that are built in. */
    static String setup(List<String> designs, String press) {
        return setupOf(designs.stream().map(PageScript::builtIn).toList(), press);
    }

    static String setupOf(List<JsonNode> designs, String press) {
        return JsonMapper.shared().writeValueAsString(Map.of("designs", designs, "press", press));
    }

    static JsonNode builtIn(String name) {
        return YAMLMapper.shared().readTree(text("/selectors/" + name + ".yaml"));
    }

    private static String text(String resource) {
        try (InputStream in = PageScript.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read resource " + resource, e);
        }
    }
}
