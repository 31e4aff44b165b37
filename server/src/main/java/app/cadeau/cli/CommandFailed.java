package app.cadeau.cli;

/** A command that cannot go on: one line for a person and the exit status. */
final class CommandFailed extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int exit;

    CommandFailed(int exit, String line) {
        super(line);
        this.exit = exit;
    }

    CommandFailed(int exit, String line, Throwable cause) {
        super(line, cause);
        this.exit = exit;
    }

    int exit() {
        return exit;
    }
}
