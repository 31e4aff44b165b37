package app.cadeau.simulator;

/** A script that cannot be played: the message names file, line and what to do. Nothing was started. */
public final class ScriptError extends IllegalArgumentException {

    ScriptError(String file, int line, String what) {
        super(line > 0 ? "%s, line %d: %s".formatted(file, line, what) : file + ": " + what);
    }
}
