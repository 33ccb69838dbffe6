package be.vlaanderen.loopbaankrediet.platform.web;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/** The person or service behind the current request, which needs a token. */
@Singleton
public class Caller {

    private static final int PSEUDONYM = 32;

    private final CurrentIdentityAssociation current;

    @Inject
    public Caller(CurrentIdentityAssociation current) {
        this.current = current;
    }

    /** Citizen number of the person. Personal: never logged, stored in an event, or put in a URL. */
    public String citizenNumber() {
        return required("rrn", login().citizenNumber());
    }

    /** Number of the enterprise or body the person acts for. */
    public String organisation() {
        return required("vo_orgcode", login().organisation());
    }

    /** Stable id of the person at the login; an officer's name for the record of a decision. */
    public String subject() {
        return login().subject();
    }

    /** Who did or decided something, for the record: a digest of the subject at the login, never a name. */
    public String pseudonym() {
        return DigestUtils.sha256Hex(subject()).substring(0, PSEUDONYM);
    }

    /** Tells persons apart in a memory of them that does not keep citizen numbers. As personal as these: whoever guesses one can check it. */
    public String digest() {
        return login().digest();
    }

    /** Whether the person behind the request is this one; false when the login did not give a citizen number. */
    public boolean is(String citizenNumber) {
        return citizenNumber.equals(login().citizenNumber());
    }

    /** The token itself, to act for the same person at another service of the platform. */
    public String bearer() {
        return "Bearer " + login().token();
    }

    private Login login() {
        return (Login) current.getIdentity().getPrincipal();
    }

    private static String required(String claim, @Nullable String value) {
        if (value == null) {
            throw Problem.of("forbidden", 403, "Uw aanmelding mist het gegeven '" + claim + "'.")
                    .exception();
        }
        return value;
    }
}
