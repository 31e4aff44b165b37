package app.cadeau.team;

import java.time.Instant;

/** A person who uses Cadeau. */
public record Member(MemberName name, Role role, Instant createdAt) {}
