package be.vlaanderen.loopbaankrediet.wallet.outside;

import be.vlaanderen.loopbaankrediet.platform.eventstore.EventStore;
import be.vlaanderen.loopbaankrediet.wallet.outside.Payments.Page;
import be.vlaanderen.loopbaankrediet.wallet.outside.Payments.Told;
import be.vlaanderen.loopbaankrediet.wallet.wallet.pay.TakePaymentNotification.News;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The provider with a hosted page and signed notifications; there the same reference is the same payment, or the same refund. */
@ApplicationScoped
class HostedGateway implements Gateway {

    private final HttpCalls http;
    private final String url;
    private final String key;
    private final String publicUrl;
    private final String citizenPage;
    private final ObjectMapper json = EventStore.json();

    @Inject
    HostedGateway(
            HttpCalls http,
            @ConfigProperty(name = "payment.url") String url,
            @ConfigProperty(name = "payment.api-key") String key,
            @ConfigProperty(name = "wallet.public-url") String publicUrl,
            @ConfigProperty(name = "wallet.citizen-page") String citizenPage) {
        this.http = http;
        this.url = url;
        this.key = key;
        this.publicUrl = publicUrl;
        this.citizenPage = citizenPage;
    }

    @Override
    public Page request(Order order) {
        JsonNode payment = read(post(
                "/payments",
                json.createObjectNode()
                        .put("reference", order.reference())
                        .put("amountCents", order.amountCents())
                        .put("description", Payments.description(order))
                        .put("redirectUrl", Payments.back(citizenPage, order))
                        .put("webhookUrl", publicUrl + "/wallet/v1/payment-notifications")));
        return new Page(payment.path("id").asText(), payment.path("checkoutUrl").asText());
    }

    @Override
    public void refund(String payment, String reference, long amountCents) {
        HttpCalls.Reply unused = post(
                path(payment) + "/refunds",
                json.createObjectNode().put("reference", reference).put("amountCents", amountCents));
    }

    @Override
    public Optional<Told> ask(String payment) {
        JsonNode state = read(send(request(path(payment)).GET()));
        return switch (state.path("status").asText()) {
            case "PAID" -> Optional.of(new Told(News.PAID, cents(state)));
            case "CANCELLED" -> Optional.of(new Told(News.CANCELLED, cents(state)));
            default -> Optional.empty(); // OPEN, REFUNDED
        };
    }

    private static long cents(JsonNode state) {
        JsonNode amount = state.path("amountCents");
        if (!amount.canConvertToLong() || !amount.isIntegralNumber()) {
            throw new IllegalStateException("the payment provider tells no whole amount in cents");
        }
        return amount.longValue();
    }

    private static String path(String payment) {
        return "/payments/" + URLEncoder.encode(payment, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path))
                .header("Authorization", "Bearer " + key)
                .header("Accept", "application/json");
    }

    private HttpCalls.Reply post(String path, ObjectNode body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString())));
    }

    private HttpCalls.Reply send(HttpRequest.Builder request) {
        try {
            HttpCalls.Reply reply = http.send(request.build());
            if (reply.ok()) {
                return reply;
            }
            throw new IllegalStateException("the payment provider answers " + reply.status());
        } catch (IOException e) {
            throw new IllegalStateException("the payment provider does not answer", e);
        }
    }

    private JsonNode read(HttpCalls.Reply reply) {
        try {
            return json.readTree(reply.body());
        } catch (IOException e) {
            throw new IllegalStateException("the payment provider answers no JSON", e);
        }
    }
}
