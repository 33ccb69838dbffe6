package be.vlaanderen.loopbaankrediet.providerregistry.vault;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Transactions;
import be.vlaanderen.loopbaankrediet.platform.web.Caller;
import be.vlaanderen.loopbaankrediet.platform.web.Idempotency;
import be.vlaanderen.loopbaankrediet.platform.web.Roles;
import be.vlaanderen.loopbaankrediet.providerregistry.notifications.Notifications;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Where a counsellor is reached, and the address that stands on the payment statement. */
@Path("/me/contact")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed(Roles.COUNSELLOR)
@Tag(name = "counsellor")
public class ContactResource {

    private final Transactions transactions;
    private final Vault vault;
    private final Notifications notifications;
    private final LoggedIn loggedIn;
    private final Caller caller;
    private final Clock clock;

    @Inject
    public ContactResource(
            Transactions transactions,
            Vault vault,
            Notifications notifications,
            LoggedIn loggedIn,
            Caller caller,
            Clock clock) {
        this.transactions = transactions;
        this.vault = vault;
        this.notifications = notifications;
        this.loggedIn = loggedIn;
        this.caller = caller;
        this.clock = clock;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Contact(
            @NotNull(message = "Dit is verplicht.") @Size(max = 254, message = "Dit is te lang.") @Email(regexp = Person.EMAIL, message = "Geef een geldig e-mailadres.") String email,

            @Nullable @Valid Address address) {

        /** Personal data stay out of logs. */
        @Override
        public String toString() {
            return "Contact";
        }
    }

    @GET
    @Operation(operationId = "getMyContact", summary = "The own e-mail address and seat")
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(responseCode = "404", description = "counsellor-unknown")
    public Contact get() {
        Person person = loggedIn.counsellor();
        return new Contact(person.email(), person.address());
    }

    @PUT
    @Operation(
            operationId = "changeMyContact",
            summary = "Change the own e-mail address and seat; the old e-mail address is told")
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(responseCode = "400", description = "A value cannot be right")
    @APIResponse(responseCode = "404", description = "counsellor-unknown")
    public Contact change(@NotNull(message = "Stuur uw gegevens mee.") @Valid Contact body) {
        Person person = loggedIn.counsellor();
        Instant now = clock.instant();
        transactions.run(connection -> {
            if (!person.email().equals(body.email())) {
                notifications.tell(
                        person.counsellor(),
                        Notifications.Kind.CONTACT_CHANGED,
                        Idempotency.id("contact", caller.subject(), now.toString()),
                        now);
            }
            vault.reach(person.counsellor(), body.email(), body.address(), now);
        });
        return body;
    }
}
