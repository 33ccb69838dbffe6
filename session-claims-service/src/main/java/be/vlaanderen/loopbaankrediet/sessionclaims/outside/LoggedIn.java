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

    private final Eligibility eligibility;
    private final ProviderRegistry registry;
    private final Caller caller;
    private final Remembered<UUID> citizens = new Remembered<>();
    private final Remembered<UUID> counsellors = new Remembered<>();

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

    /**
     * The id of the counsellor, registered or not (any more).
     *
     * @throws be.vlaanderen.loopbaankrediet.platform.web.ProblemException 404 for who has no dossier
     */
    public UUID counsellor() {
        String bearer = caller.bearer();
        return counsellors
                .get(bearer)
                .or(() -> {
                    Optional<UUID> found =
                            ask("provider-registry", () -> registry.me(bearer).counsellor());
                    found.ifPresent(counsellor -> counsellors.put(bearer, counsellor));
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
            return Optional.of(Objects.requireNonNull(question.get()));
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
