package app.cadeau.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** A word with further words below it; alone it shows them. */
@Command
abstract class Group implements Runnable {

    @ParentCommand
    Cadeau parent;

    @Spec
    CommandLine.Model.CommandSpec spec;

    Cadeau cadeau() {
        return parent;
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(),
                "say what to do: one of " + String.join(", ", spec.subcommands().keySet()));
    }
}
