package be.vlaanderen.loopbaankrediet.providerregistry.vault;

import static be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorRefusal.COUNSELLOR_UNKNOWN;

import be.vlaanderen.loopbaankrediet.platform.eventstore.AggregateStore;
import be.vlaanderen.loopbaankrediet.platform.eventstore.RefusedException;
import be.vlaanderen.loopbaankrediet.platform.web.Roles;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Capacity;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Counsellor;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Route;
import be.vlaanderen.loopbaankrediet.providerregistry.views.AsOf;
import be.vlaanderen.loopbaankrediet.providerregistry.views.NextStep;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What leaves the vault: to counsellors about themselves, and to the paying service what a payment needs. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "counsellor")
public class VaultResource {

    private final AggregateStore<Counsellor, CounsellorEvent> counsellors;
    private final Vault vault;
    private final Accounts accounts;
    private final LoggedIn loggedIn;
    private final Clock clock;

    @Inject
    public VaultResource(
            AggregateStore<Counsellor, CounsellorEvent> counsellors,
            Vault vault,
            Accounts accounts,
            LoggedIn loggedIn,
            Clock clock) {
        this.counsellors = counsellors;
        this.vault = vault;
        this.accounts = accounts;
        this.loggedIn = loggedIn;
        this.clock = clock;
    }

    /**
     * @param vatLiable on the day that is asked about
     * @param leftFrom first day without registration; may lie ahead
     * @param capacity how many new citizens can come; absent when it is not known
     * @param todo what waits for the counsellor
     */
    public record Me(
            UUID counsellor,
            String name,
            Counsellor.Status status,
            @Nullable Route route,
            boolean vatLiable,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable LocalDate registeredOn,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable LocalDate leftFrom,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Capacity capacity,

            List<NextStep> todo) {}

    /**
     * Who a payment goes to, and what a statement says about them.
     *
     * @param address absent when it was never told
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Payee(
            String name,
            String iban,
            String enterpriseNumber,
            @Nullable Address address) {}

    @GET
    @Path("/me")
    @RolesAllowed(Roles.COUNSELLOR)
    @Operation(operationId = "getMe", summary = "The counsellor behind the token, with what waits for them")
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(responseCode = "400", description = "This is no day")
    @APIResponse(responseCode = "404", description = "counsellor-unknown")
    public Me me(@QueryParam("asOf") @Parameter(description = AsOf.MEANING) @Nullable String asOf) {
        Person person = loggedIn.counsellor();
        AsOf moment = AsOf.read(asOf, clock);
        Counsellor counsellor = moment.state(counsellors, person.counsellor());
        if (counsellor.route() == null && counsellor.application() == null) {
            throw new RefusedException(COUNSELLOR_UNKNOWN); // not yet on that day
        }
        LocalDate day = moment.day();
        return new Me(
                person.counsellor(),
                person.name(),
                counsellor.status(day),
                counsellor.route(),
                counsellor.vatLiableOn(day),
                counsellor.registeredOn(),
                counsellor.standing().leftFrom(),
                counsellor.capacityOn(day),
                NextStep.of(counsellor, day));
    }

    @GET
    @Path("/counsellors/{counsellor}/payee")
    @RolesAllowed(Roles.SERVICE)
    @Operation(
            operationId = "getPayee",
            summary = "Name, account and address for a payment and its statement; for services only")
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(responseCode = "404", description = "counsellor-unknown")
    public Payee payee(@PathParam("counsellor") UUID id) {
        Person person = vault.find(id).orElseThrow(() -> new RefusedException(COUNSELLOR_UNKNOWN));
        return new Payee(
                person.name(), accounts.valid(person, clock.instant()), person.enterpriseNumber(), person.address());
    }
}
