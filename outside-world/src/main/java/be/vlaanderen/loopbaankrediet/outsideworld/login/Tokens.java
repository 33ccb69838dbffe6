package be.vlaanderen.loopbaankrediet.outsideworld.login;

import be.vlaanderen.loopbaankrediet.outsideworld.Ssin;
import be.vlaanderen.loopbaankrediet.outsideworld.people.People;
import be.vlaanderen.loopbaankrediet.outsideworld.people.Person;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Who gets a token, and what it says (claims as ACM/IDM gives). */
@Singleton
public class Tokens {

    static final Duration LIFE = Duration.ofHours(8);
    static final String SERVICE_SCOPE = "loopbaankrediet_service";
    private static final String OFFICE = "OVO000099";

    /** As what somebody logs in. */
    enum Hat {
        CITIZEN,
        COUNSELLOR,
        OFFICER
    }

    /** Why somebody gets no token, in the words of OAuth (RFC 6749, 5.2). */
    static final class NoToken extends Exception {

        private static final long serialVersionUID = 1L;

        private final String error;

        NoToken(String error, String description) {
            super(description);
            this.error = error;
        }

        String error() {
            return error;
        }
    }

    private final SigningKey key;
    private final People people;
    private final String issuer;
    private final String audience;

    /** Those who check a token know no other time than that of the machine. */
    private final Clock machine = Clock.systemUTC();

    @Inject
    public Tokens(
            SigningKey key,
            People people,
            @ConfigProperty(name = "login.issuer") String issuer,
            @ConfigProperty(name = "login.audience") String audience) {
        this.key = key;
        this.people = people;
        this.issuer = issuer;
        this.audience = audience;
    }

    String issuer() {
        return issuer;
    }

    /** For a person known by persona or citizen number, or for any citizen by number. */
    String forPersona(@Nullable String persona, @Nullable String as) throws NoToken {
        People.Named named = known(persona);
        Person person = named.person();
        String voId = voId(named);
        JwtClaimsBuilder claims = begin(voId).claim("vo_id", voId).claim("rrn", named.ssin());
        switch (hat(person, as)) {
            case CITIZEN -> claims.claim("vo_doelgroepcode", "BUR");
            case COUNSELLOR -> {
                if (person.enterpriseNumber() == null) {
                    throw new NoToken("invalid_grant", "Deze persoon is geen loopbaanbegeleider.");
                }
                organisation(claims, "EA", person.enterpriseNumber(), "loopbaanbegeleider");
            }
            case OFFICER -> {
                if (!person.worksForGovernment()) {
                    throw new NoToken("invalid_grant", "Deze persoon is geen medewerker van de overheid.");
                }
                organisation(claims, "GID", OFFICE, "medewerker");
            }
        }
        return sign(claims);
    }

    /** Who logged in, for the client itself (OpenID Connect Core 1.0, 2). */
    String idToken(String persona, String client, @Nullable String nonce) throws NoToken {
        People.Named named = known(persona);
        JwtClaimsBuilder claims = begin(voId(named)).audience(client).claim("vo_id", voId(named));
        if (named.person().name() != null) {
            claims.claim("name", named.person().name());
        }
        if (nonce != null && !nonce.isEmpty()) {
            claims.claim("nonce", nonce);
        }
        return sign(claims);
    }

    private People.Named known(@Nullable String persona) throws NoToken {
        if (persona == null || persona.isBlank()) {
            throw new NoToken("invalid_request", "Geef een persona of een burgernummer (persona=...).");
        }
        People.Named named = find(persona.strip());
        if (named == null) {
            throw new NoToken("invalid_grant", "Deze persona of dit burgernummer is niet gekend.");
        }
        return named;
    }

    private static String voId(People.Named named) {
        return UUID.nameUUIDFromBytes(("vo_id " + named.ssin()).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** For a program that acts for itself. */
    String forService(String clientId) {
        return sign(begin(clientId).claim("client_id", clientId).claim("scope", SERVICE_SCOPE));
    }

    private People.@Nullable Named find(String persona) {
        People.Named named = people.withPersona(persona);
        if (named == null && Ssin.isValid(persona)) {
            Person person = people.get(persona);
            return new People.Named(persona, person == null ? Person.UNDESCRIBED : person);
        }
        return named;
    }

    private static Hat hat(Person person, @Nullable String as) throws NoToken {
        if (as == null || as.isBlank()) {
            return person.enterpriseNumber() != null
                    ? Hat.COUNSELLOR
                    : person.worksForGovernment() ? Hat.OFFICER : Hat.CITIZEN;
        }
        try {
            return Hat.valueOf(as.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new NoToken("invalid_request", "Kies as=citizen, as=counsellor of as=officer.");
        }
    }

    private static void organisation(JwtClaimsBuilder claims, String group, String organisation, String role) {
        claims.claim("vo_doelgroepcode", group)
                .claim("vo_orgcode", organisation)
                .claim("loopbaankrediet_rol_3d", List.of(role + ":" + organisation));
    }

    private JwtClaimsBuilder begin(String subject) {
        Instant now = machine.instant();
        return Jwt.claims()
                .issuer(issuer)
                .audience(audience)
                .subject(subject)
                .issuedAt(now)
                .expiresAt(now.plus(LIFE));
    }

    private String sign(JwtClaimsBuilder claims) {
        return claims.jws().keyId(key.id()).algorithm(SignatureAlgorithm.RS256).sign(key.privateKey());
    }
}
