package app.cadeau.cli;

import java.io.PrintStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** {@code cadeau ledger verify|balance|statement}. */
@Command(
        name = "ledger",
        description = "The book of coins: proves it, and tells what an account owns and did.",
        subcommands = {LedgerCommand.Verify.class, LedgerCommand.BalanceOf.class, LedgerCommand.StatementOf.class})
final class LedgerCommand extends Group {

    @Command(name = "verify", description = "Proves the whole book, and says where it does not tie.")
    static final class Verify extends Reaching {

        @Override
        int ask(Client client) {
            var proof = client.get("/api/ledger/verify");
            var ties = proof.path("ties").asBoolean();
            if (!asJson(proof)) {
                world().out().println(ties ? "the book ties" : "the book does not tie:");
                proof.path("flaws")
                        .forEach(flaw -> world().out()
                                .println("  " + flaw.path("where").asString() + ": "
                                        + flaw.path("sentence").asString()));
            }
            return ties ? Exit.FINE : Exit.NOT_IN_FULL;
        }
    }

    @Command(name = "balance", description = "What each account owns: coins, reserved, in doubt.")
    static final class BalanceOf extends Reaching {

        @Override
        int ask(Client client) {
            var balances = client.get("/api/balance");
            if (!asJson(balances)) {
                var table = new Table().row("ACCOUNT", "COINS", "RESERVED", "IN DOUBT", "UNEXPLAINED", "READ AT");
                balances.forEach(one -> table.row(
                        one.path("account").asString(),
                        one.path("coins").asString(),
                        one.path("held").asString(),
                        one.path("inDoubt").asString(),
                        one.path("suspense").asString(),
                        one.path("readAt").asString("never")));
                table.print(world().out());
            }
            return Exit.FINE;
        }
    }

    @Command(name = "statement", description = "An account's day: what it had, what came and went, what it has.")
    static final class StatementOf extends Reaching {

        @Option(names = "--account", required = true, paramLabel = "A", description = "Whose.")
        String account;

        @Option(names = "--day", paramLabel = "DAY", description = "Like 2026-11-22; today when left out.")
        @Nullable
        String day;

        @Option(names = "--csv", description = "Print CSV.")
        boolean csv;

        @Override
        int ask(Client client) {
            var statement = client.get(Address.of("/api/ledger/statement", "account", account, "day", day));
            if (csv) {
                csv(statement, world().out());
            } else if (!asJson(statement)) {
                print(statement, world().out());
            }
            return Exit.FINE;
        }

        private static void print(JsonNode statement, PrintStream out) {
            out.println("opening balance " + statement.path("opening").asString());
            var table = new Table();
            statement.path("lines").forEach(line -> table.row(cells(line).toArray(String[]::new)));
            table.print(out);
            out.println("closing balance " + statement.path("closing").asString());
        }

        private static void csv(JsonNode statement, PrintStream out) {
            out.println("entry,at,kind,send,streamer,note,coins,balance");
            out.println(",,OPENING,,,,," + statement.path("opening").asString());
            statement
                    .path("lines")
                    .forEach(line ->
                            out.println(cells(line).map(StatementOf::quoted).collect(Collectors.joining(","))));
            out.println(",,CLOSING,,,,," + statement.path("closing").asString());
        }

        private static Stream<String> cells(JsonNode line) {
            return Stream.of("entry", "at", "kind", "send", "streamer", "note", "coins", "balance")
                    .map(name -> line.path(name).asString());
        }

        /** A spreadsheet runs what begins like a formula; coins may begin with their minus. */
        private static String quoted(String cell) {
            var safe = cell.matches("[=+@\\t\\r].*") ? "'" + cell : cell;
            return safe.matches("(?s).*[\",\\n\\r].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
        }
    }
}
