package be.vlaanderen.loopbaankrediet.payout.views.payouts;

import be.vlaanderen.loopbaankrediet.payout.bank.BatchDesk;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingAccount;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent;
import be.vlaanderen.loopbaankrediet.payout.registry.Officer;
import be.vlaanderen.loopbaankrediet.platform.eventstore.AggregateStore;
import be.vlaanderen.loopbaankrediet.platform.web.Caller;
import be.vlaanderen.loopbaankrediet.platform.web.Days;
import be.vlaanderen.loopbaankrediet.platform.web.Problem;
import be.vlaanderen.loopbaankrediet.platform.web.RepeatableByItself;
import be.vlaanderen.loopbaankrediet.platform.web.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/payouts/{endToEndId}")
@RolesAllowed(Roles.OFFICER)
@RunOnVirtualThread
@Tag(name = "payouts", description = "Uitbetalingen")
public class PayoutsResource {

    private static final String FORM = "[A-Za-z0-9]{1,35}";
    private static final String FORM_WRONG =
            "Geef de end-to-end-referentie van het rekeninguittreksel: letters en cijfers.";

    private final BatchDesk desk;
    private final AggregateStore<BookingAccount, BookingEvent> bookings;
    private final Caller caller;

    @Inject
    PayoutsResource(BatchDesk desk, AggregateStore<BookingAccount, BookingEvent> bookings, Caller caller) {
        this.desk = desk;
        this.bookings = bookings;
        this.caller = caller;
    }

    @POST
    @Path("/payment")
    @RepeatableByItself
    @Operation(
            operationId = "payAgain",
            summary = "Pays what the bank rejected once more, in a next file, to the account that is valid then")
    @APIResponse(responseCode = "200", description = "Waits for the next file, which an officer must release")
    @APIResponse(responseCode = "404", description = "payout-unknown")
    @APIResponse(responseCode = "409", description = "not-rejected")
    public PayoutAnswer payAgain(
            @PathParam("endToEndId") @Pattern(regexp = FORM, message = FORM_WRONG) String endToEndId) {
        desk.payAgain(endToEndId, Officer.pseudonym(caller));
        return payout(endToEndId, null);
    }

    @GET
    @Operation(operationId = "getPayout", summary = "The claim behind a payment of the bank statement")
    @APIResponse(
            responseCode = "200",
            description = "The payout and its claim, now or at the end of the day that is asked")
    @APIResponse(responseCode = "400", description = "Not an end-to-end id, or not a day")
    @APIResponse(responseCode = "404", description = "No payment has this end-to-end id")
    public PayoutAnswer payout(
            @PathParam("endToEndId") @Pattern(regexp = FORM, message = FORM_WRONG) String endToEndId,
            @Parameter(description = "day in Brussels") @QueryParam("asOf") @Nullable String asOf) {
        Optional<PayoutRow> row = PayoutRow.byEndToEndId(endToEndId);
        Optional<PayoutAnswer> found = asOf == null
                ? row.map(PayoutAnswer::of)
                : row.flatMap(known -> asOf(known, Days.end(Days.asked("asOf", asOf))));
        return found.orElseThrow(
                () -> Problem.of("payout-unknown", 404, "Geen enkele betaling heeft deze end-to-end-referentie.")
                        .exception());
    }

    private Optional<PayoutAnswer> asOf(PayoutRow row, Instant at) {
        return row.decidedAt.isAfter(at)
                ? Optional.empty()
                : bookings.stateAt(row.booking.toString(), at)
                        .standing(row.claim)
                        .map(then -> PayoutAnswer.asOf(row, then, at));
    }
}
