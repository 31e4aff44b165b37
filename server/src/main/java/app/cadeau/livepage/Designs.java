package app.cadeau.livepage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The designs that pages are read with: those built in, and before them the owner's own, read anew for each page. */
final class Designs {

    private static final long LARGEST = 200_000;
    private static final String ENDING = ".yaml";

    private final @Nullable Path folder;

    Designs(@Nullable Path folder) {
        this.folder = folder;
    }

    /** These by name and in order; all, the owner's first, when none is named. */
    List<JsonNode> read(List<String> names) throws UnreadableDesign {
        List<JsonNode> designs = new ArrayList<>();
        for (String name : names.isEmpty() ? all() : names) {
            designs.add(design(name));
        }
        return designs;
    }

    private Set<String> all() throws UnreadableDesign {
        Set<String> names = new LinkedHashSet<>();
        owners().forEach(file -> names.add(name(file)));
        names.addAll(PageScript.DESIGNS);
        return names;
    }

    private List<Path> owners() throws UnreadableDesign {
        Path from = folder;
        if (from == null || !Files.isDirectory(from)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(from)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ENDING))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UnreadableDesign("the folder " + from + " cannot be read: " + unreadable.getMessage());
        }
    }

    private static String name(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - ENDING.length());
    }

    /** The owner's file wins over a built-in design of the same name. */
    private JsonNode design(String name) throws UnreadableDesign {
        for (Path file : owners()) {
            if (name(file).equals(name)) {
                return own(name, file);
            }
        }
        if (PageScript.DESIGNS.contains(name)) {
            return PageScript.builtIn(name);
        }
        throw new UnreadableDesign(
                "there is no design \"" + name + "\"; built in are " + String.join(", ", PageScript.DESIGNS)
                        + (folder == null ? "" : ", and your own are read from " + folder));
    }

    private static JsonNode own(String name, Path file) throws UnreadableDesign {
        try {
            if (Files.size(file) > LARGEST) {
                throw new UnreadableDesign(file + ": more than " + LARGEST + " bytes");
            }
            JsonNode design = YAMLMapper.shared().readTree(Files.readString(file));
            String wrong = DesignCheck.wrong(name, design);
            if (wrong != null) {
                throw new UnreadableDesign(file + ": " + wrong);
            }
            return design;
        } catch (JacksonException broken) {
            var at = broken.getLocation();
            throw new UnreadableDesign(file + (at == null ? "" : ", line " + at.getLineNr()) + ": this is no YAML");
        } catch (IOException unreadable) {
            throw new UnreadableDesign(file + " cannot be read: " + unreadable.getMessage());
        }
    }
}
