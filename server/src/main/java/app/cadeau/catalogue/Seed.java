package app.cadeau.catalogue;

import app.cadeau.money.Coins;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The gifts that the program comes with: {@code gifts.csv}, one gift a line: id, name, coins, combo, source. */
final class Seed {

    private static final int COLUMNS = 5;

    private Seed() {}

    static List<Gift> gifts() {
        var file = Objects.requireNonNull(Seed.class.getResourceAsStream("gifts.csv"), "gifts.csv is not there");
        try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .skip(1)
                    .filter(line -> !line.isBlank())
                    .map(Seed::gift)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("gifts.csv cannot be read", unreadable);
        }
    }

    private static Gift gift(String line) {
        var cells = line.split(",", -1);
        if (cells.length != COLUMNS) {
            throw new IllegalStateException("gifts.csv: " + cells.length + " cells in \"" + line + "\"");
        }
        return new Gift(
                new GiftId(Long.parseLong(cells[0])),
                cells[1],
                Coins.of(Long.parseLong(cells[2])),
                combo(cells[3]),
                null);
    }

    private static @Nullable Boolean combo(String cell) {
        return cell.isEmpty() ? null : Boolean.valueOf(cell);
    }
}
