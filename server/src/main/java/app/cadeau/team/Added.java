package app.cadeau.team;

/** What came of adding a member. */
public sealed interface Added {

    record New(Member member) implements Added {}

    record NameTaken(MemberName name) implements Added {}

    /** There is an admin already, so nobody is the first one any more. */
    record AdminExists() implements Added {}

    record WeakPassword(String sentence) implements Added {}

    record TooMany(int most) implements Added {}

    /** Too many passwords are being hashed just now. */
    record Busy() implements Added {}
}
