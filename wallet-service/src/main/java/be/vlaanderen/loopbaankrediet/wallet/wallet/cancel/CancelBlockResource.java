package be.vlaanderen.loopbaankrediet.wallet.wallet.cancel;

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

/** A citizen gives a block back, or what is left of it. */
@Path("/me")
@RolesAllowed(Roles.CITIZEN)
@RunOnVirtualThread
@Tag(name = "booking")
public class CancelBlockResource {

    /** Nothing to say: {@code {}}. */
    @Schema(name = "Cancellation")
    public record Body() {}

    private final AggregateStore<Wallet, WalletEvent> wallets;
    private final Citizens citizens;
    private final Answers answers;
    private final Caller caller;
    private final Clock clock;

    @Inject
    public CancelBlockResource(
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
    @Path("/bookings/{booking}/cancellation")
    @Operation(
            operationId = "cancelBooking",
            summary =
                    "Cancel a block: before its first session hours and co-payment return, after it whole unused hours (D-6, D-90)")
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, schema = @Schema(type = SchemaType.STRING))
    @APIResponseSchema(
            value = BookingAnswer.class,
            responseCode = "200",
            responseDescription =
                    "`CANCELLED` when it was not paid yet; a paid block is `givingUp` until it is known what was delivered of it: poll until that is gone, then it is `CANCELLED`, or `returned` says how many hours came back")
    @APIResponse(responseCode = "404", description = "Does not exist, or is someone else's")
    @APIResponse(responseCode = "409", description = "no-whole-hour-left or booking-lapsed")
    public BookingAnswer cancel(@PathParam("booking") UUID booking, @Nullable Body body) {
        UUID wallet = citizens.walletOf(caller).orElseThrow(() -> new RefusedException(WalletRefusal.BOOKING_UNKNOWN));
        CancelBlock command = new CancelBlock(wallet, booking, false, clock.instant());
        var unused = wallets.handle(wallet.toString(), state -> CancelBlock.decide(state, command))
                .orThrow();
        return answers.booking(wallet, booking);
    }
}
