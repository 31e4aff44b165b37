package app.cadeau.team;

/** Whom an access token stands for. */
public sealed interface Known {

    record As(Session session) implements Known {}

    /** It was good once; a refresh token brings another one. */
    record Expired() implements Known {}

    record Nobody() implements Known {}
}
