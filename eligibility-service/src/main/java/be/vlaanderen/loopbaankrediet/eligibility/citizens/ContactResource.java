package be.vlaanderen.loopbaankrediet.eligibility.citizens;

import be.vlaanderen.loopbaankrediet.eligibility.citizens.Contacts.Contact;
import be.vlaanderen.loopbaankrediet.platform.web.Roles;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
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
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A citizen chooses how to be reached. */
@Path("/me/contact")
@RolesAllowed(Roles.CITIZEN)
@Tag(name = "citizens")
@RunOnVirtualThread
public class ContactResource {

    private final CurrentPerson person;
    private final CitizenVault vault;
    private final Contacts contacts;

    @Inject
    public ContactResource(CurrentPerson person, CitizenVault vault, Contacts contacts) {
        this.person = person;
        this.vault = vault;
        this.contacts = contacts;
    }

    /**
     * @param email left out: none
     * @param told wants to be told what happens; the name that it has outside is one of Java's own
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record OwnContact(
            @Nullable @Size(max = 254, message = "Dit is te lang.") @Email(
                    regexp = "[\\p{L}0-9._%+'-]+@[\\p{L}0-9.-]+\\.[\\p{L}]{2,}",
                    message = "Geef een geldig e-mailadres.")
            String email,

            @NotNull(message = "Dit is verplicht.") @JsonProperty("notify")
            Boolean told) {

        static OwnContact of(Contact contact) {
            return new OwnContact(contact.email(), contact.told());
        }

        /** Personal data stay out of logs. */
        @Override
        public String toString() {
            return "OwnContact";
        }
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "putContact", summary = "How I want to be reached")
    @APIResponse(responseCode = "200", description = "As it is kept now")
    @APIResponse(responseCode = "400", description = "bad-request")
    public OwnContact put(@NotNull(message = "Stuur uw keuze mee.") @Valid OwnContact body) {
        contacts.put(vault.citizen(person.ssin()), new Contact(body.email(), body.told()));
        return body;
    }

    @GET
    @Operation(operationId = "getContact", summary = "How I want to be reached")
    @APIResponse(responseCode = "200", description = "What I chose, or what holds for who chose nothing")
    public OwnContact mine() {
        return OwnContact.of(vault.find(person.ssin()).map(contacts::of).orElse(Contact.UNCHOSEN));
    }
}
