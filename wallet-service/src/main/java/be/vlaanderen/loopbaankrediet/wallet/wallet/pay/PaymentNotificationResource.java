package be.vlaanderen.loopbaankrediet.wallet.wallet.pay;

import be.vlaanderen.loopbaankrediet.platform.eventstore.AggregateStore;
import be.vlaanderen.loopbaankrediet.platform.eventstore.EventStore;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Outcome;
import be.vlaanderen.loopbaankrediet.platform.eventstore.RefusedException;
import be.vlaanderen.loopbaankrediet.platform.web.Problem;
import be.vlaanderen.loopbaankrediet.platform.web.Problem.Issue;
import be.vlaanderen.loopbaankrediet.platform.web.RepeatableByItself;
import be.vlaanderen.loopbaankrediet.wallet.outside.Payments;
import be.vlaanderen.loopbaankrediet.wallet.views.Bookings;
import be.vlaanderen.loopbaankrediet.wallet.wallet.Wallet;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletRefusal;
import be.vlaanderen.loopbaankrediet.wallet.wallet.pay.TakePaymentNotification.News;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Where the payment provider tells what became of a payment. No login: the signature is the proof. */
@Path("/payment-notifications")
@RunOnVirtualThread
@Tag(name = "payment")
public class PaymentNotificationResource {

    private static final Logger LOG = Logger.getLogger(PaymentNotificationResource.class);
    private static final int LARGEST = 10 * 1024;

    /** @param id of the payment at the provider */
    @Schema(name = "PaymentNotification")
    public record Body(
            @Nullable String id,
            @Nullable String reference,
            @Nullable News status,
            @Nullable Long amountCents) {}

    private final AggregateStore<Wallet, WalletEvent> wallets;
    private final Bookings bookings;
    private final WebhookSignature signature;
    private final Clock clock;

    @Inject
    public PaymentNotificationResource(
            AggregateStore<Wallet, WalletEvent> wallets,
            Bookings bookings,
            @ConfigProperty(name = "payment.webhook-secret") String secret,
            Clock clock) {
        this.wallets = wallets;
        this.bookings = bookings;
        this.signature = new WebhookSignature(secret);
        this.clock = clock;
    }

    @POST
    @PermitAll
    @RepeatableByItself
    @Consumes(MediaType.WILDCARD)
    @Operation(operationId = "takePaymentNotification", summary = "What became of a payment; may be repeated")
    @RequestBody(
            required = true,
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Body.class)))
    @APIResponse(responseCode = "204", description = "Taken in, now or before")
    @APIResponse(responseCode = "401", description = "The signature is missing or wrong")
    @APIResponse(responseCode = "404", description = "payment-unknown")
    @APIResponse(responseCode = "413", description = "Larger than 10 kB")
    @APIResponse(responseCode = "422", description = "payment-amount-differs or refund-not-expected")
    public Response take(
            @Parameter(required = true, description = "sha256=<hex HMAC-SHA256 of the body>")
                    @HeaderParam("Signature")
                    @Nullable String header,
            InputStream stream)
            throws IOException {
        byte[] bytes = stream.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw Problem.of("too-large", 413, "Dit verzoek is te groot: hoogstens 10 kB.")
                    .exception();
        }
        if (!signature.proves(bytes, header)) {
            throw Problem.of("signature-invalid", 401, "De handtekening van dit bericht ontbreekt of klopt niet.")
                    .exception();
        }
        TakePaymentNotification command = command(read(bytes));
        Outcome<Wallet, WalletEvent> outcome =
                wallets.handle(command.wallet().toString(), wallet -> TakePaymentNotification.decide(wallet, command));
        if (outcome instanceof Outcome.Refused<Wallet, WalletEvent> refused) {
            LOG.warnf(
                    "payment %s of booking %s: %s %s",
                    command.payment(), command.booking(), refused.reason(), refused.data());
        }
        var unused = outcome.orThrow();
        return Response.noContent().build();
    }

    private TakePaymentNotification command(Body body) {
        if (body.id() == null || body.reference() == null || body.status() == null || body.amountCents() == null) {
            throw unreadable();
        }
        UUID booking = Payments.booking(body.reference()).orElseThrow(PaymentNotificationResource::unknown);
        UUID wallet = bookings.walletOf(booking).orElseThrow(PaymentNotificationResource::unknown);
        return new TakePaymentNotification(
                wallet, booking, body.id(), body.status(), body.amountCents(), clock.instant());
    }

    private static Body read(byte[] bytes) {
        try {
            Body body = EventStore.json().readValue(bytes, Body.class);
            if (body != null) {
                return body;
            }
        } catch (IOException e) {
            // answered below; what was sent is not repeated
        }
        throw unreadable();
    }

    private static RuntimeException unreadable() {
        return Problem.badRequest(List.of(Issue.of(
                        "invalid-value",
                        "body",
                        "",
                        "Verwacht wordt: id, reference, status (PAID, CANCELLED of REFUNDED) en amountCents.")))
                .exception();
    }

    private static RuntimeException unknown() {
        return new RefusedException(WalletRefusal.PAYMENT_UNKNOWN);
    }
}
