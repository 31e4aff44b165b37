package app.cadeau.simulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where scripts come from: the library of evenings, or a file. */
public final class Scripts {

    /** In the order in which a newcomer should see them. */
    public static final List<String> LIBRARY =
            List.of("quiet-room", "battle", "fest-bonus-hour", "dying-room", "team-battle");

    private Scripts() {}

    /**
     * By its name in the library, else as a file.
     *
     * @throws ScriptError that names file, line and what to do
     */
    public static Script find(String nameOrFile) {
        if (LIBRARY.contains(nameOrFile)) {
            return read(nameOrFile + ".yaml", Resources.text("evenings/" + nameOrFile + ".yaml"));
        }
        Path file = Path.of(nameOrFile);
        if (!Files.isRegularFile(file)) {
            throw new ScriptError(
                    nameOrFile,
                    0,
                    "is neither a file nor an evening of the library; use one of " + String.join(", ", LIBRARY));
        }
        try {
            return read(file.getFileName().toString(), Files.readString(file));
        } catch (IOException e) {
            throw new ScriptError(nameOrFile, 0, "cannot be read; is it text in UTF-8? " + e.getMessage());
        }
    }

    /** @param file the name that errors bear */
    public static Script read(String file, String yaml) {
        return ScriptReader.read(file, yaml, new Shop());
    }
}
