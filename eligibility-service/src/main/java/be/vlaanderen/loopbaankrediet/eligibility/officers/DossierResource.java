package be.vlaanderen.loopbaankrediet.eligibility.officers;

import be.vlaanderen.loopbaankrediet.eligibility.citizens.CitizenVault;
import be.vlaanderen.loopbaankrediet.eligibility.citizens.Download;
import be.vlaanderen.loopbaankrediet.eligibility.citizens.EvidenceFiles;
import be.vlaanderen.loopbaankrediet.eligibility.citizens.Ssin;
import be.vlaanderen.loopbaankrediet.eligibility.citizens.Words;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.Entitlement;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementRefusal;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.Findings;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.Reason;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.Request;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.review.ConfirmDecision;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.review.RejectProposal;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.review.ReviewDecision;
import be.vlaanderen.loopbaankrediet.eligibility.paging.Paging;
import be.vlaanderen.loopbaankrediet.eligibility.requests.RequestDesk;
import be.vlaanderen.loopbaankrediet.eligibility.rules.EducationLevel;
import be.vlaanderen.loopbaankrediet.eligibility.rules.Period;
import be.vlaanderen.loopbaankrediet.eligibility.rules.PeriodKind;
import be.vlaanderen.loopbaankrediet.eligibility.rules.Region;
import be.vlaanderen.loopbaankrediet.eligibility.views.requests.RequestReader;
import be.vlaanderen.loopbaankrediet.eligibility.views.requests.RequestRow;
import be.vlaanderen.loopbaankrediet.platform.eventstore.AggregateStore;
import be.vlaanderen.loopbaankrediet.platform.eventstore.RefusedException;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Transactions;
import be.vlaanderen.loopbaankrediet.platform.web.Caller;
import be.vlaanderen.loopbaankrediet.platform.web.Idempotency;
import be.vlaanderen.loopbaankrediet.platform.web.Looks;
import be.vlaanderen.loopbaankrediet.platform.web.RepeatableByItself;
import be.vlaanderen.loopbaankrediet.platform.web.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Officers look into a request and decide on it again; every decision has who, when and why. */
@Path("/requests/{request}")
@RolesAllowed(Roles.OFFICER)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "work-list")
@RunOnVirtualThread
public class DossierResource {

    private static final String NEEDED = "Dit is verplicht.";

    private final AggregateStore<Entitlement, EntitlementEvent> entitlements;
    private final Transactions transactions;
    private final RequestReader requests;
    private final RequestDesk desk;
    private final EvidenceFiles files;
    private final Words words;
    private final CitizenVault vault;
    private final Looks looks;
    private final Caller caller;
    private final Clock clock;
    private final boolean reEntrants;

    @Inject
    public DossierResource(
            AggregateStore<Entitlement, EntitlementEvent> entitlements,
            Transactions transactions,
            RequestReader requests,
            RequestDesk desk,
            EvidenceFiles files,
            Words words,
            CitizenVault vault,
            Looks looks,
            Caller caller,
            Clock clock,
            @ConfigProperty(name = "rules.re-entrants") boolean reEntrants) {
        this.entitlements = entitlements;
        this.transactions = transactions;
        this.requests = requests;
        this.desk = desk;
        this.files = files;
        this.words = words;
        this.vault = vault;
        this.looks = looks;
        this.caller = caller;
        this.clock = clock;
        this.reEntrants = reEntrants;
    }

    /** @param to absent when it runs on */
    public record RecognisedPeriod(
            @NotNull(message = NEEDED) PeriodKind kind,
            @NotNull(message = NEEDED) LocalDate from,
            @Nullable LocalDate to) {}

    /** What an officer found; what is left out is as the sources say. */
    public record Found(
            @Nullable @Size(max = 50, message = "Geef hoogstens 50 periodes.") List<@NotNull(message = NEEDED) @Valid RecognisedPeriod> periods,

            @Nullable EducationLevel education,
            @Nullable Region region,
            @Nullable Boolean worksInFlandersOrBrussels,

            @Nullable @Min(value = 0, message = "Geef een getal van 0 tot 1.000.") @Max(value = 1_000, message = "Geef een getal van 0 tot 1.000.") Integer chequesUsed,

            @Nullable Boolean outplacement) {

        Findings findings() {
            return new Findings(
                    periods == null
                            ? List.of()
                            : periods.stream()
                                    .map(period -> new Period(period.kind(), period.from(), period.to(), false))
                                    .toList(),
                    education,
                    region,
                    worksInFlandersOrBrussels,
                    chequesUsed,
                    outplacement);
        }
    }

    /**
     * @param findings left out: nothing but what the sources say
     * @param reason in words, for the citizen
     */
    public record NewDecision(
            @Nullable @Valid Found findings,
            @NotNull(message = NEEDED) Reason reasonCode,

            @NotBlank(message = NEEDED) @Size(max = Words.LONGEST, message = "Dit is te lang: hoogstens 4000 tekens.") @Pattern(regexp = Words.PATTERN, message = "Gebruik gewone tekst.") String reason) {

        /** Personal data stay out of logs. */
        @Override
        public String toString() {
            return "NewDecision";
        }
    }

    /** @param review which proposal */
    public record ConfirmedProposal(
            @NotNull(message = NEEDED) UUID review) {}

    public record RejectedProposal(
            @NotNull(message = NEEDED) UUID review,
            @NotNull(message = NEEDED) Reason reasonCode) {}

    /** @param secondOfficerNeeded a source is contradicted, so that another officer has to confirm */
    public record Preview(Dossier.Outlook outlook, boolean secondOfficerNeeded) {}

    @GET
    @Operation(
            operationId = "getDossier",
            summary = "A request with all that was sent, said and decided about it; the look is noted")
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(responseCode = "400", description = "A parameter has no known value")
    @APIResponse(responseCode = "404", description = "request-unknown")
    public Dossier get(@PathParam("request") UUID request, @QueryParam("asOf") @Nullable String asOf) {
        UUID citizen = citizen(request);
        Dossier dossier = dossier(citizen, request, Paging.day("asOf", asOf));
        looks.note(caller.pseudonym(), citizen.toString(), Looks.What.DOSSIER);
        return dossier;
    }

    @GET
    @Path("/evidence/{evidence}")
    @Produces(MediaType.WILDCARD)
    @Operation(operationId = "getEvidence", summary = "A file as the citizen sent it; the look is noted")
    @APIResponse(responseCode = "200", description = "The file")
    @APIResponse(responseCode = "404", description = "request-unknown, or not-found: also once it was kept long enough")
    public Response evidence(@PathParam("request") UUID request, @PathParam("evidence") UUID evidence) {
        UUID citizen = citizen(request);
        Response file = Download.of(files.find(citizen, evidence));
        looks.note(caller.pseudonym(), citizen.toString(), Looks.What.EVIDENCE);
        return file;
    }

    @POST
    @Path("/decision-preview")
    @RepeatableByItself
    @Operation(
            operationId = "previewDecision",
            summary = "What the rules would say with these findings, and what that changes; nothing is kept")
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(responseCode = "400", description = "bad-request")
    @APIResponse(responseCode = "404", description = "request-unknown")
    @APIResponse(responseCode = "409", description = "not-decided-yet")
    @APIResponse(responseCode = "422", description = "period-not-usable")
    public Preview preview(
            @PathParam("request") UUID request, @NotNull(message = "Stuur uw bevindingen mee.") @Valid Found body) {
        Request found = request(citizen(request), request);
        if (found.open()) {
            throw new RefusedException(EntitlementRefusal.NOT_DECIDED_YET);
        }
        Findings findings = body.findings();
        if (!ReviewDecision.usable(findings, found.requestedOn())) {
            throw new RefusedException(EntitlementRefusal.PERIOD_NOT_USABLE);
        }
        return new Preview(
                Dossier.Outlook.of(found.judged(), found.judgeAgain(findings, reEntrants)),
                findings.overrule(found.basis()));
    }

    @POST
    @Path("/decision")
    @Operation(
            operationId = "decide",
            summary = "Decide: the rules judge again with what was found; who contradicts a source only proposes")
    @APIResponse(responseCode = "200", description = "Decided, or proposed to a second officer")
    @APIResponse(responseCode = "400", description = "bad-request")
    @APIResponse(responseCode = "403", description = "own-file")
    @APIResponse(responseCode = "404", description = "request-unknown")
    @APIResponse(responseCode = "409", description = "not-decided-yet, answered-by-another-request or proposal-waits")
    @APIResponse(responseCode = "422", description = "period-not-usable or reason-does-not-fit")
    public Dossier decide(
            @PathParam("request") UUID request,
            @NotNull(message = "Stuur uw beslissing mee.") @Valid NewDecision body,
            @HeaderParam("Idempotency-Key") @Parameter(required = true) String key) {
        UUID citizen = notTheirOwn(citizen(request));
        ReviewDecision command = new ReviewDecision(
                citizen,
                request,
                Idempotency.id("review " + request, caller.subject(), key),
                body.findings() == null ? Findings.NONE : body.findings().findings(),
                body.reasonCode(),
                caller.pseudonym(),
                reEntrants,
                now());
        transactions.run(connection -> {
            entitlements
                    .handle(citizen.toString(), state -> ReviewDecision.decide(state, command))
                    .orThrow();
            words.keep(citizen, command.review(), body.reason(), command.at());
        });
        return dossier(citizen, request, null);
    }

    @POST
    @Path("/decision/confirmation")
    @RepeatableByItself
    @Operation(operationId = "confirmDecision", summary = "Confirm what another officer proposed")
    @APIResponse(responseCode = "200", description = "Decided")
    @APIResponse(responseCode = "400", description = "bad-request")
    @APIResponse(responseCode = "403", description = "four-eyes: the own proposal; own-file")
    @APIResponse(responseCode = "404", description = "request-unknown")
    @APIResponse(responseCode = "409", description = "no-proposal or answered-by-another-request")
    public Dossier confirm(
            @PathParam("request") UUID request,
            @NotNull(message = "Zeg welk voorstel u bevestigt.") @Valid ConfirmedProposal body) {
        UUID citizen = notTheirOwn(citizen(request));
        ConfirmDecision command =
                new ConfirmDecision(citizen, request, body.review(), caller.pseudonym(), reEntrants, now());
        entitlements
                .handle(citizen.toString(), state -> ConfirmDecision.decide(state, command))
                .orThrow();
        return dossier(citizen, request, null);
    }

    @POST
    @Path("/decision/rejection")
    @RepeatableByItself
    @Operation(operationId = "rejectProposal", summary = "Do not agree with a proposal: what waited waits again")
    @APIResponse(responseCode = "200", description = "Rejected")
    @APIResponse(responseCode = "400", description = "bad-request")
    @APIResponse(responseCode = "404", description = "request-unknown")
    @APIResponse(responseCode = "409", description = "no-proposal")
    public Dossier reject(
            @PathParam("request") UUID request,
            @NotNull(message = "Zeg welk voorstel u afwijst.") @Valid RejectedProposal body) {
        UUID citizen = notTheirOwn(citizen(request));
        RejectProposal command =
                new RejectProposal(citizen, request, body.review(), caller.pseudonym(), body.reasonCode(), now());
        entitlements
                .handle(citizen.toString(), state -> RejectProposal.decide(state, command))
                .orThrow();
        return dossier(citizen, request, null);
    }

    @POST
    @Path("/re-ask")
    @RepeatableByItself
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "askSourcesAgain",
            summary =
                    "Ask the sources again about the day of the request; what is better holds at once, what is worse waits")
    @APIResponse(responseCode = "200", description = "Asked; the dossier shows what changed")
    @APIResponse(responseCode = "404", description = "request-unknown")
    @APIResponse(responseCode = "409", description = "not-decided-yet or answered-by-another-request")
    @APIResponse(responseCode = "503", description = "source-silent: nothing changed")
    public Dossier askAgain(@PathParam("request") UUID request) {
        UUID citizen = notTheirOwn(citizen(request));
        desk.askAgain(citizen, request);
        return dossier(citizen, request, null);
    }

    private Dossier dossier(UUID citizen, UUID request, @Nullable LocalDate asOf) {
        Entitlement entitlement = requests.entitlement(citizen, asOf);
        Request found = entitlement.find(request);
        if (found == null) {
            throw new RefusedException(EntitlementRefusal.REQUEST_UNKNOWN);
        }
        return Dossier.of(
                citizen,
                entitlement,
                found,
                requests.find(citizen, request, asOf).orElseThrow(),
                words.about(citizen),
                reEntrants,
                caller.pseudonym());
    }

    private Request request(UUID citizen, UUID request) {
        Request found = entitlements.state(citizen.toString()).find(request);
        if (found == null) {
            throw new RefusedException(EntitlementRefusal.REQUEST_UNKNOWN);
        }
        return found;
    }

    private static UUID citizen(UUID request) {
        return RequestRow.citizen(request).orElseThrow(() -> new RefusedException(EntitlementRefusal.REQUEST_UNKNOWN));
    }

    /** D-88. */
    private UUID notTheirOwn(UUID citizen) {
        if (vault.ssin(citizen).map(Ssin::digits).filter(caller::is).isPresent()) {
            throw new RefusedException(EntitlementRefusal.OWN_FILE);
        }
        return citizen;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
