package app.cadeau.cli;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** {@code cadeau budgets list|set}. */
@Command(
        name = "budgets",
        description = "What may be spent.",
        subcommands = {BudgetsCommand.ListThem.class, BudgetsCommand.Set.class})
final class BudgetsCommand extends Group {

    @Command(name = "list", description = "Every budget there is.")
    static final class ListThem extends Reaching {

        @Override
        int ask(Client client) {
            return show(this, client.get("/api/budgets"));
        }
    }

    @Command(name = "set", description = "Sets one budget, or lifts it.")
    static final class Set extends Reaching {

        @ArgGroup
        @Nullable
        Whose whose;

        static final class Whose {
            @Option(names = "--account", paramLabel = "A", description = "For this account alone.")
            @Nullable
            String account;

            @Option(names = "--streamer", paramLabel = "@NAME", description = "For this streamer alone.")
            @Nullable
            String streamer;
        }

        @Option(
                names = "--per",
                required = true,
                paramLabel = "PERIOD",
                description = "send, hour, day, month, or floor: the least to leave in the wallet.")
        String period;

        @ArgGroup(multiplicity = "1")
        @Nullable
        Most most;

        static final class Most {
            @Option(names = "--coins", paramLabel = "N", description = "So many coins.")
            @Nullable
            Long coins;

            @Option(names = "--none", description = "No limit.")
            boolean none;
        }

        @Override
        int ask(Client client) {
            var body = new HashMap<String, @Nullable Object>();
            body.put("scope", whose == null ? "ALL" : whose.account != null ? "ACCOUNT" : "STREAMER");
            body.put("subject", whose == null ? "" : whose.account != null ? whose.account : whose.streamer);
            body.put("period", period);
            body.put("coins", Objects.requireNonNull(most).coins);
            return show(this, client.call("PUT", "/api/budgets", Client.JSON.writeValueAsString(body), Map.of()));
        }
    }

    private static int show(Reaching command, JsonNode budgets) {
        if (!command.asJson(budgets)) {
            var table = new Table().row("FOR", "PER", "COINS");
            budgets.forEach(budget -> table.row(
                    whose(budget),
                    budget.path("period").asString(),
                    budget.path("coins").asString("no limit")));
            table.print(command.world().out());
        }
        return Exit.FINE;
    }

    private static String whose(JsonNode budget) {
        var subject = budget.path("subject").asString();
        return switch (budget.path("scope").asString()) {
            case "ACCOUNT" -> subject.isEmpty() ? "each account" : "account " + subject;
            case "STREAMER" -> subject.isEmpty() ? "each streamer" : subject;
            default -> "all";
        };
    }
}
