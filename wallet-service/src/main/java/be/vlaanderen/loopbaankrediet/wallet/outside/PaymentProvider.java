package be.vlaanderen.loopbaankrediet.wallet.outside;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The payment provider's API; the same reference is the same payment, or the same refund. */
@RegisterRestClient(configKey = "payment-provider")
@Path("/payments")
interface PaymentProvider {

    record Order(String reference, long amountCents, String description, String redirectUrl, String webhookUrl) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Payment(String id, String checkoutUrl) {}

    record Refund(String reference, long amountCents) {}

    /** @param status {@code OPEN}, {@code PAID}, {@code CANCELLED} or {@code REFUNDED} */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record State(String status, long amountCents) {}

    @GET
    @Path("/{payment}")
    State state(@HeaderParam("Authorization") String key, @PathParam("payment") String payment);

    @POST
    Payment request(@HeaderParam("Authorization") String key, Order order);

    @POST
    @Path("/{payment}/refunds")
    void refund(@HeaderParam("Authorization") String key, @PathParam("payment") String payment, Refund refund);
}
