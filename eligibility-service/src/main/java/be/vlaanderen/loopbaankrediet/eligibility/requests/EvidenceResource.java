package be.vlaanderen.loopbaankrediet.eligibility.requests;

import be.vlaanderen.loopbaankrediet.eligibility.citizens.CurrentPerson;
import be.vlaanderen.loopbaankrediet.eligibility.citizens.Download;
import be.vlaanderen.loopbaankrediet.eligibility.citizens.EvidenceFiles;
import be.vlaanderen.loopbaankrediet.eligibility.citizens.Words;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.Entitlement;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementRefusal;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EvidenceKind;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.evidence.FileObjection;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.evidence.SendEvidence;
import be.vlaanderen.loopbaankrediet.eligibility.paging.Paging;
import be.vlaanderen.loopbaankrediet.eligibility.views.requests.RequestAnswer;
import be.vlaanderen.loopbaankrediet.eligibility.views.requests.RequestReader;
import be.vlaanderen.loopbaankrediet.platform.eventstore.AggregateStore;
import be.vlaanderen.loopbaankrediet.platform.eventstore.RefusedException;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Transactions;
import be.vlaanderen.loopbaankrediet.platform.web.FileType;
import be.vlaanderen.loopbaankrediet.platform.web.Idempotency;
import be.vlaanderen.loopbaankrediet.platform.web.Problem;
import be.vlaanderen.loopbaankrediet.platform.web.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
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
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.apache.commons.codec.digest.DigestUtils;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A citizen does not agree: sends evidence, or objects. */
@Path("/me/requests/{request}")
@RolesAllowed(Roles.CITIZEN)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "requests")
@RunOnVirtualThread
public class EvidenceResource {

    private final CurrentPerson person;
    private final AggregateStore<Entitlement, EntitlementEvent> entitlements;
    private final Transactions transactions;
    private final EvidenceFiles files;
    private final Words words;
    private final RequestReader requests;
    private final Clock clock;

    @Inject
    public EvidenceResource(
            CurrentPerson person,
            AggregateStore<Entitlement, EntitlementEvent> entitlements,
            Transactions transactions,
            EvidenceFiles files,
            Words words,
            RequestReader requests,
            Clock clock) {
        this.person = person;
        this.entitlements = entitlements;
        this.transactions = transactions;
        this.files = files;
        this.words = words;
        this.requests = requests;
        this.clock = clock;
    }

    /** @param text why the citizen does not agree */
    public record NewObjection(
            @NotBlank(message = "Schrijf waarom u het niet eens bent.") @Size(max = Words.LONGEST, message = "Dit is te lang: hoogstens 4000 tekens.") @Pattern(regexp = Words.PATTERN, message = "Gebruik gewone tekst.") String text) {

        /** Personal data stay out of logs. */
        @Override
        public String toString() {
            return "NewObjection";
        }
    }

    @POST
    @Path("/evidence")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "sendEvidence",
            summary = "Send a PDF, JPEG or PNG of at most 5 MB that shows what the sources do not know")
    @RequestBody(
            required = true,
            content = {
                @Content(mediaType = "application/pdf", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "image/jpeg", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "image/png", schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(
            responseCode = "201",
            description = "Kept; an officer looks at it",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RequestAnswer.class)))
    @APIResponse(responseCode = "400", description = "A parameter has no known value")
    @APIResponse(responseCode = "404", description = "request-unknown")
    @APIResponse(
            responseCode = "409",
            description = "not-decided-yet, answered-by-another-request or too-much-evidence")
    @APIResponse(responseCode = "413", description = "too-large")
    @APIResponse(responseCode = "422", description = "evidence-not-accepted: no PDF, JPEG or PNG")
    public Response send(
            @PathParam("request") UUID request,
            @QueryParam("kind")
                    @Parameter(required = true, schema = @Schema(implementation = EvidenceKind.class))
                    @Nullable String kind,
            @QueryParam("from") @Parameter(description = "First day that it is about") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            byte @Nullable [] body,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Parameter(hidden = true) @Nullable String contentType,
            @HeaderParam("Idempotency-Key") @Parameter(required = true) String key) {
        EvidenceKind shows = Paging.oneOf("kind", kind, EvidenceKind.class);
        LocalDate first = Paging.careerDay("from", from);
        LocalDate last = Paging.careerDay("to", to);
        if (shows == null) {
            throw wrong("kind", "Zeg wat dit bewijs aantoont.");
        }
        if (first != null && last != null && last.isBefore(first)) {
            throw wrong("to", "Geef een laatste dag die niet voor de eerste ligt.");
        }
        byte[] bytes = body == null ? new byte[0] : body;
        FileType type = FileType.of(bytes)
                .filter(found -> contentType != null && contentType.startsWith(found.mediaType()))
                .orElseThrow(() -> new RefusedException(EntitlementRefusal.EVIDENCE_NOT_ACCEPTED));
        UUID citizen = person.citizen();
        UUID evidence = Idempotency.id("evidence " + request, citizen.toString(), key);
        Instant at = now();
        SendEvidence command =
                new SendEvidence(citizen, request, evidence, shows, first, last, DigestUtils.sha256Hex(bytes), at);
        transactions.run(connection -> {
            entitlements
                    .handle(citizen.toString(), state -> SendEvidence.decide(state, command))
                    .orThrow();
            files.keep(citizen, evidence, new EvidenceFiles.File(type, bytes), at);
        });
        return Response.status(201)
                .location(URI.create("me/requests/" + request + "/evidence/" + evidence))
                .entity(answer(citizen, request))
                .build();
    }

    @GET
    @Path("/evidence/{evidence}")
    @Produces(MediaType.WILDCARD)
    @Operation(operationId = "getOwnEvidence", summary = "A file as I sent it")
    @APIResponse(responseCode = "200", description = "The file")
    @APIResponse(responseCode = "404", description = "not-found: also once it was kept long enough")
    public Response evidence(@PathParam("request") UUID request, @PathParam("evidence") UUID evidence) {
        return Download.of(files.find(person.citizen(), evidence));
    }

    @POST
    @Path("/objection")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "object", summary = "Object: an officer looks at the decision again")
    @APIResponse(
            responseCode = "201",
            description = "Taken in; an officer looks at it",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RequestAnswer.class)))
    @APIResponse(responseCode = "400", description = "bad-request")
    @APIResponse(responseCode = "404", description = "request-unknown")
    @APIResponse(
            responseCode = "409",
            description = "not-decided-yet, answered-by-another-request or objection-under-way")
    public Response object(
            @PathParam("request") UUID request,
            @NotNull(message = "Stuur mee waarom u het niet eens bent.") @Valid NewObjection body,
            @HeaderParam("Idempotency-Key") @Parameter(required = true) String key) {
        UUID citizen = person.citizen();
        UUID objection = Idempotency.id("objection " + request, citizen.toString(), key);
        Instant at = now();
        transactions.run(connection -> {
            entitlements
                    .handle(
                            citizen.toString(),
                            state -> FileObjection.decide(state, new FileObjection(citizen, request, objection, at)))
                    .orThrow();
            words.keep(citizen, objection, body.text(), at);
        });
        return Response.status(201)
                .location(URI.create("me/requests/" + request))
                .entity(answer(citizen, request))
                .build();
    }

    private RequestAnswer answer(UUID citizen, UUID request) {
        return requests.find(citizen, request, null).orElseThrow();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static RuntimeException wrong(String name, String detail) {
        return Problem.badRequest(List.of(Problem.Issue.of("invalid-value", "query", name, detail)))
                .exception();
    }
}
