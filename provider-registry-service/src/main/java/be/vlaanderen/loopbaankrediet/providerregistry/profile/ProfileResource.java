package be.vlaanderen.loopbaankrediet.providerregistry.profile;

import be.vlaanderen.loopbaankrediet.platform.web.Problem;
import be.vlaanderen.loopbaankrediet.platform.web.Problem.Issue;
import be.vlaanderen.loopbaankrediet.platform.web.Roles;
import be.vlaanderen.loopbaankrediet.providerregistry.vault.LoggedIn;
import be.vlaanderen.loopbaankrediet.providerregistry.vault.Person;
import be.vlaanderen.loopbaankrediet.providerregistry.vault.Vault;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What a counsellor shows the public, and changes at will. */
@Path("/me/profile")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed(Roles.COUNSELLOR)
@Tag(name = "counsellor")
public class ProfileResource {

    private final Vault vault;
    private final LoggedIn loggedIn;

    @Inject
    public ProfileResource(Vault vault, LoggedIn loggedIn) {
        this.vault = vault;
        this.loggedIn = loggedIn;
    }

    /** @param agendaLink where an appointment can be made, {@code https} only */
    public record NewProfile(
            @NotEmpty(message = "Geef minstens één plaats.") @Size(max = 50, message = "Dat zijn er te veel.") List<@NotNull(message = "Laat dit niet leeg.") @Valid NewPlace> places,

            @NotEmpty(message = "Geef minstens één taal.") @Size(max = 30, message = "Dat zijn er te veel.") List<
                            @NotNull(message = "Laat dit niet leeg.") @Pattern(regexp = "[a-z]{2}", message = "Geef een taal als twee kleine letters.") String>
                    languages,

            @NotEmpty(message = "Geef minstens één manier van werken.") @Size(max = 10, message = "Dat zijn er te veel.") List<@NotNull(message = "Laat dit niet leeg.") Mode> modes,

            @NotNull(message = "Dit is verplicht.") @Size(max = 30, message = "Dat zijn er te veel.") List<@NotNull(message = "Laat dit niet leeg.") Theme> themes,

            @Nullable @Size(max = 10, message = "Dat zijn er te veel.") List<@NotNull(message = "Laat dit niet leeg.") TargetGroup> targetGroups,

            @Nullable @Size(max = 300, message = "Dit is te lang.") @Pattern(regexp = Offer.LINK, message = "Geef een adres dat met https:// begint.") String agendaLink)
            implements Offer {}

    /** The own profile. */
    public record MyProfile(UUID counsellor, ProfileShown profile) {

        static MyProfile of(Profile profile) {
            return new MyProfile(profile.counsellor, ProfileShown.of(profile));
        }
    }

    /** The profile as the public sees it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ProfileShown(
            String name,
            List<Profile.Place> places,
            List<String> languages,
            List<String> modes,
            List<String> themes,
            List<String> targetGroups,
            @Nullable String agendaLink) {

        static ProfileShown of(Profile profile) {
            return new ProfileShown(
                    profile.name,
                    profile.shownPlaces(),
                    profile.languages,
                    profile.modes,
                    profile.themes,
                    profile.targetGroups,
                    profile.agendaLink);
        }
    }

    @GET
    @Operation(operationId = "getMyProfile", summary = "The own profile, as the directory shows it")
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(responseCode = "404", description = "counsellor-unknown")
    public MyProfile get() {
        return MyProfile.of(Profile.of(loggedIn.counsellor().counsellor()));
    }

    @PUT
    @Operation(operationId = "changeMyProfile", summary = "Put another profile in the place of the own one")
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(responseCode = "400", description = "A value cannot be right")
    @APIResponse(responseCode = "404", description = "counsellor-unknown")
    public MyProfile change(@NotNull(message = "Stuur uw profiel mee.") @Valid NewProfile body) {
        List<Issue> issues = body.issues();
        if (!issues.isEmpty()) {
            throw Problem.badRequest(issues).exception();
        }
        Person person = loggedIn.counsellor();
        Profile profile = body.profile(person.counsellor(), person.name());
        vault.replace(profile);
        return MyProfile.of(profile);
    }
}
