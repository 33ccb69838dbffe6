package be.vlaanderen.loopbaankrediet.providerregistry.counsellor.register;

import static be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorRefusal.COUNSELLOR_EXISTS;
import static be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorRefusal.COUNSELLOR_UNKNOWN;

import be.vlaanderen.loopbaankrediet.platform.eventstore.AggregateStore;
import be.vlaanderen.loopbaankrediet.platform.eventstore.RefusedException;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Transactions;
import be.vlaanderen.loopbaankrediet.platform.web.Caller;
import be.vlaanderen.loopbaankrediet.platform.web.Days;
import be.vlaanderen.loopbaankrediet.platform.web.Idempotency;
import be.vlaanderen.loopbaankrediet.platform.web.Problem;
import be.vlaanderen.loopbaankrediet.platform.web.Problem.Issue;
import be.vlaanderen.loopbaankrediet.platform.web.Roles;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Counsellor;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.NameMatch;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Proof;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Requirement;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Route;
import be.vlaanderen.loopbaankrediet.providerregistry.namecheck.FirstAccounts;
import be.vlaanderen.loopbaankrediet.providerregistry.profile.Mode;
import be.vlaanderen.loopbaankrediet.providerregistry.profile.NewPlace;
import be.vlaanderen.loopbaankrediet.providerregistry.profile.Offer;
import be.vlaanderen.loopbaankrediet.providerregistry.profile.Profile;
import be.vlaanderen.loopbaankrediet.providerregistry.profile.TargetGroup;
import be.vlaanderen.loopbaankrediet.providerregistry.profile.Theme;
import be.vlaanderen.loopbaankrediet.providerregistry.vault.Address;
import be.vlaanderen.loopbaankrediet.providerregistry.vault.EnterpriseNumber;
import be.vlaanderen.loopbaankrediet.providerregistry.vault.Iban;
import be.vlaanderen.loopbaankrediet.providerregistry.vault.Person;
import be.vlaanderen.loopbaankrediet.providerregistry.vault.Ssin;
import be.vlaanderen.loopbaankrediet.providerregistry.vault.Vault;
import be.vlaanderen.loopbaankrediet.providerregistry.views.AsOf;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** An officer opens dossiers, adds proofs, and looks at where they stand. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed(Roles.OFFICER)
@Tag(name = "dossier")
public class DossierResource {

    private final AggregateStore<Counsellor, CounsellorEvent> counsellors;
    private final Transactions transactions;
    private final Vault vault;
    private final FirstAccounts firstAccounts;
    private final Caller caller;
    private final Clock clock;
    private final boolean testNumbers;

    @Inject
    public DossierResource(
            AggregateStore<Counsellor, CounsellorEvent> counsellors,
            Transactions transactions,
            Vault vault,
            FirstAccounts firstAccounts,
            Caller caller,
            Clock clock,
            @ConfigProperty(name = "ssin.test-numbers") boolean testNumbers) {
        this.counsellors = counsellors;
        this.transactions = transactions;
        this.vault = vault;
        this.firstAccounts = firstAccounts;
        this.caller = caller;
        this.clock = clock;
        this.testNumbers = testNumbers;
    }

    /** @param activeSince first day under the cheque scheme, null if never */
    public record NewCounsellor(
            @NotNull(message = "Dit is verplicht.") @Size(max = 20, message = "Dit is te lang.") String ssin,

            @NotBlank(message = "Dit is verplicht.") @Size(max = 70, message = "Dit is te lang: hoogstens 70 tekens.") @Pattern(
                    regexp = "[\\p{L}\\p{M}\\p{N} .,'’()&/+-]*",
                    message = "Gebruik letters, cijfers, spaties en gewone leestekens.")
            String name,

            @NotNull(message = "Dit is verplicht.") @Size(max = 20, message = "Dit is te lang.") String enterpriseNumber,

            @NotNull(message = "Dit is verplicht.") @Size(max = 50, message = "Dit is te lang.") String iban,

            @NotNull(message = "Dit is verplicht.") Boolean vatLiable,
            @Nullable LocalDate activeSince,

            @NotNull(message = "Dit is verplicht.") @Size(max = 20, message = "Dat zijn er te veel.") List<@NotNull(message = "Laat dit niet leeg.") Proof> proofs,

            @NotNull(message = "Dit is verplicht.") @Size(max = 254, message = "Dit is te lang.") @Email(regexp = Person.EMAIL, message = "Geef een geldig e-mailadres.") String email,

            @NotEmpty(message = "Geef minstens één plaats.") @Size(max = 50, message = "Dat zijn er te veel.") List<@NotNull(message = "Laat dit niet leeg.") @Valid NewPlace> places,

            @NotEmpty(message = "Geef minstens één taal.") @Size(max = 30, message = "Dat zijn er te veel.") List<
                            @NotNull(message = "Laat dit niet leeg.") @Pattern(regexp = "[a-z]{2}", message = "Geef een taal als twee kleine letters.") String>
                    languages,

            @NotEmpty(message = "Geef minstens één manier van werken.") @Size(max = 10, message = "Dat zijn er te veel.") List<@NotNull(message = "Laat dit niet leeg.") Mode> modes,

            @NotNull(message = "Dit is verplicht.") @Size(max = 30, message = "Dat zijn er te veel.") List<@NotNull(message = "Laat dit niet leeg.") Theme> themes,

            @Nullable @Size(max = 10, message = "Dat zijn er te veel.") List<@NotNull(message = "Laat dit niet leeg.") TargetGroup> targetGroups,

            @Nullable @Size(max = 300, message = "Dit is te lang.") @Pattern(regexp = Offer.LINK, message = "Geef een adres dat met https:// begint.") String agendaLink,

            @Nullable @Valid Address address)
            implements Offer {

        /** Personal data stay out of logs. */
        @Override
        public String toString() {
            return "NewCounsellor";
        }
    }

    public record Proofs(
            @NotNull(message = "Dit is verplicht.") @Size(max = 20, message = "Dat zijn er te veel.") List<@NotNull(message = "Laat dit niet leeg.") Proof> proofs) {}

    /**
     * Where a dossier stands.
     *
     * @param name absent when it is not kept any more (GDPR art. 5.1.e), and in the answer of a POST: that one is kept for a repeat
     * @param missing what the route still asks
     * @param accountNameCheck what the bank says about the name behind the first account; absent until it said something (D-100)
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Dossier(
            UUID counsellor,
            @Nullable String name,
            @Nullable Route route,
            Counsellor.Status status,
            List<Requirement> missing,
            List<Proof> proofs,
            boolean vatLiable,
            @Nullable LocalDate registeredOn,
            @Nullable NameMatch accountNameCheck) {

        static Dossier of(UUID id, @Nullable String name, Counsellor counsellor, LocalDate today) {
            return new Dossier(
                    id,
                    name,
                    counsellor.route(),
                    counsellor.status(today),
                    counsellor.missing(),
                    counsellor.proofs().stream().sorted().toList(),
                    counsellor.vatLiableOn(today),
                    counsellor.registeredOn(),
                    counsellor.accounts().first());
        }
    }

    @POST
    @Path("/counsellors")
    @Operation(operationId = "openDossier", summary = "Enter a counsellor; registered at once when nothing is missing")
    @APIResponseSchema(
            value = Dossier.class,
            responseCode = "201",
            responseDescription = "Registered, or incomplete with what is missing")
    @APIResponse(responseCode = "400", description = "A value cannot be right")
    @APIResponse(responseCode = "409", description = "counsellor-exists: this person has a dossier for this enterprise")
    public RestResponse<Dossier> open(
            @NotNull(message = "Stuur de gegevens van de loopbaanbegeleider mee.") @Valid NewCounsellor body,
            @HeaderParam("Idempotency-Key") @Parameter(required = true) String key) {
        UUID id = Idempotency.id("counsellor", caller.subject(), key);
        Person person = person(id, body);
        Profile profile = body.profile(id, person.name());
        Instant now = clock.instant();
        OpenDossier command =
                new OpenDossier(id, body.activeSince(), Set.copyOf(body.proofs()), body.vatLiable(), Days.of(now), now);
        Counsellor after = transactions.in(connection -> {
            if (!vault.keep(person, profile)) {
                throw new RefusedException(COUNSELLOR_EXISTS);
            }
            Counsellor opened = counsellors
                    .handle(id.toString(), counsellor -> OpenDossier.decide(counsellor, command))
                    .orThrow();
            firstAccounts.ask(id);
            return opened;
        });
        return RestResponse.ResponseBuilder.create(
                        RestResponse.Status.CREATED, Dossier.of(id, null, after, command.today()))
                .header(HttpHeaders.LOCATION, "/provider-registry/v1/counsellors/" + id)
                .build();
    }

    @PUT
    @Path("/counsellors/{counsellor}/proofs")
    @Operation(operationId = "showProofs", summary = "Add proofs; the last one that is asked registers the counsellor")
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(responseCode = "404", description = "counsellor-unknown")
    public Dossier showProofs(
            @PathParam("counsellor") UUID id, @NotNull(message = "Stuur de bewijzen mee.") @Valid Proofs body) {
        Instant now = clock.instant();
        ShowProofs command = new ShowProofs(id, Set.copyOf(body.proofs()), Days.of(now), now);
        Counsellor after = counsellors
                .handle(id.toString(), counsellor -> ShowProofs.decide(counsellor, command))
                .orThrow();
        return Dossier.of(id, name(id), after, command.today());
    }

    @GET
    @Path("/counsellors/{counsellor}")
    @Operation(operationId = "getDossier", summary = "Where a dossier stands")
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(responseCode = "400", description = "This is no day")
    @APIResponse(responseCode = "404", description = "counsellor-unknown")
    public Dossier get(
            @PathParam("counsellor") UUID id,
            @QueryParam("asOf") @Parameter(description = AsOf.MEANING) @Nullable String asOf) {
        AsOf moment = AsOf.read(asOf, clock);
        Counsellor counsellor = moment.state(counsellors, id);
        if (counsellor.route() == null) {
            throw new RefusedException(COUNSELLOR_UNKNOWN);
        }
        return Dossier.of(id, name(id), counsellor, moment.day());
    }

    /** @param reasonCode why not; absent when registered */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record StandingOn(
            UUID counsellor, LocalDate on, boolean registered, Counsellor.@Nullable Absence reasonCode) {}

    @GET
    @Path("/counsellors/{counsellor}/standing")
    @RolesAllowed({Roles.SERVICE, Roles.OFFICER})
    @Operation(operationId = "getStanding", summary = "Whether a counsellor is registered on a day of delivery")
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(responseCode = "400", description = "This is no day")
    @APIResponse(responseCode = "404", description = "counsellor-unknown")
    public StandingOn standing(
            @PathParam("counsellor") UUID id,
            @QueryParam("on") @Parameter(description = "The day; today when absent") @Nullable String on) {
        LocalDate day = on == null || on.isEmpty() ? Days.of(clock.instant()) : Days.asked("on", on);
        Counsellor counsellor = counsellors.state(id.toString());
        if (counsellor.route() == null) {
            throw new RefusedException(COUNSELLOR_UNKNOWN);
        }
        Counsellor.Absence absence = counsellor.absenceOn(day);
        return new StandingOn(id, day, absence == null, absence);
    }

    private @Nullable String name(UUID id) {
        return vault.find(id).map(Person::name).orElse(null);
    }

    private Person person(UUID id, NewCounsellor body) {
        List<Issue> issues = new ArrayList<>();
        String ssin = Ssin.read(body.ssin(), testNumbers).orElse("");
        if (ssin.isEmpty()) {
            issues.add(wrong("ssin", "Dit is geen geldig rijksregisternummer."));
        }
        String enterprise = EnterpriseNumber.read(body.enterpriseNumber()).orElse("");
        if (enterprise.isEmpty()) {
            issues.add(wrong("enterpriseNumber", "Dit is geen geldig ondernemingsnummer."));
        }
        String iban = Iban.read(body.iban()).orElse("");
        if (iban.isEmpty()) {
            issues.add(wrong("iban", "Dit is geen geldig rekeningnummer (IBAN)."));
        }
        issues.addAll(body.issues());
        if (!issues.isEmpty()) {
            throw Problem.badRequest(issues).exception();
        }
        return new Person(id, ssin, enterprise, body.name().strip(), iban, body.email(), body.address());
    }

    private static Issue wrong(String name, String detail) {
        return Issue.of("invalid-value", "body", name, detail);
    }
}
