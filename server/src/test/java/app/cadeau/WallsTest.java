package app.cadeau;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The walls between the rooms, as docs/architecture.md draws them. */
class WallsTest {

    private static final JavaClasses CODE =
            new ClassFileImporter().importPath(Path.of(System.getProperty("basedir", "."), "target", "classes"));

    private final Walls walls = new Walls(Rooms.inTheDocs(), CODE);

    WallsTest() throws IOException {}

    @Test
    void everyRoomHasARowAndEveryRowARoom() {
        assertThat(walls.roomsOutOfPlace()).isEmpty();
    }

    @Test
    void aRoomCallsOnlyTheRoomsOfItsRow() {
        assertThat(walls.callsThroughAWall()).isEmpty();
    }

    @Test
    void whatIsPublicIsTheDoorAndNothingElse() {
        assertThat(walls.doorsOutOfPlace()).isEmpty();
    }

    @Test
    void aLibraryStaysInItsRoom() {
        assertThat(walls.librariesOutOfPlace()).isEmpty();
    }

    @Test
    void theCommandLineDoesWithoutSpring() {
        assertThat(walls.springInTheCommandLine()).isEmpty();
    }

    @Test
    void noRoomsCallEachOtherInACircle() {
        ApplicationModules.of("app.cadeau", resideInAnyPackage("app.cadeau.webcast..", "app.cadeau.simulator.."))
                .verify();
    }

    // The proof that the four tests above can fail: the same code, held against a table that allows nothing.
    @Test
    void aTableThatAllowsNothingIsBroken() {
        var nothing = new Rooms.Room("sends", Set.of(), Set.of());
        var strict = new Rooms(Map.of("sends", nothing), Map.of("com.google.gson", Set.of()), Set.of("livepage"));
        var broken = new Walls(strict, CODE);

        assertThat(broken.callsThroughAWall()).anyMatch(call -> call.startsWith("sends may not call livepage"));
        assertThat(broken.doorsOutOfPlace()).contains("sends has a door that is not in the table: Sends");
        assertThat(broken.librariesOutOfPlace()).isNotEmpty();
        assertThat(broken.roomsOutOfPlace()).contains("no longer planned: livepage", "no row for the room money");
    }
}
