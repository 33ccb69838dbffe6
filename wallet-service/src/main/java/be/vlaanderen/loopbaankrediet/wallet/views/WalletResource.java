package be.vlaanderen.loopbaankrediet.wallet.views;

import be.vlaanderen.loopbaankrediet.platform.web.Caller;
import be.vlaanderen.loopbaankrediet.platform.web.Days;
import be.vlaanderen.loopbaankrediet.platform.web.Looks;
import be.vlaanderen.loopbaankrediet.platform.web.Roles;
import be.vlaanderen.loopbaankrediet.wallet.outside.Citizens;
import be.vlaanderen.loopbaankrediet.wallet.wallet.Booking;
import be.vlaanderen.loopbaankrediet.wallet.wallet.Wallet;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What a citizen holds. */
@Path("/me")
@RolesAllowed(Roles.CITIZEN)
@RunOnVirtualThread
@Tag(name = "wallet")
public class WalletResource {

    private static final String AS_OF = "At the end of that day in Brussels, for example 2027-03-31; without: now";

    /** @param next to give as {@code after} to read on; absent on the last page */
    @Schema(name = "BookingList")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record BookingList(
            @Schema(required = true) List<BookingAnswer> bookings,
            @Nullable UUID next) {}

    private final Citizens citizens;
    private final Answers answers;
    private final Looks looks;
    private final Caller caller;

    @Inject
    public WalletResource(Citizens citizens, Answers answers, Looks looks, Caller caller) {
        this.citizens = citizens;
        this.answers = answers;
        this.looks = looks;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "getMyWallet",
            summary = "Hours granted, reserved, used and available; zeros without credit")
    @APIResponseSchema(value = WalletAnswer.class, responseCode = "200", responseDescription = "The wallet")
    @APIResponse(responseCode = "503", description = "Who the citizen is cannot be asked now")
    public WalletAnswer wallet(@Parameter(description = AS_OF) @QueryParam("asOf") @Nullable String asOf) {
        LocalDate day = day(asOf);
        return answers.wallet(mine(day), day == null);
    }

    @GET
    @Path("/bookings")
    @Operation(operationId = "getMyBookings", summary = "Bookings, newest first")
    public BookingList bookings(
            @Parameter(description = "Only those in this status")
                    @QueryParam("status")
                    @Pattern(
                            regexp = "|RESERVED|QUEUED|AWAITING_PAYMENT|BOOKED|LAPSED|CANCELLED|USED",
                            message = "Kies uit: RESERVED, QUEUED, AWAITING_PAYMENT, BOOKED, LAPSED, CANCELLED, USED.")
                    @Nullable String status,
            @QueryParam("after")
                    @Pattern(
                            regexp = "|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}",
                            message = "Neem de waarde van 'next' van de vorige bladzijde.")
                    @Nullable String after,
            @QueryParam("limit")
                    @DefaultValue("100")
                    @Pattern(regexp = "[1-9]|[1-9][0-9]|100", message = "Kies een getal van 1 tot en met 100.") String limit) {
        Wallet wallet = mine(null);
        int most = Integer.parseInt(limit);
        boolean fromTheFirst = after == null || after.isEmpty();
        List<Booking> found = wallet.newestFirst().stream()
                .dropWhile(booking -> !fromTheFirst && !booking.id().toString().equals(after))
                .skip(fromTheFirst ? 0 : 1)
                .filter(booking -> status == null
                        || status.isEmpty()
                        || booking.status().name().equals(status))
                .limit(most + 1L)
                .toList();
        List<Booking> page = found.subList(0, Math.min(most, found.size()));
        return new BookingList(
                page.stream()
                        .map(booking -> answers.booking(wallet, booking, true))
                        .toList(),
                found.size() > most ? page.getLast().id() : null);
    }

    @GET
    @Path("/bookings/{booking}")
    @Operation(operationId = "getMyBooking", summary = "One booking")
    @APIResponseSchema(value = BookingAnswer.class, responseCode = "200", responseDescription = "The booking")
    @APIResponse(responseCode = "404", description = "Does not exist, or is someone else's")
    public BookingAnswer booking(
            @PathParam("booking") UUID booking,
            @Parameter(description = AS_OF) @QueryParam("asOf") @Nullable String asOf) {
        LocalDate day = day(asOf);
        return answers.booking(mine(day), booking, day == null);
    }

    @GET
    @Path("/looks")
    @Operation(operationId = "whoLookedAtMyWallet", summary = "Who of the government looked at my wallet, newest first")
    @APIResponse(responseCode = "200", description = "OK; nothing for who never asked for credit")
    @APIResponse(responseCode = "400", description = "after or limit has not the right form")
    @APIResponse(responseCode = "503", description = "Who the citizen is cannot be asked now")
    public Looks.Page looks(
            @QueryParam("after") @Pattern(regexp = Looks.AFTER, message = Looks.AFTER_WRONG) @Nullable String after,
            @QueryParam("limit") @DefaultValue("100") @Pattern(regexp = Looks.LIMIT, message = Looks.LIMIT_WRONG) String limit) {
        return citizens.walletOf(caller)
                .map(wallet -> looks.at(List.of(wallet.toString()), after, limit))
                .orElse(Looks.NONE);
    }

    private Wallet mine(@Nullable LocalDate day) {
        return citizens.walletOf(caller)
                .map(wallet -> answers.state(wallet, day))
                .orElse(Wallet.EMPTY);
    }

    private static @Nullable LocalDate day(@Nullable String asOf) {
        return asOf == null || asOf.isEmpty() ? null : Days.asked("asOf", asOf);
    }
}
