package app.cadeau.team;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.jwt.proc.ExpiredJWTException;
import java.text.ParseException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Date;
import java.util.Set;

/**
 * Access tokens: JWTs of ten minutes, for this API, signed by HS256 and nothing else with a key of the home. They name a
 * session; what its member may do is asked of the session.
 */
final class AccessTokens {

    static final Duration LIVES = Duration.ofMinutes(10);
    static final JWSAlgorithm ALGORITHM = JWSAlgorithm.HS256;
    static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");
    static final String ISSUER = "cadeau";
    static final String AUDIENCE = "cadeau-api";

    private static final int MOST = 2_000;

    /** What a token says. */
    sealed interface Said {}

    record ForSession(String id) implements Said {}

    /** Ours, but too old; whose it was. */
    record Expired(String id) implements Said {}

    record Nothing() implements Said {}

    private final SigningKeys keys;
    private final InstantSource clock;

    AccessTokens(SigningKeys keys, InstantSource clock) {
        this.keys = keys;
        this.clock = clock;
    }

    String make(Session session) {
        var key = keys.newest();
        var now = clock.instant();
        var header = new JWSHeader.Builder(ALGORITHM)
                .type(TYPE)
                .keyID(key.getKeyID())
                .build();
        var claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .subject(session.member().text())
                .claim("sid", session.id())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIVES)))
                .build();
        try {
            var jwt = new SignedJWT(header, claims);
            jwt.sign(new MACSigner(key));
            return jwt.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException("no token can be signed with key " + key.getKeyID(), impossible);
        }
    }

    Said read(String token) {
        if (token.length() > MOST) {
            return new Nothing();
        }
        try {
            var jwt = SignedJWT.parse(token);
            if (jwt.getHeader().getKeyID() == null) {
                return new Nothing();
            }
            try {
                return new ForSession(session(processor().process(jwt, null)));
            } catch (ExpiredJWTException old) {
                // The signature was proved before the time was looked at.
                return new Expired(session(jwt.getJWTClaimsSet()));
            }
        } catch (ParseException | BadJOSEException | JOSEException | IllegalArgumentException notOurs) {
            return new Nothing();
        }
    }

    private static String session(JWTClaimsSet claims) throws ParseException {
        return claims.getStringClaim("sid");
    }

    private DefaultJWTProcessor<SecurityContext> processor() {
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(TYPE));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHM, new ImmutableJWKSet<>(keys.all())));
        processor.setJWTClaimsSetVerifier(claims());
        return processor;
    }

    private DefaultJWTClaimsVerifier<SecurityContext> claims() {
        var exact = new JWTClaimsSet.Builder().issuer(ISSUER).build();
        var verifier =
                new DefaultJWTClaimsVerifier<SecurityContext>(AUDIENCE, exact, Set.of("sub", "sid", "iat", "exp")) {
                    @Override
                    protected Date currentTime() {
                        return Date.from(clock.instant());
                    }
                };
        verifier.setMaxClockSkew(0);
        return verifier;
    }
}
