package app.cadeau.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Unmatched;

/** {@code cadeau simulate}: the simulator alone. What it does not know itself goes on to the simulator's own options. */
@Command(
        name = "simulate",
        description = {
            "Runs the simulator alone; further options are the simulator's own:",
            "--script NAME|FILE plays an evening (--speed 1..100, --loop); --list-scripts names them."
        })
final class SimulateCommand implements Callable<Integer> {

    @ParentCommand
    Cadeau parent;

    @Option(names = "--port", defaultValue = "8788", description = "Its port; 0 takes a free one.")
    int port;

    @Option(names = "--seed", defaultValue = "1", description = "Seed of everything that happens by chance.")
    long seed;

    @Unmatched
    List<String> others = new ArrayList<>();

    @Override
    public Integer call() throws IOException, InterruptedException {
        var arguments = new ArrayList<>(List.of("--port", Integer.toString(port), "--seed", Long.toString(seed)));
        arguments.addAll(others);
        var process = new ProcessBuilder(SimulatorProcess.command(arguments))
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        return process.waitFor();
    }
}
