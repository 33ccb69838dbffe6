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
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Mollie, over its public REST API v2. A key of repetition counts for an hour only, so a refund is looked up before it is asked. Its
 * notifications are not signed and carry an id alone: what became of a payment is always asked.
 */
@ApplicationScoped
public class MollieGateway implements Gateway {

    /** How an id of a payment begins. */
    static final String PAYMENT = "tr_";

    private static final String CURRENCY = "EUR";

    /** A payment as Mollie has it. @param booking of which it is, null when it is none of ours */
    public record Found(@Nullable UUID booking, Optional<Told> told) {}

    private final HttpCalls http;
    private final String url;
    private final String key;
    private final String publicUrl;
    private final String citizenPage;
    private final ObjectMapper json = EventStore.json();

    @Inject
    MollieGateway(
            HttpCalls http,
            @ConfigProperty(name = "mollie.url") String url,
            @ConfigProperty(name = "mollie.api-key") Optional<String> key,
            @ConfigProperty(name = "wallet.public-url") String publicUrl,
            @ConfigProperty(name = "wallet.citizen-page") String citizenPage) {
        this.http = http;
        this.url = url;
        this.key = key.orElse("");
        this.publicUrl = publicUrl;
        this.citizenPage = citizenPage;
    }

    @Override
    public Page request(Order order) {
        ObjectNode body = json.createObjectNode().put("description", Payments.description(order));
        body.set("amount", amount(order.amountCents()));
        body.put("redirectUrl", Payments.back(citizenPage, order))
                .put("webhookUrl", publicUrl + "/wallet/v1/payment-notifications/mollie");
        body.putObject("metadata")
                .put("booking", order.booking().toString())
                .put("reference", order.reference())
                .put("structuredReference", order.structuredReference());
        JsonNode made = post("/v2/payments", order.reference(), body);
        return new Page(
                made.path("id").asText(),
                made.path("_links").path("checkout").path("href").asText());
    }

    @Override
    public void refund(String payment, String reference, long amountCents) {
        for (JsonNode known : get("/v2/payments/" + payment + "/refunds?limit=250")
                .path("_embedded")
                .path("refunds")) {
            String status = known.path("status").asText();
            if (known.path("metadata").path("reference").asText().equals(reference)
                    && !status.equals("failed")
                    && !status.equals("canceled")) {
                return;
            }
        }
        ObjectNode body = json.createObjectNode().put("description", "Loopbaankrediet, terugbetaling");
        body.set("amount", amount(amountCents));
        body.putObject("metadata").put("reference", reference);
        JsonNode unused = post("/v2/payments/" + payment + "/refunds", reference, body);
    }

    @Override
    public Optional<Told> ask(String payment) {
        return told(get("/v2/payments/" + payment));
    }

    /** Empty when Mollie does not know it. @param payment of the form of an id, from whomever */
    public Optional<Found> find(String payment) {
        HttpCalls.Reply reply = send(request("/v2/payments/" + payment).GET().build());
        if (reply.status() == 404) {
            return Optional.empty();
        }
        JsonNode found = read(reply);
        return Optional.of(new Found(
                Payments.booking(found.path("metadata").path("booking").asText())
                        .orElse(null),
                told(found)));
    }

    /** Money that Mollie gave back on somebody else's word does not count as paid. */
    private static Optional<Told> told(JsonNode payment) {
        long amount = cents(payment.path("amount"));
        return switch (payment.path("status").asText()) {
            case "paid" ->
                Optional.of(new Told(
                        News.PAID,
                        amount - (payment.has("amountRefunded") ? cents(payment.path("amountRefunded")) : 0)));
            case "canceled", "expired", "failed" -> Optional.of(new Told(News.CANCELLED, amount));
            default -> Optional.empty();
        };
    }

    private ObjectNode amount(long cents) {
        return json.createObjectNode()
                .put("currency", CURRENCY)
                .put("value", BigDecimal.valueOf(cents, 2).toPlainString());
    }

    private static long cents(JsonNode amount) {
        if (!amount.path("currency").asText().equals(CURRENCY)) {
            throw new IllegalStateException("Mollie tells an amount that is not in euro");
        }
        return new BigDecimal(amount.path("value").asText()).movePointRight(2).longValueExact();
    }

    private JsonNode get(String path) {
        return read(send(request(path).GET().build()));
    }

    private JsonNode post(String path, String reference, ObjectNode body) {
        return read(send(request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", reference)
                .POST(BodyPublishers.ofString(body.toString()))
                .build()));
    }

    private HttpRequest.Builder request(String path) {
        if (key.isEmpty()) {
            throw new IllegalStateException("no MOLLIE_API_KEY is set");
        }
        return HttpRequest.newBuilder(URI.create(url + path))
                .header("Authorization", "Bearer " + key)
                .header("Accept", "application/hal+json");
    }

    private HttpCalls.Reply send(HttpRequest request) {
        try {
            return http.send(request);
        } catch (IOException e) {
            throw new IllegalStateException("Mollie does not answer", e);
        }
    }

    /** An error says in {@code title} and {@code detail} what is wrong; 429 and 5xx are for later, like any failure here. */
    private JsonNode read(HttpCalls.Reply reply) {
        try {
            JsonNode body = json.readTree(reply.body());
            if (reply.ok() && body != null && body.isObject()) {
                return body;
            }
            throw new IllegalStateException("Mollie answers " + reply.status() + " "
                    + (body == null ? "" : body.path("title").asText()));
        } catch (IOException e) {
            throw new IllegalStateException("Mollie answers " + reply.status() + ", and no JSON", e);
        }
    }
}
