package app.cadeau.cli;

import app.cadeau.CannotStart;
import app.cadeau.Daemon;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code cadeau move-data --to URL}: from SQLite to PostgreSQL, while no daemon works. */
@Command(
        name = "move-data",
        description = "Takes this home's SQLite data to an empty PostgreSQL database and proves it equal.")
final class MoveDataCommand implements Callable<Integer> {

    @ParentCommand
    Cadeau parent;

    @Option(names = "--to", required = true, paramLabel = "URL", description = "jdbc:postgresql://HOST/DATABASE?user=…")
    String to;

    @Option(names = "--json", description = "Print JSON.")
    boolean json;

    @Override
    public Integer call() {
        var out = parent.world().out();
        var rows = move();
        if (json) {
            out.println(Client.JSON.writeValueAsString(Map.of("rows", rows)));
        } else {
            var table = new Table();
            rows.forEach((name, count) -> table.row(name, Long.toString(count)));
            table.print(out);
            out.println("Every row is there, and the book ties. Set CADEAU_DATABASE_URL from now on;"
                    + " cadeau.db is kept as it is and no longer used.");
        }
        return Exit.FINE;
    }

    private Map<String, Long> move() {
        try {
            return Daemon.moveData(parent.world().home(), to);
        } catch (CannotStart refused) {
            throw new CommandFailed(Exit.NOT_IN_FULL, String.valueOf(refused.getMessage()), refused);
        }
    }
}
