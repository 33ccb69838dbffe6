package be.vlaanderen.loopbaankrediet.providerregistry.namecheck;

import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.NameMatch;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** The name check that {@code NAME_CHECK_URL} names; without one names are not checked, and each change carries a note of that. */
@ApplicationScoped
class NameChecks {

    private static final Logger LOG = Logger.getLogger(NameChecks.class);

    @Produces
    @Singleton
    NameCheck nameCheck(@ConfigProperty(name = "name-check.url") Optional<URI> url, ObjectMapper json) {
        if (url.isPresent()) {
            return new NameCheckOverHttp(url.get(), json);
        }
        LOG.info("NAME_CHECK_URL is not set: names behind accounts are not checked");
        return new Nobody();
    }

    private static final class Nobody implements NameCheck {
        @Override
        public NameMatch check(String name, String iban) {
            return NameMatch.NOT_AVAILABLE;
        }

        @Override
        public boolean isThere() {
            return false;
        }
    }
}
