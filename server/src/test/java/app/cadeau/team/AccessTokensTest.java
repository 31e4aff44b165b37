package app.cadeau.team;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tokens that somebody else made, changed, or kept too long. */
class AccessTokensTest {

    @TempDir
    Path home;

    private Instant now = Instant.parse("2026-11-26T20:00:00Z");
    private SigningKeys keys;
    private AccessTokens tokens;
    private final Session session =
            new Session("s1", new MemberName("ada"), Role.SENDER, now, now, now.plus(Duration.ofDays(1)), "test");

    @BeforeEach
    void keys() {
        keys = new SigningKeys(home.resolve("signing.keys"));
        tokens = new AccessTokens(keys, () -> now);
    }

    private JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(AccessTokens.ISSUER)
                .audience(AccessTokens.AUDIENCE)
                .subject("ada")
                .claim("sid", "s1")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(600)));
    }

    private String signed(
            OctetSequenceKey key, JWSAlgorithm algorithm, JOSEObjectType type, String kid, JWTClaimsSet claims)
            throws Exception {
        var jwt = new SignedJWT(
                new JWSHeader.Builder(algorithm).type(type).keyID(kid).build(), claims);
        jwt.sign(new MACSigner(key));
        return jwt.serialize();
    }

    private String ours(JWTClaimsSet claims) throws Exception {
        return signed(
                keys.newest(),
                JWSAlgorithm.HS256,
                AccessTokens.TYPE,
                keys.newest().getKeyID(),
                claims);
    }

    private void assertRefused(String token) {
        assertThat(tokens.read(token)).as(token).isEqualTo(new AccessTokens.Nothing());
    }

    @Test
    void aTokenOfOursNamesItsSessionForTenMinutes() throws Exception {
        var token = tokens.make(session);
        assertThat(tokens.read(token)).isEqualTo(new AccessTokens.ForSession("s1"));
        assertThat(tokens.read(ours(claims().build()))).isEqualTo(new AccessTokens.ForSession("s1"));
        now = now.plusSeconds(600);
        assertThat(tokens.read(token)).isEqualTo(new AccessTokens.Expired("s1"));
    }

    @Test
    void aTokenWithoutASignatureIsNothing() {
        assertRefused(new PlainJWT(claims().build()).serialize());
        var header = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(("{\"alg\":\"none\",\"typ\":\"at+jwt\",\"kid\":\""
                                + keys.newest().getKeyID() + "\"}")
                        .getBytes(StandardCharsets.UTF_8));
        assertRefused(header + "." + tokens.make(session).split("\\.")[1] + ".");
        assertRefused(
                header.replace("none", "NoNe") + "." + tokens.make(session).split("\\.")[1] + ".");
    }

    @Test
    void aTokenThatWasChangedIsNothing() {
        var parts = tokens.make(session).split("\\.");
        var payload = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8).replace("s1", "s2");
        assertRefused(parts[0] + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(payload.getBytes(StandardCharsets.UTF_8)) + "."
                + parts[2]);
        assertRefused(parts[0] + "." + parts[1] + "." + parts[2].substring(1));
        assertRefused(parts[0] + "." + parts[1]);
        assertRefused("");
        assertRefused("x".repeat(5_000));
    }

    @Test
    void aTokenOfAnotherAlgorithmIsNothingEvenWithOurKey() throws Exception {
        var long512 = new OctetSequenceKey.Builder((keys.newest().toByteArray().length == 32
                                ? "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
                                : "")
                        .getBytes(StandardCharsets.UTF_8))
                .build();
        assertRefused(signed(
                long512, JWSAlgorithm.HS512, AccessTokens.TYPE, keys.newest().getKeyID(), claims().build()));
        RSAKey rsa = new RSAKeyGenerator(2048).keyID(keys.newest().getKeyID()).generate();
        var jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .type(AccessTokens.TYPE)
                        .keyID(rsa.getKeyID())
                        .jwk(rsa.toPublicJWK())
                        .build(),
                claims().build());
        jwt.sign(new RSASSASigner(rsa));
        assertRefused(jwt.serialize());
        // The other way round: an HMAC whose secret is a public key that came with the token.
        var confused = new OctetSequenceKey.Builder(rsa.toRSAPublicKey().getEncoded()).build();
        assertRefused(signed(
                confused, JWSAlgorithm.HS256, AccessTokens.TYPE, keys.newest().getKeyID(), claims().build()));
    }

    @Test
    void aTokenOfAnotherKeyIsNothing() throws Exception {
        var other = new OctetSequenceKeyGenerator(256).generate();
        var kid = keys.newest().getKeyID();
        assertRefused(signed(other, JWSAlgorithm.HS256, AccessTokens.TYPE, kid, claims().build()));
        assertRefused(signed(keys.newest(), JWSAlgorithm.HS256, AccessTokens.TYPE, "another", claims().build()));
        assertRefused(signed(keys.newest(), JWSAlgorithm.HS256, JOSEObjectType.JWT, kid, claims().build()));
    }

    @Test
    void aTokenForSomebodyElseOrWithoutAnEndIsNothing() throws Exception {
        assertRefused(ours(claims().audience("another-api").build()));
        assertRefused(ours(claims().audience((String) null).build()));
        assertRefused(ours(claims().issuer("another").build()));
        assertRefused(ours(claims().expirationTime(null).build()));
        assertRefused(ours(claims().claim("sid", null).build()));
        assertRefused(
                ours(claims().notBeforeTime(Date.from(now.plusSeconds(60))).build()));
    }

    @Test
    void aTokenOfTheKeyBeforeTheNewestIsGoodAndOneOfAnOlderKeyIsNot() {
        var token = tokens.make(session);
        keys.rotate();
        assertThat(tokens.read(token)).isEqualTo(new AccessTokens.ForSession("s1"));
        keys.rotate();
        assertRefused(token);
        assertThat(new AccessTokens(new SigningKeys(home.resolve("signing.keys")), () -> now)
                        .read(tokens.make(session)))
                .isEqualTo(new AccessTokens.ForSession("s1"));
    }
}
