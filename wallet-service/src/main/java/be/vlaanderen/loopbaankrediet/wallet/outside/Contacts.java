package be.vlaanderen.loopbaankrediet.wallet.outside;

import be.vlaanderen.loopbaankrediet.platform.eventstore.EventStore;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How a citizen can be reached: asked of eligibility-service at the moment of sending, and kept nowhere. */
@ApplicationScoped
public class Contacts {

    /**
     * @param email empty when none was given
     * @param wanted the citizen wants to hear of their bookings
     */
    public record Contact(String ssin, String email, boolean wanted) {

        public boolean canBeMailed() {
            return wanted && !email.isBlank();
        }

        @Override
        public String toString() {
            return "Contact";
        }
    }

    private final HttpCalls http;
    private final ServiceToken token;
    private final String eligibility;

    @Inject
    Contacts(
            HttpCalls http,
            ServiceToken token,
            @ConfigProperty(name = "quarkus.rest-client.eligibility.url") String eligibility) {
        this.http = http;
        this.token = token;
        this.eligibility = eligibility;
    }

    public boolean isSetUp() {
        return token.isSetUp();
    }

    /**
     * Empty for who is not known there, or not any more.
     *
     * @throws IOException when it cannot be asked now
     */
    public Optional<Contact> of(UUID citizen) throws IOException {
        HttpCalls.Reply reply = ask(citizen);
        if (reply.status() == 401) {
            token.forget();
            reply = ask(citizen);
        }
        if (reply.status() == 404) {
            return Optional.empty();
        }
        if (!reply.ok()) {
            throw new IOException("eligibility-service answers " + reply.status());
        }
        JsonNode answer = EventStore.json().readTree(reply.body());
        return Optional.of(new Contact(
                answer.path("ssin").asText(),
                answer.path("email").asText("").strip(),
                answer.path("notify").asBoolean(false)));
    }

    private HttpCalls.Reply ask(UUID citizen) throws IOException {
        return http.send(
                HttpRequest.newBuilder(URI.create(eligibility + "/eligibility/v1/citizens/" + citizen + "/contact"))
                        .header("Authorization", token.bearer())
                        .header("Accept", "application/json")
                        .build());
    }
}
