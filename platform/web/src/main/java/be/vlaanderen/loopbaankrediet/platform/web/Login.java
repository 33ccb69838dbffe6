package be.vlaanderen.loopbaankrediet.platform.web;

import jakarta.json.JsonString;
import java.security.Principal;
import java.time.Instant;
import org.apache.commons.codec.digest.DigestUtils;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * What a token says about who holds it, read once.
 *
 * @param name that an {@code Idempotency-Key} belongs to
 * @param digest tells persons apart without their citizen number
 * @param ends of the token, by the clock of the login
 */
record Login(
        String name,
        String subject,
        @Nullable String citizenNumber,
        @Nullable String organisation,
        String digest,
        String token,
        Instant ends)
        implements Principal {

    static Login of(JsonWebToken token) {
        String subject = String.valueOf(token.getSubject());
        String citizenNumber = text(token, "rrn");
        return new Login(
                token.getName(),
                subject,
                citizenNumber,
                text(token, "vo_orgcode"),
                DigestUtils.sha256Hex(subject + "\n" + citizenNumber),
                token.getRawToken(),
                Instant.ofEpochSecond(token.getExpirationTime()));
    }

    @Override
    public String getName() {
        return name;
    }

    /** Without what is personal, should it ever come into a log. */
    @Override
    public String toString() {
        return digest;
    }

    static @Nullable String text(JsonWebToken token, String claim) {
        Object value = token.claim(claim).orElse(null);
        return value instanceof JsonString string ? string.getString() : value == null ? null : value.toString();
    }
}
