package app.cadeau.api;

import app.cadeau.team.Members;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts an {@link AuthState} together. */
@Component
final class AuthStates {

    private static final String VERSION = Optional.ofNullable(
                    AuthStates.class.getPackage().getImplementationVersion())
            .orElse("dev");

    private final Members members;
    private final Target target;
    private final Csrf csrf;

    AuthStates(Members members, Target target, Csrf csrf) {
        this.members = members;
        this.target = target;
        this.csrf = csrf;
    }

    AuthState of(@Nullable Caller caller) {
        var session = caller == null || caller.way() != Caller.Way.COOKIE ? null : caller.session();
        var consent = target.consent();
        return new AuthState(
                members.needsAdmin(),
                caller != null && caller.member().isOwner(),
                caller == null ? null : line(caller),
                session == null ? null : csrf.of(session),
                VERSION,
                target.url().toString(),
                !target.isReal(),
                new AuthState.ConsentLine(
                        target.isReal(),
                        consent.isPresent(),
                        consent.map(given -> given.dailyCap().amount()).orElse(null)));
    }

    static AuthState.MemberLine line(Caller caller) {
        return new AuthState.MemberLine(caller.name(), caller.role().name());
    }
}
