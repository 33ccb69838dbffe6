package be.vlaanderen.loopbaankrediet.providerregistry.counsellor.apply;

import static be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorRefusal.APPLICATION_UNKNOWN;

import be.vlaanderen.loopbaankrediet.platform.eventstore.AggregateStore;
import be.vlaanderen.loopbaankrediet.platform.eventstore.RefusedException;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Transactions;
import be.vlaanderen.loopbaankrediet.platform.web.Caller;
import be.vlaanderen.loopbaankrediet.platform.web.Days;
import be.vlaanderen.loopbaankrediet.platform.web.Idempotency;
import be.vlaanderen.loopbaankrediet.platform.web.RepeatableByItself;
import be.vlaanderen.loopbaankrediet.platform.web.Roles;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Application;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Counsellor;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Proof;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Reason;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Route;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.apply.ApplyResource.Applied;
import be.vlaanderen.loopbaankrediet.providerregistry.enterprise.Magda;
import be.vlaanderen.loopbaankrediet.providerregistry.notifications.Notifications;
import be.vlaanderen.loopbaankrediet.providerregistry.vault.Documents;
import be.vlaanderen.loopbaankrediet.providerregistry.vault.LoggedIn;
import be.vlaanderen.loopbaankrediet.providerregistry.vault.Person;
import be.vlaanderen.loopbaankrediet.providerregistry.vault.Vault;
import be.vlaanderen.loopbaankrediet.providerregistry.vault.Words;
import be.vlaanderen.loopbaankrediet.providerregistry.vault.Words.Part;
import be.vlaanderen.loopbaankrediet.providerregistry.views.AsOf;
import be.vlaanderen.loopbaankrediet.providerregistry.views.Pages;
import be.vlaanderen.loopbaankrediet.providerregistry.views.QueryParameters;
import be.vlaanderen.loopbaankrediet.providerregistry.views.applications.ApplicationRow;
import be.vlaanderen.loopbaankrediet.providerregistry.views.applications.ApplicationShown;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
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
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Officers look at applications, ask for more, approve and refuse. */
@Path("/applications")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed(Roles.OFFICER)
@Tag(name = "application")
public class ApplicationsResource {

    private final AggregateStore<Counsellor, CounsellorEvent> counsellors;
    private final Transactions transactions;
    private final Vault vault;
    private final Documents documents;
    private final Words words;
    private final Magda magda;
    private final Notifications notifications;
    private final LoggedIn loggedIn;
    private final Caller caller;
    private final Clock clock;

    @Inject
    public ApplicationsResource(
            AggregateStore<Counsellor, CounsellorEvent> counsellors,
            Transactions transactions,
            Vault vault,
            Documents documents,
            Words words,
            Magda magda,
            Notifications notifications,
            LoggedIn loggedIn,
            Caller caller,
            Clock clock) {
        this.counsellors = counsellors;
        this.transactions = transactions;
        this.vault = vault;
        this.documents = documents;
        this.words = words;
        this.magda = magda;
        this.notifications = notifications;
        this.loggedIn = loggedIn;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * A line of the work list.
     *
     * @param documents how many were sent
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(
            UUID application,
            UUID counsellor,
            Route route,
            Application.State status,
            Instant submittedAt,
            int documents,
            @Nullable String reasonCode,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt) {

        static Line of(ApplicationRow row) {
            return new Line(
                    row.application,
                    row.counsellor,
                    Route.valueOf(row.route),
                    Application.State.valueOf(row.status),
                    row.submittedAt,
                    row.documents,
                    row.reasonCode,
                    row.decidedBy,
                    row.decidedAt);
        }
    }

    /** @param next what to give as {@code after} to read on; absent on the last page */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ApplicationsPage")
    public record Page(List<Line> applications, @Nullable String next) {}

    /**
     * @param proofs of which a (better) document is wanted
     * @param reason in words, for the applicant
     */
    public record NewRequest(
            @NotEmpty(message = "Geef minstens één bewijs.") @Size(max = 20, message = "Dat zijn er te veel.") List<@NotNull(message = "Laat dit niet leeg.") Proof> proofs,

            @NotNull(message = "Dit is verplicht.") Reason reasonCode,

            @NotBlank(message = "Dit is verplicht.") @Size(max = Words.LONGEST, message = "Dit is te lang: hoogstens 4000 tekens.") @Pattern(regexp = Words.PATTERN, message = "Gebruik gewone tekst.") String reason) {}

    /** @param reason in words, for the applicant */
    public record NewRefusal(
            @NotNull(message = "Dit is verplicht.") Reason reasonCode,

            @NotBlank(message = "Dit is verplicht.") @Size(max = Words.LONGEST, message = "Dit is te lang: hoogstens 4000 tekens.") @Pattern(regexp = Words.PATTERN, message = "Gebruik gewone tekst.") String reason) {}

    @GET
    @Operation(operationId = "getApplications", summary = "The officers' work list, oldest first")
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(responseCode = "400", description = "A parameter has no known value")
    public Page list(
            @QueryParam("status") @Parameter(schema = @Schema(implementation = Application.State.class)) @Nullable String status,
            @QueryParam("after") @Parameter(description = "The `next` of the page before") @Nullable String after,
            @QueryParam("limit") @Parameter(description = "1 to 100, usually 20") @Nullable String limit) {
        QueryParameters query = new QueryParameters();
        Application.State wanted = query.oneOf("status", status, Application.State.class);
        String from = query.shaped("after", after, Pages.PLACE, "Geef de waarde van 'next' van de vorige bladzijde.");
        int most = query.limit(limit);
        query.check();
        List<ApplicationRow> rows = ApplicationRow.all(wanted, from == null ? "" : from, most + 1);
        return new Page(
                Pages.shown(rows, most).stream().map(Line::of).toList(), Pages.next(rows, most, row -> row.place));
    }

    @GET
    @Path("/{application}")
    @Operation(operationId = "getApplication", summary = "An application in full")
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(responseCode = "400", description = "This is no day")
    @APIResponse(responseCode = "404", description = "application-unknown")
    public ApplicationShown get(
            @PathParam("application") UUID application,
            @QueryParam("asOf") @Parameter(description = AsOf.MEANING) @Nullable String asOf) {
        UUID id = counsellor(application);
        Person person = vault.find(id).orElseThrow(() -> new RefusedException(APPLICATION_UNKNOWN));
        Counsellor counsellor = AsOf.read(asOf, clock).state(counsellors, id);
        Application found = counsellor.application();
        if (found == null || !found.id().equals(application)) {
            throw new RefusedException(APPLICATION_UNKNOWN); // refused before, and sent in anew
        }
        return ApplicationShown.of(person, found, counsellor.accounts().first(), words);
    }

    @GET
    @Path("/{application}/documents/{document}")
    @Produces(MediaType.WILDCARD)
    @Operation(operationId = "getDocument", summary = "A document as it was sent")
    @APIResponse(responseCode = "200", description = "The file")
    @APIResponse(responseCode = "404", description = "application-unknown")
    public Response document(@PathParam("application") UUID application, @PathParam("document") UUID document) {
        return documents
                .find(counsellor(application), document)
                .map(Documents::answer)
                .orElseThrow(() -> new RefusedException(APPLICATION_UNKNOWN));
    }

    @POST
    @Path("/{application}/requests")
    @Operation(operationId = "askForMore", summary = "Ask for a (better) document of some proofs")
    @APIResponseSchema(value = Applied.class, responseCode = "201", responseDescription = "Asked")
    @APIResponse(responseCode = "400", description = "A value cannot be right")
    @APIResponse(responseCode = "404", description = "application-unknown")
    @APIResponse(responseCode = "409", description = "application-closed")
    @APIResponse(responseCode = "422", description = "reason-does-not-fit")
    public RestResponse<Applied> ask(
            @PathParam("application") UUID application,
            @NotNull(message = "Stuur mee wat u vraagt.") @Valid NewRequest body,
            @HeaderParam("Idempotency-Key") @Parameter(required = true) String key) {
        UUID id = counsellor(application);
        AskForMore command = new AskForMore(
                id,
                application,
                Idempotency.id("asking " + application, caller.subject(), key),
                Set.copyOf(body.proofs()),
                body.reasonCode(),
                loggedIn.officer(),
                clock.instant());
        Counsellor after = transactions.in(connection -> {
            Counsellor asked = counsellors
                    .handle(id.toString(), counsellor -> AskForMore.decide(counsellor, command))
                    .orThrow();
            words.keep(id, command.asking(), Part.REASON, body.reason(), command.at());
            notifications.tell(id, Notifications.Kind.MORE_ASKED, command.asking(), command.at());
            return asked;
        });
        return RestResponse.status(RestResponse.Status.CREATED, Applied.of(id, after));
    }

    @POST
    @Path("/{application}/approval")
    @RepeatableByItself
    @Operation(
            operationId = "approveApplication",
            summary = "Approve, which registers the counsellor; not while the route asks something more")
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(responseCode = "404", description = "application-unknown")
    @APIResponse(responseCode = "409", description = "still-missing, with what; or application-closed")
    public Applied approve(@PathParam("application") UUID application) {
        UUID id = counsellor(application);
        Instant now = clock.instant();
        ApproveApplication command = new ApproveApplication(id, application, loggedIn.officer(), Days.of(now), now);
        Counsellor after = transactions.in(connection -> {
            Counsellor approved = counsellors
                    .handle(id.toString(), counsellor -> ApproveApplication.decide(counsellor, command))
                    .orThrow();
            notifications.tell(id, Notifications.Kind.APPLICATION_APPROVED, application, now);
            return approved;
        });
        return Applied.of(id, after);
    }

    @POST
    @Path("/{application}/refusal")
    @RepeatableByItself
    @Operation(operationId = "refuseApplication", summary = "Refuse with reasons; the applicant may apply anew")
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(responseCode = "400", description = "A value cannot be right")
    @APIResponse(responseCode = "404", description = "application-unknown")
    @APIResponse(responseCode = "409", description = "application-closed")
    @APIResponse(responseCode = "422", description = "reason-does-not-fit")
    public Applied refuse(
            @PathParam("application") UUID application,
            @NotNull(message = "Stuur de reden mee.") @Valid NewRefusal body) {
        UUID id = counsellor(application);
        RefuseApplication command =
                new RefuseApplication(id, application, body.reasonCode(), loggedIn.officer(), clock.instant());
        Counsellor after = transactions.in(connection -> {
            Counsellor refused = counsellors
                    .handle(id.toString(), counsellor -> RefuseApplication.decide(counsellor, command))
                    .orThrow();
            words.keep(id, application, Part.DECISION, body.reason(), command.at());
            notifications.tell(id, Notifications.Kind.APPLICATION_REFUSED, application, command.at());
            return refused;
        });
        return Applied.of(id, after);
    }

    @POST
    @Path("/{application}/enterprise-check")
    @RepeatableByItself
    @Operation(operationId = "checkEnterprise", summary = "Have the enterprise looked up anew, when it was put right")
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(responseCode = "404", description = "application-unknown")
    @APIResponse(responseCode = "409", description = "application-closed or no-enterprise-check")
    public Applied checkEnterprise(@PathParam("application") UUID application) {
        UUID id = counsellor(application);
        AskEnterpriseCheck command = new AskEnterpriseCheck(id, application, magda.isThere(), clock.instant());
        return Applied.of(
                id,
                counsellors
                        .handle(id.toString(), counsellor -> AskEnterpriseCheck.decide(counsellor, command))
                        .orThrow());
    }

    private static UUID counsellor(UUID application) {
        return ApplicationRow.of(application).orElseThrow(() -> new RefusedException(APPLICATION_UNKNOWN)).counsellor;
    }
}
