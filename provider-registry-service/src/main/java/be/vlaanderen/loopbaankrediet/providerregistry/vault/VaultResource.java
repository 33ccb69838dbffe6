package be.vlaanderen.loopbaankrediet.providerregistry.vault;

import static be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorRefusal.COUNSELLOR_UNKNOWN;

import be.vlaanderen.loopbaankrediet.platform.eventstore.AggregateStore;
import be.vlaanderen.loopbaankrediet.platform.eventstore.RefusedException;
import be.vlaanderen.loopbaankrediet.platform.web.Days;
import be.vlaanderen.loopbaankrediet.platform.web.Roles;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Counsellor;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Route;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
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

    /** @param vatLiable today */
    public record Me(
            UUID counsellor,
            String name,
            Counsellor.Status status,
            @Nullable Route route,
            boolean vatLiable) {}

    /** Who a payment goes to. */
    public record Payee(String name, String iban) {}

    @GET
    @Path("/me")
    @RolesAllowed(Roles.COUNSELLOR)
    @Operation(operationId = "getMe", summary = "The counsellor behind the token")
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(responseCode = "404", description = "counsellor-unknown")
    public Me me() {
        Person person = loggedIn.counsellor();
        Counsellor counsellor = counsellors.state(person.counsellor().toString());
        LocalDate today = Days.of(clock.instant());
        return new Me(
                person.counsellor(),
                person.name(),
                counsellor.status(today),
                counsellor.route(),
                counsellor.vatLiableOn(today));
    }

    @GET
    @Path("/counsellors/{counsellor}/payee")
    @RolesAllowed(Roles.SERVICE)
    @Operation(operationId = "getPayee", summary = "Name and account for a payment; for services only")
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(responseCode = "404", description = "counsellor-unknown")
    public Payee payee(@PathParam("counsellor") UUID id) {
        Person person = vault.find(id).orElseThrow(() -> new RefusedException(COUNSELLOR_UNKNOWN));
        return new Payee(person.name(), accounts.valid(person, clock.instant()));
    }
}
