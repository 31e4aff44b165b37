package app.cadeau.livepage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** When an answer is known to have come on the connection that its request went out on. Times as Chromium told them. */
class ConnectionsTest {

    private static final String LIST = "https://webcast.example/gift/list/";
    private static final String SEND = "https://webcast.example/gift/send/?room_id=1";

    private final Connections connections = new Connections();

    private boolean answeredOn(long connection) {
        connections.leaves("gift", SEND, 20);
        return connections.same("gift", true, connection, "http/1.1");
    }

    @Test
    void takesTheConnectionOfTheCallThatEndedLast() {
        connections.rests(LIST, 7, 10.1);
        connections.rests(LIST, 8, 10.2);

        assertThat(answeredOn(8)).isTrue();
    }

    @Test
    void endsAreToldInAnotherOrderThanTheyCame() {
        connections.rests(LIST, 8, 10.0023);
        connections.rests(LIST, 7, 10.0022);

        assertThat(answeredOn(8)).isTrue();
    }

    @Test
    void anotherThanTheOneUsedLastMayCarryARepeat() {
        connections.rests(LIST, 7, 10.1);
        connections.rests(LIST, 8, 10.2);

        assertThat(answeredOn(7)).isFalse();
    }

    @Test
    void aCallThatBeganSinceMayHaveTakenIt() {
        connections.rests(LIST, 8, 10.2);
        connections.leaves("list", LIST, 11);

        assertThat(answeredOn(8)).isFalse();
    }

    @Test
    void anEndThatIsToldAfterAnotherCallBeganSaysNothing() {
        connections.leaves("list", LIST, 11);
        connections.rests(LIST, 8, 10.9);

        assertThat(answeredOn(8)).isFalse();
    }

    @Test
    void aCallOfAnotherOriginTakesNothing() {
        connections.rests(LIST, 8, 10.2);
        connections.leaves("picture", "https://pictures.example/rose.png", 11);
        connections.rests("https://pictures.example/rose.png", 9, 12);

        assertThat(answeredOn(8)).isTrue();
    }

    @Test
    void aNewConnectionIsASignOfARepeat() {
        connections.rests(LIST, 8, 10.2);
        connections.leaves("gift", SEND, 20);

        assertThat(connections.same("gift", false, 8, "http/1.1")).isFalse();
    }

    @Test
    void oneConnectionOfHttp2CarriesAll() {
        connections.leaves("gift", SEND, 20);

        assertThat(connections.same("gift", true, 8, "h2")).isTrue();
    }
}
