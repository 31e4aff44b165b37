package app.cadeau.cli;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cadeau sends list|show|campaign|resolve}. */
@Command(
        name = "sends",
        description = "Lists sends, shows a receipt, settles what is in REVIEW.",
        subcommands = {
            SendsCommand.ListThem.class,
            SendsCommand.Show.class,
            SendsCommand.OfCampaign.class,
            SendsCommand.Resolve.class
        })
final class SendsCommand extends Group {

    @Command(name = "list", description = "The newest sends first.")
    static final class ListThem extends Reaching {

        @Option(names = "--limit", defaultValue = "20", description = "How many: 1 to 200.")
        int limit;

        @Option(names = "--state", description = "Only sends in this state.")
        @Nullable
        String state;

        @Option(names = "--account", description = "Only sends of this account.")
        @Nullable
        String account;

        @Option(names = "--before", paramLabel = "SEND", description = "Only sends that are older than this one.")
        @Nullable
        String before;

        @Override
        int ask(Client client) {
            var page = client.get(Address.of(
                    "/api/sends",
                    "limit",
                    Integer.toString(limit),
                    "state",
                    state,
                    "account",
                    account,
                    "before",
                    before));
            if (!asJson(page)) {
                var table = new Table().row("SEND", "STATE", "STREAMER", "GIFT", "CONFIRMED", "UNKNOWN", "COINS");
                page.path("sends")
                        .forEach(receipt -> table.row(
                                receipt.path("id").asString(),
                                receipt.path("state").asString(),
                                receipt.path("streamer").asString(),
                                receipt.path("gift").path("name").asString(),
                                receipt.path("confirmed").asString() + "/"
                                        + receipt.path("requested").asString(),
                                receipt.path("unknown").asString(),
                                receipt.path("coinsSpent").asString()));
                table.print(world().out());
                Reviews.of(page.path("sends")).forEach(world().out()::println);
            }
            return Exit.FINE;
        }
    }

    @Command(name = "show", description = "The receipt of one send.")
    static final class Show extends Reaching {

        @Parameters(paramLabel = "SEND", description = "Which send.")
        String send;

        @Override
        int ask(Client client) {
            var receipt = client.get("/api/sends/" + Address.word(send));
            if (!asJson(receipt)) {
                new ReceiptText(receipt, cadeau().ink()).print(world().out());
            }
            return Exit.FINE;
        }
    }

    @Command(name = "campaign", description = "What all sends of one order of several accounts did.")
    static final class OfCampaign extends Reaching {

        @Parameters(paramLabel = "CAMPAIGN", description = "Which campaign.")
        String campaign;

        @Override
        int ask(Client client) {
            var found = client.get("/api/campaigns/" + Address.word(campaign));
            if (!asJson(found)) {
                new CampaignText(found, cadeau().ink()).print(world().out());
            }
            return Exit.FINE;
        }
    }

    @Command(name = "resolve", description = "Says how many gifts of a send in REVIEW landed.")
    static final class Resolve extends Reaching {

        @Parameters(paramLabel = "SEND", description = "Which send.")
        String send;

        @Option(names = "--landed", required = true, paramLabel = "K", description = "How many gifts landed in all.")
        int landed;

        @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "How you know; it is kept.")
        String reason;

        @Override
        int ask(Client client) {
            var receipt = client.post(
                    "/api/sends/" + Address.word(send) + "/resolve", Map.of("landed", landed, "reason", reason));
            if (!asJson(receipt)) {
                new ReceiptText(receipt, cadeau().ink()).print(world().out());
            }
            return Exit.FINE;
        }
    }
}
