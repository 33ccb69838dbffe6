package be.vlaanderen.loopbaankrediet.wallet.outside;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Recent;
import be.vlaanderen.loopbaankrediet.platform.web.Caller;
import be.vlaanderen.loopbaankrediet.platform.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/**
 * Whose wallet a request is about. The citizen number is never kept here: eligibility-service tells the pseudonym, and a bounded memory
 * of digests spares the next question.
 */
@ApplicationScoped
public class Citizens {

    private static final Logger LOG = Logger.getLogger(Citizens.class);
    private static final int REMEMBERED = 100_000;

    private final Eligibility eligibility;
    private final Recent<String, UUID> known = new Recent<>(REMEMBERED);

    @Inject
    Citizens(@RestClient Eligibility eligibility) {
        this.eligibility = eligibility;
    }

    /** Empty for who never asked for credit. A problem (503) when eligibility-service does not answer. */
    public Optional<UUID> walletOf(Caller caller) {
        String digest = caller.digest();
        UUID remembered = known.get(digest);
        if (remembered != null) {
            return Optional.of(remembered);
        }
        Optional<UUID> found = ask(caller.bearer());
        found.ifPresent(citizen -> known.put(digest, citizen));
        return found;
    }

    private Optional<UUID> ask(String bearer) {
        try {
            return Optional.of(eligibility.me(bearer).citizen());
        } catch (WebApplicationException e) {
            if (e.getResponse().getStatus() == 404) {
                return Optional.empty();
            }
            throw unavailable(e);
        } catch (ProcessingException | NullPointerException e) {
            throw unavailable(e);
        }
    }

    private static RuntimeException unavailable(RuntimeException cause) {
        LOG.warnf("eligibility-service does not tell who the citizen is: %s", cause.toString());
        return Problem.of(
                        "eligibility-unavailable",
                        503,
                        "We kunnen uw portefeuille nu even niet openen. Probeer het over een minuut opnieuw.")
                .exception(cause);
    }
}
