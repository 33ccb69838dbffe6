package be.vlaanderen.loopbaankrediet.sessionclaims.outside;

import be.vlaanderen.loopbaankrediet.platform.web.Caller;
import be.vlaanderen.loopbaankrediet.platform.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/**
 * Who the person of the current token is: as citizen in eligibility-service, as counsellor in provider-registry-service. Both are asked with
 * that same token, and remembered for a while; a problem (503) when they do not answer.
 */
@ApplicationScoped
public class LoggedIn {

    private static final Logger LOG = Logger.getLogger(LoggedIn.class);

    /** @param registered may give guidance that is paid for */
    public record Counsellor(UUID id, boolean registered) {}

    private final Eligibility eligibility;
    private final ProviderRegistry registry;
    private final Caller caller;
    private final Remembered<UUID> citizens = new Remembered<>();
    private final Remembered<Counsellor> counsellors = new Remembered<>();

    @Inject
    LoggedIn(@RestClient Eligibility eligibility, @RestClient ProviderRegistry registry, Caller caller) {
        this.eligibility = eligibility;
        this.registry = registry;
        this.caller = caller;
    }

    /** The wallet of the citizen; empty for who never asked for credit. */
    public Optional<UUID> citizen() {
        String bearer = caller.bearer();
        return citizens.get(bearer).or(() -> {
            Optional<UUID> found =
                    ask("eligibility", () -> eligibility.me(bearer).citizen());
            found.ifPresent(citizen -> citizens.put(bearer, citizen));
            return found;
        });
    }

    /** @throws be.vlaanderen.loopbaankrediet.platform.web.ProblemException 404 for who has no dossier */
    public Counsellor counsellor() {
        String bearer = caller.bearer();
        return counsellors
                .get(bearer)
                .or(() -> {
                    Optional<Counsellor> found = ask("provider-registry", () -> {
                        ProviderRegistry.Known known = registry.me(bearer);
                        return new Counsellor(
                                Objects.requireNonNull(known.counsellor()), "REGISTERED".equals(known.status()));
                    });
                    // who is not registered yet may be so the next minute
                    found.filter(Counsellor::registered).ifPresent(known -> counsellors.put(bearer, known));
                    return found;
                })
                .orElseThrow(() -> Problem.of(
                                "counsellor-unknown",
                                404,
                                "U hebt nog geen dossier als loopbaanbegeleider voor deze onderneming.")
                        .exception());
    }

    private static <T> Optional<T> ask(String service, Supplier<T> question) {
        try {
            return Optional.of(question.get());
        } catch (WebApplicationException e) {
            if (e.getResponse().getStatus() == 404) {
                return Optional.empty();
            }
            throw unavailable(service, e);
        } catch (ProcessingException | NullPointerException e) {
            throw unavailable(service, e); // no answer, or one that is not as promised
        }
    }

    private static RuntimeException unavailable(String service, RuntimeException cause) {
        LOG.warnf("%s-service does not tell who somebody is: %s", service, cause.toString());
        return Problem.of(
                        service + "-unavailable",
                        503,
                        "We kunnen nu even niet nagaan wie u bent. Probeer het over een minuut opnieuw.")
                .exception(cause);
    }
}
