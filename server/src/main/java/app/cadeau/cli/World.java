package app.cadeau.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a command finds around it: the environment, where it prints, and whether a person looks on.
 *
 * @param terminal whether standard error is a terminal: only then are lines redrawn and coloured
 */
record World(Map<String, String> environment, PrintStream out, PrintStream err, boolean terminal) {

    static final int PORT = 8787;
    static final int SIMULATOR_PORT = 8788;

    static World real() {
        var console = System.console();
        var terminal = console != null && console.isTerminal();
        var world = new World(System.getenv(), System.out, System.err, terminal);
        var settings = OwnerFile.variables(world.home());
        settings.putAll(System.getenv());
        return world.with(settings);
    }

    /** A variable that is set and not blank. */
    Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    Path home() {
        var folder = variable("CADEAU_HOME")
                .map(Path::of)
                .orElseGet(() -> Path.of(variable("HOME").orElse(System.getProperty("user.home")))
                        .resolve(".cadeau"));
        return folder.toAbsolutePath().normalize();
    }

    /** The same with other values in the environment. */
    World with(Map<String, String> changes) {
        var changed = new HashMap<>(environment);
        changed.putAll(changes);
        return new World(Map.copyOf(changed), out, err, terminal);
    }

    boolean colours() {
        return terminal && variable("NO_COLOR").isEmpty() && !"dumb".equals(environment.get("TERM"));
    }
}
