package app.cadeau;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What in the code breaks the promises of the table: one sentence each, none when all walls stand. */
record Walls(Rooms promised, JavaClasses code) {

    List<String> callsThroughAWall() {
        return calls(to -> to.getPackageName().startsWith("app.cadeau"))
                .filter(call -> !allowed(call))
                .map(call -> "%s may not call %s: %s"
                        .formatted(room(call.getOriginClass()), room(call.getTargetClass()), call.getDescription()))
                .toList();
    }

    List<String> librariesOutOfPlace() {
        return promised.libraries().entrySet().stream()
                .flatMap(library -> calls(to -> to.getPackageName().startsWith(library.getKey()))
                        .filter(call -> !library.getValue().contains(room(call.getOriginClass())))
                        .map(call -> library.getKey() + " is out of place: " + call.getDescription()))
                .toList();
    }

    List<String> springInTheCommandLine() {
        return calls(to -> to.getPackageName().startsWith("org.springframework"))
                .filter(call -> room(call.getOriginClass()).equals("cli"))
                .map(Dependency::getDescription)
                .toList();
    }

    /** Doors that the table does not name, and doors in the table that are not there. */
    List<String> doorsOutOfPlace() {
        return promised.rooms().values().stream()
                .flatMap(room -> Stream.concat(
                        missing(
                                publicTypes(room.name()),
                                room.door(),
                                room.name() + " has a door that is not in the table: "),
                        missing(room.door(), publicTypes(room.name()), room.name() + " has no such door: ")))
                .toList();
    }

    /** Rooms without a row, rows without a room, and rooms that have come but are still called planned. */
    List<String> roomsOutOfPlace() {
        var built = code.stream().map(Walls::room).collect(Collectors.toCollection(TreeSet::new));
        return Stream.of(
                        missing(built, promised.rooms().keySet(), "no row for the room "),
                        missing(promised.rooms().keySet(), built, "nothing in the room "),
                        promised.planned().stream().filter(built::contains).map(room -> "no longer planned: " + room))
                .flatMap(sentences -> sentences)
                .toList();
    }

    private static Stream<String> missing(Set<String> names, Set<String> from, String sentence) {
        return names.stream().filter(name -> !from.contains(name)).map(name -> sentence + name);
    }

    private boolean allowed(Dependency call) {
        var from = room(call.getOriginClass());
        var to = room(call.getTargetClass());
        var row = promised.rooms().get(from);
        return from.equals(to) || (row != null && row.mayCall().contains(to));
    }

    private Stream<Dependency> calls(Predicate<JavaClass> to) {
        return code.stream()
                .filter(Walls::ours)
                .flatMap(origin -> origin.getDirectDependenciesFromSelf().stream())
                .filter(call -> to.test(call.getTargetClass().getBaseComponentType()));
    }

    private Set<String> publicTypes(String room) {
        return code.stream()
                .filter(type -> ours(type) && room(type).equals(room))
                .filter(type -> type.isTopLevelClass() && type.getModifiers().contains(JavaModifier.PUBLIC))
                .map(JavaClass::getSimpleName)
                .collect(Collectors.toSet());
    }

    private static boolean ours(JavaClass type) {
        return type.getPackageName().startsWith("app.cadeau")
                && !type.getSimpleName().equals("package-info");
    }

    private static String room(JavaClass type) {
        return Rooms.of(type.getBaseComponentType().getPackageName());
    }
}
