package app.cadeau.simulator;

/** Somebody on stage who can be given gifts: the host, or a guest. */
public record Seat(long userId, String nickname, String handle, boolean host, boolean receives) {

    static Seat ofHost(String name, boolean receives) {
        return new Seat(Ids.of("host", name), nicknameOf(name) + " Live", name, true, receives);
    }

    static Seat ofGuest(String name, boolean receives) {
        return new Seat(Ids.of("guest", name), nicknameOf(name), name, false, receives);
    }

    static String nicknameOf(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
