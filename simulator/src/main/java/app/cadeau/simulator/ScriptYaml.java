package app.cadeau.simulator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** YAML into entries that know their lines. Limits: 1 MB, 20 levels. */
final class ScriptYaml {

    private static final int LETTERS = 1 << 20;
    private static final int LEVELS = 20;
    private static final YAMLMapper YAML = YAMLMapper.builder().build();

    private final String file;
    private final JsonParser parser;

    private ScriptYaml(String file, JsonParser parser) {
        this.file = file;
        this.parser = parser;
    }

    static Entry read(String file, String yaml) {
        if (yaml.length() > LETTERS) {
            throw new ScriptError(file, 0, "is larger than 1 MB; make it shorter");
        }
        try (JsonParser parser = YAML.createParser(yaml)) {
            if (parser.nextToken() == null) {
                throw new ScriptError(file, 0, "is empty; write a script");
            }
            return new ScriptYaml(file, parser).entry(0);
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new ScriptError(
                    file,
                    line,
                    "is no YAML; mend it: "
                            + e.getOriginalMessage().lines().findFirst().orElse(""));
        }
    }

    private Entry entry(int level) {
        int line = parser.currentTokenLocation().getLineNr();
        if (level > LEVELS) {
            throw new ScriptError(file, line, "goes deeper than 20 levels; flatten it");
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> new Entry(file, line, named(level));
            case START_ARRAY -> new Entry(file, line, list(level));
            case VALUE_NULL -> new Entry(file, line, "");
            default -> new Entry(file, line, parser.getString());
        };
    }

    private Map<String, Entry> named(int level) {
        Map<String, Entry> all = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            Entry entry = entry(level + 1);
            if (all.put(name, entry) != null) {
                throw entry.wrong("'" + name + "' stands here twice; remove one");
            }
        }
        return all;
    }

    private List<Entry> list(int level) {
        List<Entry> all = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            all.add(entry(level + 1));
        }
        return all;
    }
}
