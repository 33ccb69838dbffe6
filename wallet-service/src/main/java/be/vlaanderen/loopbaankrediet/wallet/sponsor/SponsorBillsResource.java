package be.vlaanderen.loopbaankrediet.wallet.sponsor;

import be.vlaanderen.loopbaankrediet.platform.eventstore.AggregateStore;
import be.vlaanderen.loopbaankrediet.platform.eventstore.RefusedException;
import be.vlaanderen.loopbaankrediet.platform.web.Caller;
import be.vlaanderen.loopbaankrediet.platform.web.Days;
import be.vlaanderen.loopbaankrediet.platform.web.RepeatableByItself;
import be.vlaanderen.loopbaankrediet.platform.web.Roles;
import be.vlaanderen.loopbaankrediet.wallet.views.Sponsors;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
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

/** The monthly bills of sponsors (D-15). */
@Path("/sponsor-bills")
@RolesAllowed(Roles.OFFICER)
@RunOnVirtualThread
@Tag(name = "sponsor")
public class SponsorBillsResource {

    private static final String ID = "|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final int MOST_LINES = 100_000;

    /** @param next to give as {@code after} to read on; absent on the last page */
    @Schema(name = "SponsorBillList")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Page(List<Sponsors.Bill> bills, @Nullable UUID next) {}

    @Schema(name = "SponsorBillLines")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Lines(List<Sponsors.Line> lines, @Nullable String next) {}

    /** Nothing to say: {@code {}}. */
    @Schema(name = "SponsorBillPayment")
    public record Body() {}

    private final AggregateStore<Sponsor, SponsorEvent> store;
    private final Sponsors sponsors;
    private final Caller caller;
    private final Clock clock;

    @Inject
    public SponsorBillsResource(
            AggregateStore<Sponsor, SponsorEvent> store, Sponsors sponsors, Caller caller, Clock clock) {
        this.store = store;
        this.sponsors = sponsors;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Operation(operationId = "getSponsorBills", summary = "Bills, newest first")
    public Page list(
            @QueryParam("sponsor") @Pattern(regexp = ID, message = "Geef het kenmerk van een overeenkomst.") @Nullable String sponsor,
            @QueryParam("status") @Pattern(regexp = "|OPEN|PAID", message = "Kies uit: OPEN, PAID.") @Nullable String status,
            @QueryParam("after")
                    @Pattern(regexp = ID, message = "Neem de waarde van 'next' van de vorige bladzijde.") @Nullable String after,
            @QueryParam("limit")
                    @DefaultValue("50")
                    @Pattern(regexp = "[1-9]|[1-9][0-9]|100", message = "Kies een getal van 1 tot en met 100.") String limit) {
        int most = Integer.parseInt(limit);
        List<Sponsors.Bill> found = sponsors.bills(
                id(sponsor),
                (status == null || status.isEmpty()) ? null : (Boolean) status.equals("PAID"),
                id(after),
                most + 1);
        List<Sponsors.Bill> page = found.subList(0, Math.min(most, found.size()));
        return new Page(page, found.size() > most ? page.getLast().bill() : null);
    }

    @GET
    @Path("/{bill}")
    @Operation(operationId = "getSponsorBill", summary = "One bill")
    @APIResponseSchema(value = Sponsors.Bill.class, responseCode = "200", responseDescription = "The bill")
    @APIResponse(responseCode = "404", description = "bill-unknown")
    public Sponsors.Bill one(
            @PathParam("bill") UUID bill,
            @Parameter(description = "At the end of that day in Brussels, for example 2027-03-31; without: now")
                    @QueryParam("asOf")
                    @Nullable String asOf) {
        Instant until = asOf == null || asOf.isEmpty() ? Instant.MAX : Days.end(Days.asked("asOf", asOf));
        Sponsors.Bill found = known(bill);
        if (found.billedAt().isAfter(until)) {
            throw new RefusedException(SponsorRefusal.BILL_UNKNOWN);
        }
        return found.asOf(until);
    }

    @GET
    @Path("/{bill}/lines")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "getSponsorBillLines", summary = "The bookings of a bill, and what came back")
    @APIResponseSchema(value = Lines.class, responseCode = "200", responseDescription = "A page of lines")
    @APIResponse(responseCode = "404", description = "bill-unknown")
    public Lines lines(
            @PathParam("bill") UUID bill,
            @QueryParam("after")
                    @Pattern(regexp = "|[0-9]{1,9}", message = "Neem de waarde van 'next' van de vorige bladzijde.") @Nullable String after,
            @QueryParam("limit")
                    @DefaultValue("100")
                    @Pattern(regexp = "[1-9]|[1-9][0-9]|100", message = "Kies een getal van 1 tot en met 100.") String limit) {
        UUID known = known(bill).bill();
        int most = Integer.parseInt(limit);
        List<Sponsors.Line> found =
                sponsors.lines(known, after == null || after.isEmpty() ? -1 : Long.parseLong(after), most + 1);
        List<Sponsors.Line> page = found.subList(0, Math.min(most, found.size()));
        return new Lines(
                page, found.size() > most ? String.valueOf(page.getLast().number()) : null);
    }

    @GET
    @Path("/{bill}/file")
    @Produces("text/csv")
    @Operation(operationId = "getSponsorBillFile", summary = "The whole bill as CSV, to send to the sponsor")
    @APIResponse(responseCode = "200", description = "booking,day,amountCents,reference")
    @APIResponse(responseCode = "404", description = "bill-unknown")
    public String file(@PathParam("bill") UUID bill) {
        Sponsors.Bill known = known(bill);
        StringBuilder csv = new StringBuilder("booking,day,amountCents,reference\r\n");
        for (Sponsors.Line line : sponsors.lines(bill, -1, MOST_LINES)) {
            csv.append(line.booking())
                    .append(',')
                    .append(line.day())
                    .append(',')
                    .append(line.amountCents())
                    .append(',')
                    .append(known.reference().replace("+", "")) // a spreadsheet would reckon with a plus
                    .append("\r\n");
        }
        return csv.toString();
    }

    @POST
    @RepeatableByItself
    @Path("/{bill}/payment")
    @Operation(operationId = "paySponsorBill", summary = "The money of the sponsor is there")
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, schema = @Schema(type = SchemaType.STRING))
    @APIResponseSchema(value = Sponsors.Bill.class, responseCode = "200", responseDescription = "Paid, now or before")
    @APIResponse(responseCode = "404", description = "bill-unknown")
    public Sponsors.Bill pay(@PathParam("bill") UUID bill, @Nullable Body body) {
        UUID sponsor = known(bill).sponsor();
        var unused = store.handle(
                        Sponsor.stream(sponsor),
                        state -> Sponsor.payBill(state, sponsor, bill, caller.pseudonym(), clock.instant()))
                .orThrow();
        return known(bill);
    }

    private Sponsors.Bill known(UUID bill) {
        return sponsors.bill(bill).orElseThrow(() -> new RefusedException(SponsorRefusal.BILL_UNKNOWN));
    }

    private static @Nullable UUID id(@Nullable String text) {
        return text == null || text.isEmpty() ? null : UUID.fromString(text);
    }
}
