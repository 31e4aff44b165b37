package app.cadeau.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What the owner's {@code application.yaml} in the home says to the command line itself, as the variables it stands for. */
final class OwnerFile {

    private OwnerFile() {}

    static Map<String, String> variables(Path home) {
        var file = home.resolve("application.yaml");
        var found = new HashMap<String, String>();
        if (!Files.exists(file)) {
            return found;
        }
        try {
            var cadeau = new YAMLMapper().readTree(file.toFile()).path("cadeau");
            put(found, "CADEAU_PORT", cadeau.path("port"));
            put(found, "CADEAU_LIVE_URL", cadeau.path("live").path("url"));
            return found;
        } catch (JacksonException unreadable) {
            throw new CommandFailed(Exit.BAD_ARGUMENTS, file + " cannot be read as YAML", unreadable);
        }
    }

    private static void put(Map<String, String> found, String name, JsonNode value) {
        if (value.isValueNode() && !value.isNull()) {
            found.put(name, value.asString());
        }
    }
}
