package be.vlaanderen.loopbaankrediet.providerregistry.counsellor.vat;

import static be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorRefusal.COUNSELLOR_UNKNOWN;

import be.vlaanderen.loopbaankrediet.platform.eventstore.AggregateStore;
import be.vlaanderen.loopbaankrediet.platform.eventstore.RefusedException;
import be.vlaanderen.loopbaankrediet.platform.web.Days;
import be.vlaanderen.loopbaankrediet.platform.web.Roles;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Counsellor;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent;
import be.vlaanderen.loopbaankrediet.providerregistry.vault.LoggedIn;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The VAT regime, told by the counsellor or by an officer. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "vat regime")
public class VatRegimeResource {

    private final AggregateStore<Counsellor, CounsellorEvent> counsellors;
    private final LoggedIn loggedIn;
    private final Clock clock;

    @Inject
    public VatRegimeResource(AggregateStore<Counsellor, CounsellorEvent> counsellors, LoggedIn loggedIn, Clock clock) {
        this.counsellors = counsellors;
        this.loggedIn = loggedIn;
        this.clock = clock;
    }

    /** @param from first day of the regime */
    public record NewRegime(
            @NotNull(message = "Dit is verplicht.") Boolean vatLiable,
            @NotNull(message = "Dit is verplicht.") LocalDate from) {}

    /** @param vatLiable on the day {@code from} */
    public record Regime(UUID counsellor, boolean vatLiable, LocalDate from) {}

    @PUT
    @Path("/counsellors/{counsellor}/vat-regime")
    @RolesAllowed(Roles.OFFICER)
    @Operation(operationId = "changeVatRegime", summary = "Change the VAT regime of a counsellor from a day on")
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(responseCode = "404", description = "counsellor-unknown")
    @APIResponse(responseCode = "409", description = "not-registered")
    @APIResponse(responseCode = "422", description = "regime-day-out-of-range")
    public Regime change(
            @PathParam("counsellor") UUID id, @NotNull(message = "Stuur de regeling mee.") @Valid NewRegime body) {
        return decide(id, body);
    }

    @PUT
    @Path("/me/vat-regime")
    @RolesAllowed(Roles.COUNSELLOR)
    @Operation(operationId = "changeMyVatRegime", summary = "Change the own VAT regime from a day on")
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(responseCode = "404", description = "counsellor-unknown")
    @APIResponse(responseCode = "409", description = "not-registered")
    @APIResponse(responseCode = "422", description = "regime-day-out-of-range")
    public Regime changeMine(@NotNull(message = "Stuur de regeling mee.") @Valid NewRegime body) {
        return decide(loggedIn.counsellor().counsellor(), body);
    }

    /**
     * @param periods oldest first; empty before the registration
     * @param year the calendar year of the turnover
     * @param turnoverCents what the platform approved for payment in it, excluding VAT
     * @param thresholdCents from there on the exemption of small enterprises ends
     * @param warnedPercent 80 or 100 when that was reached under the exemption; absent otherwise
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record History(
            UUID counsellor,
            List<Period> periods,
            int year,
            long turnoverCents,
            long thresholdCents,
            @Nullable Integer warnedPercent) {}

    /** @param until last day; absent when no later regime is known */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Period(
            boolean vatLiable, LocalDate from, @Nullable LocalDate until) {}

    @GET
    @Path("/me/vat-regime")
    @RolesAllowed(Roles.COUNSELLOR)
    @Operation(operationId = "getMyVatRegime", summary = "The own VAT regime with all its periods")
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(responseCode = "404", description = "counsellor-unknown")
    public History mine() {
        return history(loggedIn.counsellor().counsellor());
    }

    @GET
    @Path("/counsellors/{counsellor}/vat-regime")
    @RolesAllowed(Roles.OFFICER)
    @Operation(operationId = "getVatRegime", summary = "The VAT regime of a counsellor with all its periods")
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(responseCode = "404", description = "counsellor-unknown")
    public History get(@PathParam("counsellor") UUID id) {
        return history(id);
    }

    private History history(UUID id) {
        Counsellor counsellor = counsellors.state(id.toString());
        if (counsellor.route() == null) {
            throw new RefusedException(COUNSELLOR_UNKNOWN);
        }
        int year = Days.of(clock.instant()).getYear();
        int warned = counsellor.turnover().warnedAbout(year);
        return new History(
                id,
                counsellor.vatPeriods().stream()
                        .map(period -> new Period(period.vatLiable(), period.from(), period.until()))
                        .toList(),
                year,
                counsellor.turnover().in(year),
                VatThreshold.cents(year),
                warned == 0 ? null : warned);
    }

    private Regime decide(UUID id, NewRegime body) {
        Instant now = clock.instant();
        ChangeVatRegime command = new ChangeVatRegime(id, body.vatLiable(), body.from(), Days.of(now), now);
        Counsellor after = counsellors
                .handle(id.toString(), counsellor -> ChangeVatRegime.decide(counsellor, command))
                .orThrow();
        return new Regime(id, after.vatLiableOn(body.from()), body.from());
    }
}
