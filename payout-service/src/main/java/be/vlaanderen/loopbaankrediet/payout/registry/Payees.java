package be.vlaanderen.loopbaankrediet.payout.registry;

import be.vlaanderen.loopbaankrediet.platform.eventstore.EventStore;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Asks provider-registry-service to whom the money of a counsellor goes, at the moment of paying: an account may have changed. */
@Singleton
public class Payees {

    private final HttpCalls http;
    private final ServiceToken token;
    private final String registry;
    private final ObjectMapper json = EventStore.json();

    @Inject
    Payees(HttpCalls http, ServiceToken token, @ConfigProperty(name = "payout.provider-registry-url") String registry) {
        this.http = http;
        this.token = token;
        this.registry = registry;
    }

    /**
     * Empty when the registry knows no usable payee for this counsellor.
     *
     * @throws IOException when the registry or the login does not answer as it should; then nobody's payee can be had now
     */
    public Optional<Payee> of(UUID counsellor) throws IOException {
        HttpCalls.Reply reply = ask(counsellor);
        if (reply.status() == 401) {
            token.forget();
            reply = ask(counsellor);
        }
        if (reply.status() == 404) {
            return Optional.empty();
        }
        if (!reply.ok()) {
            throw new IOException("provider-registry-service answers " + reply.status());
        }
        JsonNode answer = json.readTree(reply.body());
        Payee payee = new Payee(
                text(answer, "name"),
                text(answer, "iban").replace(" ", ""),
                text(answer, "enterpriseNumber"),
                address(answer.path("address")));
        return payee.isComplete() ? Optional.of(payee) : Optional.empty();
    }

    /** On one line: Kerkstraat 1, 9000 Gent. */
    private static String address(JsonNode address) {
        String place = (text(address, "postalCode") + " " + text(address, "municipality")).strip();
        return Stream.of(text(address, "street"), place)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText("").strip();
    }

    private HttpCalls.Reply ask(UUID counsellor) throws IOException {
        return http.send(HttpRequest.newBuilder(
                        URI.create(registry + "/provider-registry/v1/counsellors/" + counsellor + "/payee"))
                .header("Authorization", token.bearer())
                .header("Accept", "application/json")
                .build());
    }
}
