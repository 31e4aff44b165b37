package app.cadeau.cli;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code cadeau gifts [@NAME]}: the catalogue, or what a LIVE offers now. */
@Command(name = "gifts", description = "The catalogue, or what a LIVE offers now.")
final class GiftsCommand extends Reaching {

    @Parameters(arity = "0..1", paramLabel = "@NAME", description = "The streamer whose LIVE is looked at.")
    @Nullable
    String streamer;

    @Option(names = "--account", paramLabel = "A", description = "Which account looks.")
    @Nullable
    String account;

    @Override
    int ask(Client client) {
        var gifts = client.get(streamer == null ? "/api/gifts" : onAir(streamer));
        if (!asJson(gifts)) {
            var table = new Table();
            table.row("ID", "COINS", "COMBO", "NAME", streamer == null ? "" : "PLACE");
            gifts.forEach(gift -> table.row(
                    gift.path("id").asString(),
                    gift.path("coins").asString(),
                    combo(gift.path("combo")),
                    gift.path("name").asString(),
                    place(gift)));
            table.print(world().out());
        }
        return Exit.FINE;
    }

    private String onAir(String name) {
        return Address.of("/api/streams/" + Address.word(name) + "/gifts", "account", account);
    }

    private static String combo(JsonNode combo) {
        return combo.isBoolean() ? (combo.asBoolean() ? "yes" : "no") : "?";
    }

    private static String place(JsonNode gift) {
        var place = gift.path("place").asString("").toLowerCase(Locale.ROOT);
        var position = gift.path("position").asInt(-1);
        return position < 0 ? place : place + " " + (position + 1);
    }
}
