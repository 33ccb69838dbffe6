package be.vlaanderen.loopbaankrediet.providerregistry.counsellor.renew;

import static be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorRefusal.RENEWAL_UNKNOWN;

import be.vlaanderen.loopbaankrediet.platform.eventstore.AggregateStore;
import be.vlaanderen.loopbaankrediet.platform.eventstore.RefusedException;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Transactions;
import be.vlaanderen.loopbaankrediet.platform.web.Caller;
import be.vlaanderen.loopbaankrediet.platform.web.Days;
import be.vlaanderen.loopbaankrediet.platform.web.Idempotency;
import be.vlaanderen.loopbaankrediet.platform.web.RepeatableByItself;
import be.vlaanderen.loopbaankrediet.platform.web.Roles;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Counsellor;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Proof;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Reason;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Renewal;
import be.vlaanderen.loopbaankrediet.providerregistry.notifications.Notifications;
import be.vlaanderen.loopbaankrediet.providerregistry.vault.Documents;
import be.vlaanderen.loopbaankrediet.providerregistry.vault.LoggedIn;
import be.vlaanderen.loopbaankrediet.providerregistry.vault.SentFile;
import be.vlaanderen.loopbaankrediet.providerregistry.vault.Words;
import be.vlaanderen.loopbaankrediet.providerregistry.vault.Words.Part;
import be.vlaanderen.loopbaankrediet.providerregistry.views.AsOf;
import be.vlaanderen.loopbaankrediet.providerregistry.views.Pages;
import be.vlaanderen.loopbaankrediet.providerregistry.views.QueryParameters;
import be.vlaanderen.loopbaankrediet.providerregistry.views.applications.ApplicationShown.DocumentShown;
import be.vlaanderen.loopbaankrediet.providerregistry.views.renewals.RenewalRow;
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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
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

/** An officer asks proofs anew, the counsellor sends them, the officer approves; the registration holds meanwhile (D-38). */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "renewal")
public class RenewalResource {

    private final AggregateStore<Counsellor, CounsellorEvent> counsellors;
    private final Transactions transactions;
    private final Documents documents;
    private final Words words;
    private final Notifications notifications;
    private final LoggedIn loggedIn;
    private final Caller caller;
    private final Clock clock;

    @Inject
    public RenewalResource(
            AggregateStore<Counsellor, CounsellorEvent> counsellors,
            Transactions transactions,
            Documents documents,
            Words words,
            Notifications notifications,
            LoggedIn loggedIn,
            Caller caller,
            Clock clock) {
        this.counsellors = counsellors;
        this.transactions = transactions;
        this.documents = documents;
        this.words = words;
        this.notifications = notifications;
        this.loggedIn = loggedIn;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * @param by the day by which they are wanted
     * @param reason in words, for the counsellor
     */
    public record NewRenewal(
            @NotEmpty(message = "Geef minstens één bewijs.") @Size(max = 20, message = "Dat zijn er te veel.") List<@NotNull(message = "Laat dit niet leeg.") Proof> proofs,

            @NotNull(message = "Dit is verplicht.") LocalDate by,
            @NotNull(message = "Dit is verplicht.") Reason reasonCode,

            @NotBlank(message = "Dit is verplicht.") @Size(max = Words.LONGEST, message = "Dit is te lang: hoogstens 4000 tekens.") @Pattern(regexp = Words.PATTERN, message = "Gebruik gewone tekst.") String reason) {}

    /**
     * The renewal of a counsellor.
     *
     * @param missing what was asked and no document shows yet
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RenewalShown(
            UUID renewal,
            UUID counsellor,
            Renewal.State status,
            LocalDate by,
            List<Proof> asked,
            List<Proof> missing,
            Reason reasonCode,
            @Nullable String reason,
            List<DocumentShown> documents) {

        static RenewalShown of(UUID counsellor, Renewal renewal, Words words) {
            return new RenewalShown(
                    renewal.id(),
                    counsellor,
                    renewal.state(),
                    renewal.by(),
                    renewal.asked().stream().sorted().toList(),
                    renewal.missing(),
                    renewal.reasonCode(),
                    words.find(renewal.id(), Part.REASON).orElse(null),
                    renewal.documents().stream()
                            .map(each -> new DocumentShown(each.id(), each.kind(), each.file(), each.at()))
                            .toList());
        }
    }

    /** A line of the work list. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RenewalLine(
            UUID renewal,
            UUID counsellor,
            Renewal.State status,
            Reason reasonCode,
            LocalDate by,
            int documents,
            String askedBy,
            Instant askedAt,
            @Nullable String approvedBy,
            @Nullable Instant approvedAt) {

        static RenewalLine of(RenewalRow row) {
            return new RenewalLine(
                    row.renewal,
                    row.counsellor,
                    Renewal.State.valueOf(row.status),
                    Reason.valueOf(row.reasonCode),
                    row.wantedBy,
                    row.documents,
                    row.askedBy,
                    row.askedAt,
                    row.approvedBy,
                    row.approvedAt);
        }
    }

    /** @param next what to give as {@code after} to read on; absent on the last page */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RenewalsPage(
            List<RenewalLine> renewals, @Nullable String next) {}

    @GET
    @Path("/renewals")
    @RolesAllowed(Roles.OFFICER)
    @Operation(operationId = "getRenewals", summary = "The officers' work list of renewals, oldest first")
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(responseCode = "400", description = "A parameter has no known value")
    public RenewalsPage list(
            @QueryParam("status") @Parameter(schema = @Schema(implementation = Renewal.State.class)) @Nullable String status,
            @QueryParam("late") @Parameter(description = "`true`: only those whose day has passed") @Nullable String late,
            @QueryParam("after") @Parameter(description = "The `next` of the page before") @Nullable String after,
            @QueryParam("limit") @Parameter(description = "1 to 100, usually 20") @Nullable String limit) {
        QueryParameters query = new QueryParameters();
        Renewal.State wanted = query.oneOf("status", status, Renewal.State.class);
        boolean onlyLate = query.flag("late", late);
        String from = query.shaped("after", after, Pages.PLACE, "Geef de waarde van 'next' van de vorige bladzijde.");
        int most = query.limit(limit);
        query.check();
        List<RenewalRow> rows =
                RenewalRow.all(wanted, onlyLate ? Days.of(clock.instant()) : null, from == null ? "" : from, most + 1);
        return new RenewalsPage(
                Pages.shown(rows, most).stream().map(RenewalLine::of).toList(),
                Pages.next(rows, most, row -> row.place));
    }

    @POST
    @Path("/counsellors/{counsellor}/renewals")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.OFFICER)
    @Operation(operationId = "askRenewal", summary = "Ask a registered counsellor to show proofs anew")
    @APIResponseSchema(value = RenewalShown.class, responseCode = "201", responseDescription = "Asked")
    @APIResponse(responseCode = "400", description = "A value cannot be right")
    @APIResponse(responseCode = "404", description = "counsellor-unknown")
    @APIResponse(responseCode = "409", description = "not-registered, has-left, renewal-under-way or renewal-closed")
    @APIResponse(responseCode = "422", description = "renewal-day-out-of-range or reason-does-not-fit")
    public RestResponse<RenewalShown> ask(
            @PathParam("counsellor") UUID id,
            @NotNull(message = "Stuur mee wat u vraagt.") @Valid NewRenewal body,
            @HeaderParam("Idempotency-Key") @Parameter(required = true) String key) {
        Instant now = clock.instant();
        AskRenewal command = new AskRenewal(
                id,
                Idempotency.id("renewal " + id, caller.subject(), key),
                Set.copyOf(body.proofs()),
                body.by(),
                body.reasonCode(),
                loggedIn.officer(),
                Days.of(now),
                now);
        Counsellor after = transactions.in(connection -> {
            Counsellor asked = counsellors
                    .handle(id.toString(), counsellor -> AskRenewal.decide(counsellor, command))
                    .orThrow();
            words.keep(id, command.renewal(), Part.REASON, body.reason(), now);
            notifications.tell(id, Notifications.Kind.RENEWAL_ASKED, command.renewal(), now);
            return asked;
        });
        return RestResponse.status(RestResponse.Status.CREATED, shown(id, command.renewal(), after));
    }

    @GET
    @Path("/counsellors/{counsellor}/renewals/{renewal}")
    @RolesAllowed(Roles.OFFICER)
    @Operation(operationId = "getRenewal", summary = "The renewal that runs, or was the last one")
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(responseCode = "400", description = "This is no day")
    @APIResponse(responseCode = "404", description = "renewal-unknown")
    public RenewalShown get(
            @PathParam("counsellor") UUID id,
            @PathParam("renewal") UUID renewal,
            @QueryParam("asOf") @Parameter(description = AsOf.MEANING) @Nullable String asOf) {
        return shown(id, renewal, AsOf.read(asOf, clock).state(counsellors, id));
    }

    @GET
    @Path("/me/renewals/{renewal}")
    @RolesAllowed(Roles.COUNSELLOR)
    @Operation(operationId = "getMyRenewal", summary = "The own renewal that runs, or was the last one")
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(responseCode = "400", description = "This is no day")
    @APIResponse(responseCode = "404", description = "counsellor-unknown or renewal-unknown")
    public RenewalShown mine(
            @PathParam("renewal") UUID renewal,
            @QueryParam("asOf") @Parameter(description = AsOf.MEANING) @Nullable String asOf) {
        UUID id = loggedIn.counsellor().counsellor();
        return shown(id, renewal, AsOf.read(asOf, clock).state(counsellors, id));
    }

    @POST
    @Path("/me/renewals/{renewal}/documents")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Roles.COUNSELLOR)
    @Operation(
            operationId = "addRenewalDocument",
            summary = "Send a PDF, JPEG or PNG of at most 5 MB that shows a proof anew")
    @RequestBody(
            required = true,
            content = {
                @Content(mediaType = "application/pdf", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "image/jpeg", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "image/png", schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponseSchema(value = RenewalShown.class, responseCode = "201", responseDescription = "Kept")
    @APIResponse(responseCode = "400", description = "The kind is none")
    @APIResponse(responseCode = "404", description = "counsellor-unknown or renewal-unknown")
    @APIResponse(responseCode = "409", description = "renewal-closed or too-many-documents")
    @APIResponse(responseCode = "413", description = "too-large")
    @APIResponse(responseCode = "422", description = "document-not-accepted")
    public RestResponse<RenewalShown> add(
            @PathParam("renewal") UUID renewal,
            @QueryParam("kind") @Parameter(required = true, schema = @Schema(implementation = Proof.class)) @Nullable String kind,
            byte @Nullable [] body,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Parameter(hidden = true) @Nullable String contentType,
            @HeaderParam("Idempotency-Key") @Parameter(required = true) String key) {
        SentFile sent = SentFile.read(kind, body, contentType);
        UUID id = loggedIn.counsellor().counsellor();
        AddRenewalDocument command = new AddRenewalDocument(
                id,
                renewal,
                Idempotency.id("renewal document " + sent.digest(), caller.subject(), key),
                sent.kind(),
                sent.digest(),
                clock.instant());
        Counsellor after = transactions.in(connection -> {
            Counsellor added = counsellors
                    .handle(id.toString(), counsellor -> AddRenewalDocument.decide(counsellor, command))
                    .orThrow();
            documents.keep(id, command.document(), sent.file(), command.at());
            return added;
        });
        return RestResponse.status(RestResponse.Status.CREATED, shown(id, renewal, after));
    }

    @GET
    @Path("/counsellors/{counsellor}/renewals/{renewal}/documents/{document}")
    @Produces(MediaType.WILDCARD)
    @RolesAllowed(Roles.OFFICER)
    @Operation(operationId = "getRenewalDocument", summary = "A document as it was sent")
    @APIResponse(responseCode = "200", description = "The file")
    @APIResponse(responseCode = "404", description = "renewal-unknown")
    public Response document(
            @PathParam("counsellor") UUID id,
            @PathParam("renewal") UUID renewal,
            @PathParam("document") UUID document) {
        boolean known = shown(id, renewal, counsellors.state(id.toString())).documents().stream()
                .anyMatch(each -> each.document().equals(document));
        return (known ? documents.find(id, document) : Optional.<Documents.File>empty())
                .map(Documents::answer)
                .orElseThrow(() -> new RefusedException(RENEWAL_UNKNOWN));
    }

    @POST
    @Path("/counsellors/{counsellor}/renewals/{renewal}/approval")
    @RolesAllowed(Roles.OFFICER)
    @RepeatableByItself
    @Operation(operationId = "approveRenewal", summary = "Approve a renewal when everything that was asked is there")
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(responseCode = "404", description = "renewal-unknown")
    @APIResponse(responseCode = "409", description = "still-missing, with what")
    public RenewalShown approve(@PathParam("counsellor") UUID id, @PathParam("renewal") UUID renewal) {
        ApproveRenewal command = new ApproveRenewal(id, renewal, loggedIn.officer(), clock.instant());
        return shown(
                id,
                renewal,
                counsellors
                        .handle(id.toString(), counsellor -> ApproveRenewal.decide(counsellor, command))
                        .orThrow());
    }

    private RenewalShown shown(UUID id, UUID renewal, Counsellor counsellor) {
        Renewal last = counsellor.renewal();
        if (last == null || !last.id().equals(renewal)) {
            throw new RefusedException(RENEWAL_UNKNOWN);
        }
        return RenewalShown.of(id, last, words);
    }
}
