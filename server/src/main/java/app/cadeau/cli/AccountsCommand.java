package app.cadeau.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code cadeau accounts …}. Sessions go in and never come out. */
@Command(
        name = "accounts",
        description = "The accounts that give.",
        subcommands = {
            AccountsCommand.ListThem.class,
            AccountsCommand.Show.class,
            AccountsCommand.Check.class,
            AccountsCommand.Add.class,
            AccountsCommand.Login.class,
            AccountsCommand.Import.class,
            AccountsCommand.Set.class,
            AccountsCommand.Clear.class,
            AccountsCommand.Remove.class,
            AccountsCommand.RotateKey.class
        })
final class AccountsCommand extends Group {

    /** yes or no, as the contract has it. */
    enum YesNo {
        YES,
        NO
    }

    @Command
    abstract static class Named extends Reaching {

        @Parameters(paramLabel = "NAME", description = "The account.")
        String name;

        String path(String rest) {
            return "/api/accounts/" + Address.word(name) + rest;
        }

        int print(JsonNode account) {
            if (!asJson(account)) {
                table(new Table(), account).print(world().out());
            }
            return Exit.FINE;
        }
    }

    static Table table(Table table, JsonNode account) {
        var health = account.path("health");
        return table.row(
                account.path("name").asString() + (account.path("standard").asBoolean() ? " (default)" : ""),
                health.path("state").asString(),
                account.path("session").asBoolean() ? "session" : "no session",
                "of " + account.path("owner").asString("owner"),
                account.path("usedAlone").asBoolean() ? "used by Cadeau alone" : "shared",
                account.path("shut").isObject()
                        ? "SHUT: " + health.path("sentence").asString()
                        : "open",
                AccountText.coins(health));
    }

    @Command(name = "list", description = "All accounts.")
    static final class ListThem extends Reaching {
        @Override
        int ask(Client client) {
            var accounts = client.get("/api/accounts");
            if (!asJson(accounts)) {
                var table = new Table();
                accounts.forEach(account -> table(table, account));
                table.print(world().out());
                accounts.forEach(account -> AccountText.todo(account).forEach(world().out()::println));
            }
            return Exit.FINE;
        }
    }

    @Command(name = "show", description = "How an account is, and what to do about it.")
    static final class Show extends Named {
        @Override
        int ask(Client client) {
            var account = client.get(path(""));
            if (!asJson(account)) {
                AccountText.lines(account).forEach(world().out()::println);
            }
            return Exit.FINE;
        }
    }

    @Command(name = "check", description = "Asks the platform whether sessions still log in. Presses nothing.")
    static final class Check extends Reaching {
        @Parameters(paramLabel = "NAME", arity = "0..1", description = "The account; all when none is named.")
        @Nullable
        String name;

        @Override
        int ask(Client client) {
            var results = new ArrayList<JsonNode>();
            for (var each : name == null ? names(client) : List.of(name)) {
                var result = client.post("/api/accounts/" + Address.word(each) + "/check", Map.of());
                results.add(result);
                if (!json) {
                    AccountText.checked(result).forEach(world().out()::println);
                }
            }
            if (json) {
                world().out().println(name == null ? Client.JSON.valueToTree(results) : results.getFirst());
            }
            return results.stream()
                            .allMatch(result ->
                                    "LOGGED_IN".equals(result.path("outcome").asString()))
                    ? Exit.FINE
                    : Exit.NOT_IN_FULL;
        }

        private static List<String> names(Client client) {
            var names = new ArrayList<String>();
            client.get("/api/accounts")
                    .forEach(account -> names.add(account.path("name").asString()));
            return names;
        }
    }

    @Command(name = "add", description = "Makes an account without a session.")
    static final class Add extends Named {
        @Option(names = "--used-alone", paramLabel = "yes|no", description = "Does nothing but Cadeau spend from it?")
        @Nullable
        YesNo usedAlone;

        @Override
        int ask(Client client) {
            return print(client.post("/api/accounts", Map.of("name", name, "usedAlone", usedAlone == YesNo.YES)));
        }
    }

    @Command(name = "login", description = "Opens a window for you to log in by hand; nothing is typed for you.")
    static final class Login extends Named {
        private static final Duration LOOK_EVERY = Duration.ofMillis(500);

        @Option(names = "--minutes", paramLabel = "N", description = "How long the window stays open, 1 to 60; 10.")
        @Nullable
        Integer minutes;

        @Override
        int ask(Client client) {
            Map<String, Object> asked = minutes == null ? Map.of() : Map.of("minutes", minutes);
            var line = client.post(path("/login"), asked);
            world().err()
                    .println(line.path("sentence").asString() + " It closes at "
                            + line.path("until").asString() + "; Ctrl-C closes it now.");
            while ("WAITING".equals(line.path("state").asString())) {
                if (cadeau().ctrlC().await(LOOK_EVERY)) {
                    client.call("DELETE", path("/login"), null, Map.of());
                    throw new CommandFailed(Exit.NOT_IN_FULL, "the window is closed; nothing was kept");
                }
                line = client.get(path("/login"));
            }
            if (!asJson(line)) {
                world().out().println(line.path("sentence").asString());
            }
            return "LOGGED_IN".equals(line.path("state").asString()) ? Exit.FINE : Exit.NOT_IN_FULL;
        }
    }

    @Command(name = "import", description = "Keeps a session, encrypted; makes the account if there is none.")
    static final class Import extends Named {
        @Option(names = "--state", required = true, paramLabel = "FILE", description = "A Playwright storage state.")
        Path state;

        @Override
        int ask(Client client) {
            return print(client.call("PUT", path("/session"), text(), Map.of()));
        }

        private String text() {
            try {
                return Files.readString(state);
            } catch (IOException unreadable) {
                throw new CommandFailed(Exit.BAD_ARGUMENTS, state + " cannot be read", unreadable);
            }
        }
    }

    @Command(name = "set", description = "Changes what is known of an account.")
    static final class Set extends Named {
        @Option(names = "--used-alone", paramLabel = "yes|no", description = "Does nothing but Cadeau spend from it?")
        @Nullable
        YesNo usedAlone;

        @Option(
                names = "--cap",
                paramLabel = "N",
                description = "Coins that may be on their way, or in doubt, at once.")
        @Nullable
        Long cap;

        @Option(names = "--default", description = "Takes this account when none is named.")
        boolean standard;

        @Override
        int ask(Client client) {
            var changes = new HashMap<String, Object>();
            if (usedAlone != null) {
                changes.put("usedAlone", usedAlone == YesNo.YES);
            }
            if (standard) {
                changes.put("standard", true);
            }
            if (cap != null) {
                changes.put("exposureCap", cap);
            }
            if (changes.isEmpty()) {
                throw new CommandFailed(
                        Exit.BAD_ARGUMENTS, "say what to set: --used-alone yes|no, --cap N or --default");
            }
            return print(client.call("PATCH", path(""), Client.JSON.writeValueAsString(changes), Map.of()));
        }
    }

    @Command(name = "clear", description = "Opens a shut account again.")
    static final class Clear extends Named {
        @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why it may work; it is kept.")
        String reason;

        @Override
        int ask(Client client) {
            return print(client.post(path("/clear"), Map.of("reason", reason)));
        }
    }

    @Command(name = "remove", description = "Wipes an account and its session.")
    static final class Remove extends Named {
        @Override
        int ask(Client client) {
            var gone = client.post(path("/remove"), Map.of());
            if (!asJson(gone)) {
                world().out().println("Account " + name + " is gone.");
                gone.path("wiped").forEach(what -> world().out().println("  wiped: " + what.asString()));
                gone.path("stays").forEach(what -> world().out().println("  stays: " + what.asString()));
            }
            return Exit.FINE;
        }
    }

    @Command(name = "rotate-key", description = "Makes a new master key and wraps the key of every session by it.")
    static final class RotateKey extends Reaching {
        @Override
        int ask(Client client) {
            var made = client.post("/api/master-key/rotate", Map.of());
            if (!asJson(made)) {
                world().out()
                        .println(
                                "The master key is a new one, in "
                                        + made.path("place").asString() + "; "
                                        + Count.of(made.path("sessions").asLong(), "session")
                                        + " wrapped anew. Sessions in older backups open only with the old key, which is gone.");
            }
            return Exit.FINE;
        }
    }
}
