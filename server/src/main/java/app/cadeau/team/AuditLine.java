package app.cadeau.team;

import java.time.Instant;

/**
 * Something that was done.
 *
 * @param who the member, or owner; for a log-in that failed, the name that was given
 * @param what a code such as LOGGED_IN
 * @param subject what it was done to: a member, an account, a send; empty for none
 */
public record AuditLine(String id, Instant at, String who, String what, String subject, String detail) {}
