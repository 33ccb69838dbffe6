package be.vlaanderen.loopbaankrediet.wallet.wallet.pay;

import be.vlaanderen.loopbaankrediet.platform.eventstore.AggregateStore;
import be.vlaanderen.loopbaankrediet.platform.eventstore.RefusedException;
import be.vlaanderen.loopbaankrediet.platform.web.Caller;
import be.vlaanderen.loopbaankrediet.platform.web.RepeatableByItself;
import be.vlaanderen.loopbaankrediet.platform.web.Roles;
import be.vlaanderen.loopbaankrediet.wallet.outside.Citizens;
import be.vlaanderen.loopbaankrediet.wallet.views.Answers;
import be.vlaanderen.loopbaankrediet.wallet.views.BookingAnswer;
import be.vlaanderen.loopbaankrediet.wallet.wallet.Wallet;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletRefusal;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A citizen who stopped a payment asks for a new payment page. */
@Path("/me")
@RolesAllowed(Roles.CITIZEN)
@RunOnVirtualThread
@Tag(name = "payment")
public class RestartPaymentResource {

    /** Nothing to say: {@code {}}. */
    @Schema(name = "NewPayment")
    public record Body() {}

    private final AggregateStore<Wallet, WalletEvent> wallets;
    private final Citizens citizens;
    private final Answers answers;
    private final Caller caller;
    private final Clock clock;

    @Inject
    public RestartPaymentResource(
            AggregateStore<Wallet, WalletEvent> wallets,
            Citizens citizens,
            Answers answers,
            Caller caller,
            Clock clock) {
        this.wallets = wallets;
        this.citizens = citizens;
        this.answers = answers;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @RepeatableByItself
    @Path("/bookings/{booking}/payment")
    @Operation(
            operationId = "restartPayment",
            summary = "After a stopped payment: ask for a new payment page; poll the booking for its checkoutUrl")
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, schema = @Schema(type = SchemaType.STRING))
    @APIResponseSchema(
            value = BookingAnswer.class,
            responseCode = "200",
            responseDescription = "The booking, as it is now")
    @APIResponse(responseCode = "404", description = "Does not exist, or is someone else's")
    @APIResponse(responseCode = "409", description = "not-awaiting-payment")
    public BookingAnswer restart(@PathParam("booking") UUID booking, @Nullable Body body) {
        UUID wallet = citizens.walletOf(caller).orElseThrow(() -> new RefusedException(WalletRefusal.BOOKING_UNKNOWN));
        RestartPayment command = new RestartPayment(wallet, booking, clock.instant());
        var unused = wallets.handle(wallet.toString(), state -> RestartPayment.decide(state, command))
                .orThrow();
        return answers.booking(wallet, booking);
    }
}
