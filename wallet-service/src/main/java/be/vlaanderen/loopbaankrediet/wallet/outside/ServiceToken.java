package be.vlaanderen.loopbaankrediet.wallet.outside;

import be.vlaanderen.loopbaankrediet.platform.eventstore.EventStore;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** This service's own token (client credentials), kept until shortly before it expires. */
@Singleton
class ServiceToken {

    private static final int MARGIN_SECONDS = 30;

    private final HttpCalls http;
    private final String url;
    private final String client;
    private final String secret;
    // a token lives on the machine's clock, also when the development clock is moved
    private final InstantSource machine = InstantSource.system();
    private String token = "";
    private Instant renewAt = Instant.MIN;

    @Inject
    ServiceToken(
            HttpCalls http,
            @ConfigProperty(name = "login.token-url") Optional<String> url,
            @ConfigProperty(name = "login.client-id") Optional<String> client,
            @ConfigProperty(name = "login.client-secret") Optional<String> secret) {
        this.http = http;
        this.url = url.orElse("");
        this.client = client.orElse("");
        this.secret = secret.orElse("");
    }

    boolean isSetUp() {
        return !url.isEmpty() && !client.isEmpty();
    }

    synchronized String bearer() throws IOException {
        if (!machine.instant().isBefore(renewAt)) {
            HttpCalls.Reply reply = http.send(HttpRequest.newBuilder(URI.create(url))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials&client_id="
                            + encode(client) + "&client_secret=" + encode(secret)))
                    .build());
            if (!reply.ok()) {
                throw new IOException("the login answers " + reply.status());
            }
            JsonNode answer = EventStore.json().readTree(reply.body());
            token = answer.path("access_token").asText();
            renewAt = machine.instant()
                    .plusSeconds(Math.max(0, answer.path("expires_in").asLong(60) - MARGIN_SECONDS));
        }
        return "Bearer " + token;
    }

    /** The token was not accepted; the next call asks for a new one. */
    synchronized void forget() {
        renewAt = Instant.MIN;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
