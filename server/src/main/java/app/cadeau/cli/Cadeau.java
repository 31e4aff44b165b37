package app.cadeau.cli;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command line: an HTTP client of the daemon. */
@Command(
        name = "cadeau",
        description = "Sends gifts to a LIVE from your own accounts, and proves every coin.",
        subcommands = {
            DemoCommand.class,
            ServeCommand.class,
            SendCommand.class,
            StopCommand.class,
            StatusCommand.class,
            SendsCommand.class,
            QueueCommand.class,
            GiftsCommand.class,
            AccountsCommand.class,
            LedgerCommand.class,
            BudgetsCommand.class,
            ConsentCommand.class,
            AdminCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            MoveDataCommand.class,
            DoctorCommand.class,
            SimulateCommand.class,
            WebcastCommand.class
        })
final class Cadeau implements Runnable {

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Show the stack of an error.")
    private boolean debug;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help.")
    private boolean help;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    private final World world;
    private final CtrlC ctrlC;

    private Cadeau(World world, CtrlC ctrlC) {
        this.world = world;
        this.ctrlC = ctrlC;
    }

    public static void main(String[] args) {
        var ctrlC = CtrlC.ofThisProgram();
        var exit = run(World.real(), ctrlC, args);
        ctrlC.finish(exit);
        System.exit(exit);
    }

    static int run(World world, CtrlC ctrlC, String... args) {
        var root = new Cadeau(world, ctrlC);
        var line = new CommandLine(root);
        line.setOut(new PrintWriter(world.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(world.err(), true, StandardCharsets.UTF_8));
        line.setColorScheme(CommandLine.Help.defaultColorScheme(
                world.colours() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.registerConverter(BigDecimal.class, Cadeau::decimal);
        line.setExecutionStrategy(Cadeau::execute);
        line.setParameterExceptionHandler(root::badArguments);
        line.setExecutionExceptionHandler(root::failed);
        return line.execute(args);
    }

    // Help of a command that is not there would be the help of another one.
    private static int execute(CommandLine.ParseResult parsed) {
        var last = parsed.asCommandLineList().getLast();
        var unmatched = last.getUnmatchedArguments();
        if (!unmatched.isEmpty() && !last.getSubcommands().isEmpty()) {
            throw new CommandLine.UnmatchedArgumentException(last, unmatched);
        }
        return new CommandLine.RunLast().execute(parsed);
    }

    private static BigDecimal decimal(String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException none) {
            throw new CommandLine.TypeConversionException("'" + text + "' is not a number");
        }
    }

    World world() {
        return world;
    }

    CtrlC ctrlC() {
        return ctrlC;
    }

    InstantSource clock() {
        return InstantSource.system();
    }

    Ink ink() {
        return new Ink(world.colours());
    }

    @Override
    public void run() {
        spec.commandLine().usage(world.out());
    }

    private int badArguments(CommandLine.ParameterException bad, String[] args) {
        say(sentence(bad) + " (see " + bad.getCommandLine().getCommandSpec().qualifiedName() + " --help)", bad);
        return Exit.BAD_ARGUMENTS;
    }

    private static String sentence(CommandLine.ParameterException bad) {
        if (bad instanceof CommandLine.UnmatchedArgumentException unmatched && !unmatched.isUnknownOption()) {
            var word = unmatched.getUnmatched().getFirst();
            return bad.getCommandLine().getSubcommands().isEmpty()
                    ? "\"" + word + "\" is one argument too many"
                    : "there is no command \"" + word + "\"";
        }
        return String.valueOf(bad.getMessage())
                .replaceFirst("^Error: ", "")
                .replaceFirst(" is not an? (int|long)$", " is not a whole number");
    }

    private int failed(Exception failed, CommandLine command, CommandLine.ParseResult parsed) {
        say(failed.getMessage() == null ? failed.toString() : failed.getMessage(), failed);
        return failed instanceof CommandFailed known ? known.exit() : Exit.NOT_IN_FULL;
    }

    private void say(String line, Exception because) {
        world.err().println(ink().bad("cadeau: ") + line);
        if (debug) {
            because.printStackTrace(world.err());
        }
    }
}
