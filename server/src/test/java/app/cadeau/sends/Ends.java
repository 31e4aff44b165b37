package app.cadeau.sends;

import app.cadeau.simulator.Fault;
import app.cadeau.simulator.Faults;
import app.cadeau.simulator.Variation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The tables of ends in {@code docs/simulator.md}: what is played, when, and how a send ends on it. */
final class Ends {

    private static final Pattern SHOUTED = Pattern.compile("[A-Z][A-Z_]{3,}");

    private Ends() {}

    /**
     * One line of a table.
     *
     * @param amount what the rule carries; -1 leaves it to the fault
     * @param when the occasion that is struck; 0 for always
     * @param cells how it ends, column by column
     */
    record Row(String name, long amount, int when, List<String> cells) {

        Fault fault() {
            return Fault.valueOf(constant());
        }

        Variation variation() {
            return Variation.valueOf(constant());
        }

        private String constant() {
            return name.toUpperCase(Locale.ROOT).replace('-', '_');
        }

        void play(Faults faults) {
            if (when > 0 && amount >= 0) {
                faults.at(fault(), when, amount);
            } else if (when > 0) {
                faults.at(fault(), when);
            } else if (amount >= 0) {
                faults.always(fault(), amount);
            } else {
                faults.always(fault());
            }
        }
    }

    /** What a cell allows: states, and codes of reasons; no code means that there is no reason. */
    record End(Set<SendState> states, Set<Reason.Code> reasons) {

        static End of(String cell) {
            var words =
                    SHOUTED.matcher(cell).results().map(found -> found.group()).collect(Collectors.toSet());
            return new End(
                    Arrays.stream(SendState.values())
                            .filter(state -> words.contains(state.name()))
                            .collect(Collectors.toSet()),
                    Arrays.stream(Reason.Code.values())
                            .filter(code -> words.contains(code.name()))
                            .collect(Collectors.toSet()));
        }

        boolean allows(Receipt receipt) {
            var reason = receipt.reason();
            var unproved = receipt.state() == SendState.REVIEW && states.contains(SendState.PARTIAL);
            return (unproved || states.contains(receipt.state()))
                    && (reason == null ? states.contains(SendState.CONFIRMED) : reasons.contains(reason.code()));
        }
    }

    /** The lines between {@code <!-- ends: NAME -->} and {@code <!-- end -->}, without heading and rule. */
    static List<Row> table(String name) {
        var page = Path.of(System.getProperty("basedir", ".")).resolve("../docs/simulator.md");
        try {
            var rows = Files.readAllLines(page).stream()
                    .dropWhile(line -> !line.equals("<!-- ends: " + name + " -->"))
                    .skip(3)
                    .takeWhile(line -> !line.equals("<!-- end -->"))
                    .map(Ends::row)
                    .toList();
            if (rows.isEmpty()) {
                throw new IllegalArgumentException("docs/simulator.md has no table of ends called " + name);
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // | `page-hangs` 0 | 3 | CONFIRMED | PARTIAL: PAGE_CHANGED |
    private static Row row(String line) {
        var cells = Arrays.stream(line.substring(1, line.length() - 1).split("\\|"))
                .map(String::strip)
                .toList();
        var first = cells.getFirst().split("`");
        var amount = first.length > 2 && !first[2].isBlank() ? Long.parseLong(first[2].strip()) : -1;
        var when = cells.get(1).matches("\\d+") ? Integer.parseInt(cells.get(1)) : 0;
        return new Row(first[1], amount, when, cells.subList(2, cells.size()));
    }
}
