package be.vlaanderen.loopbaankrediet.wallet.views;

import be.vlaanderen.loopbaankrediet.platform.eventstore.RefusedException;
import be.vlaanderen.loopbaankrediet.platform.web.Caller;
import be.vlaanderen.loopbaankrediet.platform.web.Roles;
import be.vlaanderen.loopbaankrediet.wallet.outside.Citizens;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletRefusal;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a citizen holds. */
@Path("/me")
@RolesAllowed(Roles.CITIZEN)
@RunOnVirtualThread
@Tag(name = "wallet")
public class WalletResource {

    @Schema(name = "BookingList")
    public record BookingList(@Schema(required = true) List<BookingAnswer> bookings) {}

    private final Citizens citizens;
    private final Bookings bookings;
    private final Caller caller;

    @Inject
    public WalletResource(Citizens citizens, Bookings bookings, Caller caller) {
        this.citizens = citizens;
        this.bookings = bookings;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "getMyWallet",
            summary = "Hours granted, reserved, used and available; zeros without credit")
    @APIResponseSchema(value = WalletAnswer.class, responseCode = "200", responseDescription = "The wallet")
    @APIResponse(responseCode = "503", description = "Who the citizen is cannot be asked now")
    public WalletAnswer wallet() {
        return citizens.walletOf(caller).map(bookings::wallet).orElse(WalletAnswer.NONE);
    }

    @GET
    @Path("/bookings")
    @Operation(operationId = "getMyBookings", summary = "The newest 100 bookings, newest first")
    public BookingList bookings() {
        return new BookingList(citizens.walletOf(caller).map(bookings::bookings).orElse(List.of()));
    }

    @GET
    @Path("/bookings/{booking}")
    @Operation(operationId = "getMyBooking", summary = "One booking")
    @APIResponseSchema(value = BookingAnswer.class, responseCode = "200", responseDescription = "The booking")
    @APIResponse(responseCode = "404", description = "Does not exist, or is someone else's")
    public BookingAnswer booking(@PathParam("booking") UUID booking) {
        return citizens.walletOf(caller)
                .flatMap(wallet -> bookings.booking(wallet, booking))
                .orElseThrow(() -> new RefusedException(WalletRefusal.BOOKING_UNKNOWN));
    }
}
