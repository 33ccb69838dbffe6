package be.vlaanderen.loopbaankrediet.wallet.wallet.pay;

import be.vlaanderen.loopbaankrediet.platform.eventstore.AggregateStore;
import be.vlaanderen.loopbaankrediet.platform.web.Problem;
import be.vlaanderen.loopbaankrediet.platform.web.Problem.Issue;
import be.vlaanderen.loopbaankrediet.platform.web.RepeatableByItself;
import be.vlaanderen.loopbaankrediet.wallet.outside.MollieGateway;
import be.vlaanderen.loopbaankrediet.wallet.outside.Payments.Told;
import be.vlaanderen.loopbaankrediet.wallet.views.Bookings;
import be.vlaanderen.loopbaankrediet.wallet.wallet.Wallet;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Where Mollie tells that something happened to a payment. Nothing is believed: what happened is asked of Mollie itself. */
@Path("/payment-notifications/mollie")
@RunOnVirtualThread
@Tag(name = "payment")
public class MollieNotificationResource {

    private static final Logger LOG = Logger.getLogger(MollieNotificationResource.class);
    private static final Pattern ID = Pattern.compile("tr_[0-9A-Za-z]{1,64}");

    private final AggregateStore<Wallet, WalletEvent> wallets;
    private final Bookings bookings;
    private final MollieGateway mollie;
    private final Clock clock;

    @Inject
    public MollieNotificationResource(
            AggregateStore<Wallet, WalletEvent> wallets, Bookings bookings, MollieGateway mollie, Clock clock) {
        this.wallets = wallets;
        this.bookings = bookings;
        this.mollie = mollie;
        this.clock = clock;
    }

    @POST
    @PermitAll
    @RepeatableByItself
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(
            operationId = "takeMollieNotification",
            summary = "Something happened to a payment at Mollie; may be repeated")
    @APIResponse(responseCode = "200", description = "Taken in, now or before; or not about a booking of ours")
    @APIResponse(responseCode = "404", description = "payment-unknown: not yet; Mollie tells it again")
    @APIResponse(responseCode = "422", description = "payment-amount-differs")
    @APIResponse(responseCode = "503", description = "Mollie cannot be asked now")
    public Response take(@FormParam("id") @Nullable String id) {
        if (id == null || !ID.matcher(id).matches()) {
            throw Problem.badRequest(List.of(Issue.of("invalid-value", "body", "id", "Verwacht wordt: id=tr_…")))
                    .exception();
        }
        Optional<MollieGateway.Found> found = ask(id);
        UUID booking = found.map(MollieGateway.Found::booking).orElse(null);
        UUID wallet = booking == null ? null : bookings.walletOf(booking).orElse(null);
        Optional<Told> told = found.flatMap(MollieGateway.Found::told);
        if (booking != null && wallet != null && told.isPresent()) {
            TakePaymentNotification command = new TakePaymentNotification(
                    wallet, booking, id, told.get().news(), told.get().amountCents(), clock.instant());
            var unused = wallets.handle(wallet.toString(), state -> TakePaymentNotification.decide(state, command))
                    .orThrow();
        }
        return Response.ok().build();
    }

    private Optional<MollieGateway.Found> ask(String id) {
        try {
            return mollie.find(id);
        } catch (IllegalStateException e) {
            LOG.warnf("payment %s cannot be asked about now: %s", id, e.getMessage());
            throw Problem.of("payment-provider-unavailable", 503, "De betaling kan nu niet nagekeken worden.")
                    .exception(e);
        }
    }
}
