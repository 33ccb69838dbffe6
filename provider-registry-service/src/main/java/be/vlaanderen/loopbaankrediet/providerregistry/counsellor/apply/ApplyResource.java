package be.vlaanderen.loopbaankrediet.providerregistry.counsellor.apply;

import static be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorRefusal.APPLICATION_UNKNOWN;
import static be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorRefusal.COUNSELLOR_EXISTS;

import be.vlaanderen.loopbaankrediet.platform.eventstore.AggregateStore;
import be.vlaanderen.loopbaankrediet.platform.eventstore.RefusedException;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Transactions;
import be.vlaanderen.loopbaankrediet.platform.web.Caller;
import be.vlaanderen.loopbaankrediet.platform.web.Days;
import be.vlaanderen.loopbaankrediet.platform.web.Idempotency;
import be.vlaanderen.loopbaankrediet.platform.web.Problem;
import be.vlaanderen.loopbaankrediet.platform.web.Problem.Issue;
import be.vlaanderen.loopbaankrediet.platform.web.RepeatableByItself;
import be.vlaanderen.loopbaankrediet.platform.web.Roles;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Application;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Counsellor;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Proof;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Requirement;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Route;
import be.vlaanderen.loopbaankrediet.providerregistry.diplomas.ListedDiplomas;
import be.vlaanderen.loopbaankrediet.providerregistry.enterprise.Magda;
import be.vlaanderen.loopbaankrediet.providerregistry.namecheck.FirstAccounts;
import be.vlaanderen.loopbaankrediet.providerregistry.profile.Mode;
import be.vlaanderen.loopbaankrediet.providerregistry.profile.NewPlace;
import be.vlaanderen.loopbaankrediet.providerregistry.profile.Offer;
import be.vlaanderen.loopbaankrediet.providerregistry.profile.Profile;
import be.vlaanderen.loopbaankrediet.providerregistry.profile.TargetGroup;
import be.vlaanderen.loopbaankrediet.providerregistry.profile.Theme;
import be.vlaanderen.loopbaankrediet.providerregistry.vault.Address;
import be.vlaanderen.loopbaankrediet.providerregistry.vault.Documents;
import be.vlaanderen.loopbaankrediet.providerregistry.vault.Iban;
import be.vlaanderen.loopbaankrediet.providerregistry.vault.LoggedIn;
import be.vlaanderen.loopbaankrediet.providerregistry.vault.Person;
import be.vlaanderen.loopbaankrediet.providerregistry.vault.SentFile;
import be.vlaanderen.loopbaankrediet.providerregistry.vault.Vault;
import be.vlaanderen.loopbaankrediet.providerregistry.vault.Words;
import be.vlaanderen.loopbaankrediet.providerregistry.views.AsOf;
import be.vlaanderen.loopbaankrediet.providerregistry.views.applications.ApplicationShown;
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
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Somebody applies to become a counsellor, and sends documents. */
@Path("/me/application")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed(Roles.COUNSELLOR)
@Tag(name = "application")
public class ApplyResource {

    private final AggregateStore<Counsellor, CounsellorEvent> counsellors;
    private final Transactions transactions;
    private final Vault vault;
    private final Documents documents;
    private final ListedDiplomas diplomas;
    private final Words words;
    private final Magda magda;
    private final FirstAccounts firstAccounts;
    private final LoggedIn loggedIn;
    private final Caller caller;
    private final Clock clock;

    @Inject
    public ApplyResource(
            AggregateStore<Counsellor, CounsellorEvent> counsellors,
            Transactions transactions,
            Vault vault,
            Documents documents,
            ListedDiplomas diplomas,
            Words words,
            Magda magda,
            FirstAccounts firstAccounts,
            LoggedIn loggedIn,
            Caller caller,
            Clock clock) {
        this.counsellors = counsellors;
        this.transactions = transactions;
        this.vault = vault;
        this.documents = documents;
        this.diplomas = diplomas;
        this.words = words;
        this.magda = magda;
        this.firstAccounts = firstAccounts;
        this.loggedIn = loggedIn;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Who it is and for which enterprise stands in the token.
     *
     * @param activeSince first day under the cheque scheme, null if never
     * @param proofs those that will be sent as documents
     * @param diploma code on the ministerial list, for who announces LISTED_DIPLOMA
     */
    public record NewApplication(
            @NotBlank(message = "Dit is verplicht.") @Size(max = 70, message = "Dit is te lang: hoogstens 70 tekens.") @Pattern(
                    regexp = "[\\p{L}\\p{M}\\p{N} .,'’()&/+-]*",
                    message = "Gebruik letters, cijfers, spaties en gewone leestekens.")
            String name,

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

            @Nullable @Pattern(regexp = "[A-Z0-9-]{1,60}", message = "Geef een code van de lijst van diploma's.") String diploma,

            @Nullable @Valid Address address)
            implements Offer {

        /** Personal data stay out of logs. */
        @Override
        public String toString() {
            return "NewApplication";
        }
    }

    /** @param missing what the route asks and no document shows yet */
    public record Applied(
            UUID application, UUID counsellor, Route route, Application.State status, List<Requirement> missing) {

        static Applied of(UUID counsellor, Counsellor after) {
            Application application = found(after);
            return new Applied(
                    application.id(), counsellor, application.route(), application.state(), application.missing());
        }
    }

    /** @param document id of what was kept */
    public record DocumentKept(UUID document, Proof kind, String sha256, Applied application) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "apply", summary = "Apply to become a counsellor")
    @APIResponseSchema(value = Applied.class, responseCode = "201", responseDescription = "Applied")
    @APIResponse(responseCode = "400", description = "A value cannot be right")
    @APIResponse(responseCode = "409", description = "counsellor-exists, application-under-way or application-closed")
    @APIResponse(responseCode = "422", description = "diploma-not-listed")
    public RestResponse<Applied> apply(
            @NotNull(message = "Stuur uw gegevens mee.") @Valid NewApplication body,
            @HeaderParam("Idempotency-Key") @Parameter(required = true) String key) {
        Optional<Person> known = loggedIn.known();
        UUID id = known.map(Person::counsellor).orElseGet(() -> Idempotency.id("counsellor", caller.subject(), key));
        Person person = person(id, body);
        Profile profile = body.profile(id, person.name());
        Instant now = clock.instant();
        SubmitApplication command = new SubmitApplication(
                id,
                Idempotency.id("application", caller.subject(), key),
                body.activeSince(),
                Set.copyOf(body.proofs()),
                body.diploma(),
                diplomas.isListed(body.diploma(), Days.of(now)),
                body.vatLiable(),
                magda.isThere(),
                now);
        Counsellor after = transactions.in(connection -> {
            if (known.isEmpty() && !vault.keep(person, profile)) {
                throw new RefusedException(COUNSELLOR_EXISTS);
            }
            var outcome =
                    counsellors.handle(id.toString(), counsellor -> SubmitApplication.decide(counsellor, command));
            if (outcome.isNew()) {
                if (known.isPresent()) {
                    vault.replace(person, profile);
                }
                firstAccounts.ask(id);
            }
            return outcome.orThrow();
        });
        return RestResponse.status(RestResponse.Status.CREATED, Applied.of(id, after));
    }

    @GET
    @Operation(operationId = "getMyApplication", summary = "The own application, with what is asked or decided and why")
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(responseCode = "400", description = "This is no day")
    @APIResponse(responseCode = "404", description = "application-unknown")
    public ApplicationShown mine(@QueryParam("asOf") @Parameter(description = AsOf.MEANING) @Nullable String asOf) {
        Person person = loggedIn.known().orElseThrow(() -> new RefusedException(APPLICATION_UNKNOWN));
        Counsellor counsellor = AsOf.read(asOf, clock).state(counsellors, person.counsellor());
        return ApplicationShown.of(
                person, found(counsellor), counsellor.accounts().first(), words);
    }

    @POST
    @Path("/documents")
    @Consumes(MediaType.WILDCARD)
    @Operation(operationId = "addDocument", summary = "Send a PDF, JPEG or PNG of at most 5 MB that shows a proof")
    @RequestBody(
            required = true,
            content = {
                @Content(mediaType = "application/pdf", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "image/jpeg", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "image/png", schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponseSchema(value = DocumentKept.class, responseCode = "201", responseDescription = "Kept")
    @APIResponse(responseCode = "400", description = "The kind is none")
    @APIResponse(responseCode = "404", description = "application-unknown")
    @APIResponse(responseCode = "409", description = "application-closed or too-many-documents")
    @APIResponse(responseCode = "413", description = "too-large")
    @APIResponse(responseCode = "422", description = "document-not-accepted")
    public RestResponse<DocumentKept> add(
            @QueryParam("kind") @Parameter(required = true, schema = @Schema(implementation = Proof.class)) @Nullable String kind,
            byte @Nullable [] body,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Parameter(hidden = true) @Nullable String contentType,
            @HeaderParam("Idempotency-Key") @Parameter(required = true) String key) {
        SentFile sent = SentFile.read(kind, body, contentType);
        Person person = loggedIn.known().orElseThrow(() -> new RefusedException(APPLICATION_UNKNOWN));
        UUID id = person.counsellor();
        AddDocument command = new AddDocument(
                id,
                Idempotency.id("document " + sent.digest(), caller.subject(), key),
                sent.kind(),
                sent.digest(),
                clock.instant());
        Counsellor after = transactions.in(connection -> {
            Counsellor added = counsellors
                    .handle(id.toString(), counsellor -> AddDocument.decide(counsellor, command))
                    .orThrow();
            documents.keep(id, command.document(), sent.file(), command.at());
            return added;
        });
        return RestResponse.status(
                RestResponse.Status.CREATED,
                new DocumentKept(command.document(), sent.kind(), command.file(), Applied.of(id, after)));
    }

    @POST
    @Path("/enterprise-check")
    @RepeatableByItself
    @Operation(operationId = "checkMyEnterprise", summary = "Have the enterprise looked up anew, when it was put right")
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(responseCode = "404", description = "application-unknown")
    @APIResponse(responseCode = "409", description = "application-closed or no-enterprise-check")
    public Applied checkEnterprise() {
        Person person = loggedIn.known().orElseThrow(() -> new RefusedException(APPLICATION_UNKNOWN));
        UUID id = person.counsellor();
        UUID application = found(counsellors.state(id.toString())).id();
        AskEnterpriseCheck command = new AskEnterpriseCheck(id, application, magda.isThere(), clock.instant());
        return Applied.of(
                id,
                counsellors
                        .handle(id.toString(), counsellor -> AskEnterpriseCheck.decide(counsellor, command))
                        .orThrow());
    }

    /** A late repeat changes nothing, least of all the account of somebody who is registered by now. */
    private static Application found(Counsellor counsellor) {
        Application application = counsellor.application();
        if (application == null) {
            throw new RefusedException(APPLICATION_UNKNOWN);
        }
        return application;
    }

    private Person person(UUID id, NewApplication body) {
        List<Issue> issues = new ArrayList<>();
        String iban = Iban.read(body.iban()).orElse("");
        if (iban.isEmpty()) {
            issues.add(Issue.of("invalid-value", "body", "iban", "Dit is geen geldig rekeningnummer (IBAN)."));
        }
        issues.addAll(body.issues());
        if (!issues.isEmpty()) {
            throw Problem.badRequest(issues).exception();
        }
        return new Person(
                id,
                loggedIn.citizenNumber(),
                loggedIn.enterpriseNumber(),
                body.name().strip(),
                iban,
                body.email(),
                body.address());
    }
}
