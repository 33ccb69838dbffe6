package be.vlaanderen.loopbaankrediet.platform.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonString;
import org.apache.commons.codec.digest.DigestUtils;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The person or service behind the current request. */
@RequestScoped
public class Caller {

    private static final int PSEUDONYM = 32;

    private final JsonWebToken token;

    @Inject
    public Caller(JsonWebToken token) {
        this.token = token;
    }

    /** Citizen number of the person. Personal: never logged, stored in an event, or put in a URL. */
    public String citizenNumber() {
        return required("rrn");
    }

    /** Number of the enterprise or body the person acts for. */
    public String organisation() {
        return required("vo_orgcode");
    }

    /** Stable id of the person at the login; an officer's name for the record of a decision. */
    public String subject() {
        return String.valueOf(token.getSubject());
    }

    /** Who did or decided something, for the record: a digest of the subject at the login, never a name. */
    public String pseudonym() {
        return DigestUtils.sha256Hex(subject()).substring(0, PSEUDONYM);
    }

    /** Whether the person behind the request is this one; false when the login did not give a citizen number. */
    public boolean is(String citizenNumber) {
        Object own = token.claim("rrn").orElse(null);
        return own != null && citizenNumber.equals(text(own));
    }

    /** The token itself, to act for the same person at another service of the platform. */
    public String bearer() {
        return "Bearer " + token.getRawToken();
    }

    private String required(String claim) {
        Object value = token.claim(claim).orElse(null);
        if (value == null) {
            throw Problem.of("forbidden", 403, "Uw aanmelding mist het gegeven '" + claim + "'.")
                    .exception();
        }
        return text(value);
    }

    private static String text(Object value) {
        return value instanceof JsonString string ? string.getString() : value.toString();
    }
}
