package app.cadeau.team;

import java.time.Instant;

/**
 * A log-in that goes on.
 *
 * @param role of its member now, not when it began
 * @param usedAt when its tokens were last made anew: at most ten minutes before its last call
 */
public record Session(
        String id, MemberName member, Role role, Instant madeAt, Instant usedAt, Instant endsAt, String userAgent) {}
