package be.vlaanderen.loopbaankrediet.payout.registry;

import be.vlaanderen.loopbaankrediet.platform.eventstore.EventStore;
import be.vlaanderen.loopbaankrediet.platform.web.Caller;
import be.vlaanderen.loopbaankrediet.platform.web.Problem;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Which counsellor the caller is: the registry is asked with the caller's own token, and its answer is remembered. */
@ApplicationScoped
public class Me {

    private static final Logger LOG = Logger.getLogger(Me.class);
    private static final int REMEMBERED = 2_000;

    private final HttpCalls http;
    private final Caller caller;
    private final String registry;
    private final Map<String, UUID> known = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, UUID> eldest) {
            return size() > REMEMBERED;
        }
    });

    @Inject
    Me(HttpCalls http, Caller caller, @ConfigProperty(name = "payout.provider-registry-url") String registry) {
        this.http = http;
        this.caller = caller;
        this.registry = registry;
    }

    /** Throws a 404 problem for who is no counsellor, a 503 when the registry does not answer. */
    public UUID counsellor() {
        // a person may act for several enterprises
        String person = caller.citizenNumber() + "/" + caller.organisation();
        UUID found = known.get(person);
        if (found == null) {
            found = ask().counsellor();
            known.put(person, found);
        }
        return found;
    }

    /**
     * What the registry says of the caller now; for an answer to the caller alone, never kept. Throws as {@link #counsellor()}.
     *
     * @param iban empty when the registry does not say
     */
    public record Details(UUID counsellor, String name, String iban) {

        @Override
        public String toString() {
            return "Details";
        }
    }

    public Details details() {
        return ask();
    }

    private Details ask() {
        try {
            HttpCalls.Reply reply = http.send(HttpRequest.newBuilder(URI.create(registry + "/provider-registry/v1/me"))
                    .header("Authorization", caller.bearer())
                    .header("Accept", "application/json")
                    .build());
            if (reply.status() == 404) {
                throw Problem.of("counsellor-unknown", 404, "U bent niet geregistreerd als loopbaanbegeleider.")
                        .exception();
            }
            if (reply.ok()) {
                JsonNode answer = EventStore.json().readTree(reply.body());
                return new Details(
                        UUID.fromString(answer.path("counsellor").asText()),
                        answer.path("name").asText("").strip(),
                        answer.path("iban").asText("").strip());
            }
            LOG.warnf("provider-registry-service answers %d", reply.status());
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("provider-registry-service does not answer as it should", e);
        }
        throw Problem.of("unavailable", 503, "Wij kunnen uw registratie nu niet nakijken. Probeer het straks opnieuw.")
                .exception();
    }
}
