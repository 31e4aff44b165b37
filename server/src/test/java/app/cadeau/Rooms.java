package app.cadeau;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The tables of {@code docs/architecture.md}, as the walls that they promise. */
record Rooms(Map<String, Room> rooms, Map<String, Set<String>> libraries, Set<String> planned) {

    private static final Pattern WORD = Pattern.compile("`([^`]+)`");

    /** @param door its public types; @param mayCall the rooms that its code may name */
    record Room(String name, Set<String> door, Set<String> mayCall) {}

    static Rooms inTheDocs() throws IOException {
        var module = Path.of(System.getProperty("basedir", "."));
        return in(Files.readAllLines(module.resolve("../docs/architecture.md")));
    }

    static Rooms in(List<String> page) {
        var rooms = new LinkedHashMap<String, Room>();
        for (var row : table(page, "rooms")) {
            var name = only(row.getFirst());
            rooms.put(name, new Room(name, words(row.get(1)), words(row.getLast())));
        }
        var libraries = table(page, "libraries").stream()
                .collect(Collectors.toMap(row -> only(row.getFirst()), row -> words(row.get(1))));
        var planned =
                table(page, "planned").stream().map(row -> only(row.getFirst())).collect(Collectors.toSet());
        return new Rooms(rooms, libraries, planned);
    }

    /** The room of a package, as the table calls it; the package above all rooms is the house. */
    static String of(String packageName) {
        var below = packageName.substring("app.cadeau".length());
        return below.isEmpty() ? "house" : below.substring(1).split("\\.", 2)[0];
    }

    // A table stands between its own two comments; its first two lines are heading and rule.
    private static List<List<String>> table(List<String> page, String name) {
        var rows = page.stream()
                .dropWhile(line -> !line.equals("<!-- walls: " + name + " -->"))
                .skip(3)
                .takeWhile(line -> !line.equals("<!-- end -->"))
                .map(line -> List.of(line.substring(1, line.length() - 1).split("\\|")))
                .toList();
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("docs/architecture.md has no table of " + name);
        }
        return rows;
    }

    private static Set<String> words(String cell) {
        return WORD.matcher(cell).results().map(found -> found.group(1)).collect(Collectors.toUnmodifiableSet());
    }

    private static String only(String cell) {
        var words = words(cell);
        if (words.size() != 1) {
            throw new IllegalArgumentException("one name was expected in: " + cell);
        }
        return words.iterator().next();
    }
}
