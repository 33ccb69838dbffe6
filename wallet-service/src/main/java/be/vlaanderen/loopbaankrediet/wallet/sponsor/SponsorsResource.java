package be.vlaanderen.loopbaankrediet.wallet.sponsor;

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
import be.vlaanderen.loopbaankrediet.wallet.sponsor.SponsorEvent.Admission;
import be.vlaanderen.loopbaankrediet.wallet.sponsor.SponsorEvent.EndReason;
import be.vlaanderen.loopbaankrediet.wallet.sponsor.SponsorEvent.SponsorAgreed;
import be.vlaanderen.loopbaankrediet.wallet.views.Sponsors;
import be.vlaanderen.loopbaankrediet.wallet.wallet.book.SessionCode;
import com.fasterxml.jackson.annotation.JsonInclude;
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
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** An officer makes and ends agreements with employers and funds that pay the co-payment for their people (CN 2.1). */
@Path("/sponsors")
@RolesAllowed(Roles.OFFICER)
@RunOnVirtualThread
@Tag(name = "sponsor")
public class SponsorsResource {

    private static final int CODE_LENGTH = 10;
    private static final int MOST_CODES = 1_000;
    private static final String NEXT = "Neem de waarde van 'next' van de vorige bladzijde.";
    private static final String LIMIT = "Kies een getal van 1 tot en met 100.";

    /**
     * @param percent of the co-payment; or {@code blockCents} of each block, at most its co-payment
     * @param by {@code CODE}: whoever has the one code; {@code LIST}: who got a code of their own
     * @param codes how many, of a list
     */
    @Schema(name = "SponsorRequest")
    public record Body(
            @NotBlank(message = "Geef de naam van de werkgever of het fonds.") @Size(max = 200, message = "Hoogstens 200 tekens.") String name,

            @NotNull(message = "Geef het ondernemingsnummer.") String enterpriseNumber,

            @Min(value = 1, message = "Kies een getal van 1 tot en met 100.") @Max(value = 100, message = "Kies een getal van 1 tot en met 100.") @Nullable Integer percent,

            @Min(value = 1, message = "Kies een bedrag van 1 tot en met 100.000 eurocent.") @Max(value = 100_000, message = "Kies een bedrag van 1 tot en met 100.000 eurocent.") @Nullable Long blockCents,

            @NotNull(message = "Geef het budget in eurocent.") @Min(value = 1, message = "Het budget is hoger dan nul.") @Max(value = 1_000_000_000_000L, message = "Dit budget is te hoog.") Long budgetCents,

            @NotNull(message = "Geef de eerste dag.") LocalDate from,
            @NotNull(message = "Geef de laatste dag.") LocalDate until,
            @NotNull(message = "Kies uit: CODE, LIST.") Admission by,

            @Min(value = 1, message = "Kies een getal van 1 tot en met 1000.") @Max(value = MOST_CODES, message = "Kies een getal van 1 tot en met 1000.") @Nullable Integer codes) {}

    @Schema(name = "SponsorCodesRequest")
    public record CodesBody(
            @NotNull(message = "Hoeveel codes?") @Min(value = 1, message = "Kies een getal van 1 tot en met 1000.") @Max(value = MOST_CODES, message = "Kies een getal van 1 tot en met 1000.") Integer count) {}

    /** @param lastDay on which can be booked; what is booked stays sponsored */
    @Schema(name = "SponsorEnd")
    public record EndBody(
            @NotNull(message = "Geef de laatste dag.") LocalDate lastDay,

            @NotNull(message = "Kies uit: ASKED_BY_SPONSOR, SPONSOR_STOPPED, BILLS_UNPAID, MISUSE.") EndReason reasonCode,

            @Size(max = 2_000, message = "Hoogstens 2000 tekens.") @Nullable String reason) {}

    /** An agreement as it stands. */
    @Schema(name = "Sponsor")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Answer(
            UUID sponsor,
            String name,
            String enterpriseNumber,
            @Nullable Integer percent,
            @Nullable Long blockCents,
            Admission by,
            LocalDate from,

            @Schema(description = "Last day on which can be booked")
            LocalDate until,

            @Schema(description = "Can be booked with today")
            boolean open,

            long budgetCents,

            @Schema(description = "Reserved or owed") long usedCents,

            long leftCents,

            @Schema(description = "Bills that are not paid") long openBillsCents,

            int bookings,

            @Schema(description = "Pseudonym of who made the agreement")
            String officer,

            Instant agreedAt,

            @Schema(description = "Why it ended early, in words") @Nullable String endReason) {}

    /** @param next to give as {@code after} to read on; absent on the last page */
    @Schema(name = "SponsorList")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Page(List<Answer> sponsors, @Nullable UUID next) {}

    /** @param held somebody booked with it; of the one code of all it says nothing */
    @Schema(name = "SponsorCode")
    public record CodeAnswer(String code, boolean held) {}

    @Schema(name = "SponsorCodeList")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Codes(List<CodeAnswer> codes, @Nullable String next) {}

    private final AggregateStore<Sponsor, SponsorEvent> store;
    private final Sponsors sponsors;
    private final Transactions transactions;
    private final Caller caller;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    @Inject
    public SponsorsResource(
            AggregateStore<Sponsor, SponsorEvent> store,
            Sponsors sponsors,
            Transactions transactions,
            Caller caller,
            Clock clock) {
        this.store = store;
        this.sponsors = sponsors;
        this.transactions = transactions;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @Operation(operationId = "makeSponsor", summary = "An agreement with an employer or fund; its codes are read apart")
    @APIResponseSchema(value = Answer.class, responseCode = "201", responseDescription = "Made, now or before")
    public Response agree(
            @Parameter(required = true) @HeaderParam("Idempotency-Key") String key,
            @Valid @NotNull(message = "Dit is verplicht.") Body body,
            @Context UriInfo uri) {
        check(body);
        String officer = caller.pseudonym();
        UUID sponsor = Idempotency.id("sponsor", officer, key);
        Instant now = clock.instant();
        SponsorAgreed agreement = new SponsorAgreed(
                sponsor,
                body.percent(),
                body.blockCents(),
                body.budgetCents(),
                body.from(),
                body.until(),
                body.by(),
                officer,
                now);
        int codes = body.by() == Admission.CODE || body.codes() == null ? 1 : body.codes();
        transactions.run(connection -> {
            Sponsor before = store.state(Sponsor.stream(sponsor));
            var unused = store.handle(Sponsor.stream(sponsor), state -> Sponsor.agree(state, agreement, codes))
                    .orThrow();
            if (before.terms() == null) {
                sponsors.keep(sponsor, body.name().strip(), body.enterpriseNumber());
                makeCodes(sponsor, codes);
            }
        });
        return Response.created(
                        uri.getAbsolutePathBuilder().path(sponsor.toString()).build())
                .entity(answer(sponsor, null))
                .build();
    }

    @GET
    @Operation(operationId = "getSponsors", summary = "Agreements, newest first")
    public Page list(
            @Parameter(description = "Only those with which can still be booked, today or later")
                    @QueryParam("open")
                    @DefaultValue("false")
                    @Pattern(regexp = "true|false", message = "Kies uit: true, false.") String open,
            @QueryParam("after")
                    @Pattern(regexp = "|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", message = NEXT)
                    @Nullable String after,
            @QueryParam("limit") @DefaultValue("50") @Pattern(regexp = "[1-9]|[1-9][0-9]|100", message = LIMIT) String limit) {
        int most = Integer.parseInt(limit);
        List<UUID> found = sponsors.agreements(
                Boolean.parseBoolean(open) ? Days.of(clock.instant()) : null,
                after == null || after.isEmpty() ? null : UUID.fromString(after),
                most + 1);
        List<UUID> page = found.subList(0, Math.min(most, found.size()));
        return new Page(
                page.stream().map(sponsor -> answer(sponsor, null)).toList(),
                found.size() > most ? page.getLast() : null);
    }

    @GET
    @Path("/{sponsor}")
    @Operation(operationId = "getSponsor", summary = "One agreement")
    @APIResponseSchema(value = Answer.class, responseCode = "200", responseDescription = "The agreement")
    @APIResponse(responseCode = "404", description = "sponsor-unknown")
    public Answer one(
            @PathParam("sponsor") UUID sponsor,
            @Parameter(description = "At the end of that day in Brussels, for example 2027-03-31; without: now")
                    @QueryParam("asOf")
                    @Nullable String asOf) {
        return answer(sponsor, asOf == null || asOf.isEmpty() ? null : Days.asked("asOf", asOf));
    }

    @GET
    @Path("/{sponsor}/codes")
    @Operation(
            operationId = "getSponsorCodes",
            summary = "The codes of an agreement, in the order in which they were made")
    @APIResponseSchema(value = Codes.class, responseCode = "200", responseDescription = "A page of codes")
    @APIResponse(responseCode = "404", description = "sponsor-unknown")
    public Codes codes(
            @PathParam("sponsor") UUID sponsor,
            @QueryParam("after") @Pattern(regexp = "|[0-9]{1,9}", message = NEXT) @Nullable String after,
            @QueryParam("limit") @DefaultValue("100") @Pattern(regexp = "[1-9]|[1-9][0-9]|100", message = LIMIT) String limit) {
        Sponsor state = known(sponsor, null);
        int most = Integer.parseInt(limit);
        List<Sponsors.Code> found =
                sponsors.codes(sponsor, after == null || after.isEmpty() ? 0 : Long.parseLong(after), most + 1);
        List<Sponsors.Code> page = found.subList(0, Math.min(most, found.size()));
        return new Codes(
                page.stream()
                        .map(code -> new CodeAnswer(code.code(), state.holders().containsKey(code.code())))
                        .toList(),
                found.size() > most ? String.valueOf(page.getLast().number()) : null);
    }

    @POST
    @Path("/{sponsor}/codes")
    @Operation(
            operationId = "makeSponsorCodes",
            summary = "More codes for the list of an agreement; returns the new ones")
    @APIResponseSchema(value = Codes.class, responseCode = "201", responseDescription = "The new codes")
    @APIResponse(responseCode = "404", description = "sponsor-unknown")
    @APIResponse(responseCode = "409", description = "sponsor-has-one-code or sponsor-ended")
    public Response moreCodes(
            @PathParam("sponsor") UUID sponsor,
            @Parameter(required = true) @HeaderParam("Idempotency-Key") String key,
            @Valid @NotNull(message = "Dit is verplicht.") CodesBody body) {
        Instant now = clock.instant();
        String officer = caller.pseudonym();
        List<CodeAnswer> made = new ArrayList<>();
        transactions.run(connection -> {
            made.clear();
            var unused = store.handle(
                            Sponsor.stream(sponsor),
                            state -> Sponsor.issueCodes(state, sponsor, body.count(), officer, Days.of(now), now))
                    .orThrow();
            makeCodes(sponsor, body.count()).forEach(code -> made.add(new CodeAnswer(code, false)));
        });
        return Response.status(Response.Status.CREATED)
                .entity(new Codes(List.copyOf(made), null))
                .build();
    }

    @POST
    @RepeatableByItself
    @Path("/{sponsor}/end")
    @Operation(operationId = "endSponsor", summary = "End an agreement early; what is booked stays sponsored")
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, schema = @Schema(type = SchemaType.STRING))
    @APIResponseSchema(value = Answer.class, responseCode = "200", responseDescription = "Ended, now or before")
    @APIResponse(responseCode = "404", description = "sponsor-unknown")
    @APIResponse(responseCode = "409", description = "sponsor-ended: on an earlier day already")
    public Answer end(@PathParam("sponsor") UUID sponsor, @Valid @NotNull(message = "Dit is verplicht.") EndBody body) {
        Instant now = clock.instant();
        LocalDate yesterday = Days.of(now).minusDays(1);
        if (body.lastDay().isBefore(yesterday)) {
            throw invalid("lastDay", "De laatste dag ligt niet vóór gisteren.");
        }
        transactions.run(connection -> {
            var unused = store.handle(
                            Sponsor.stream(sponsor),
                            state -> Sponsor.end(
                                    state, sponsor, body.lastDay(), body.reasonCode(), caller.pseudonym(), now))
                    .orThrow();
            sponsors.keepEndReason(sponsor, body.reason());
        });
        return answer(sponsor, null);
    }

    private List<String> makeCodes(UUID sponsor, int count) {
        List<String> made = new ArrayList<>();
        while (made.size() < count) {
            String code = SessionCode.next(random, CODE_LENGTH);
            if (sponsors.keepCode(sponsor, code)) {
                made.add(code);
            }
        }
        return made;
    }

    private Sponsor known(UUID sponsor, @Nullable LocalDate day) {
        String stream = Sponsor.stream(sponsor);
        Sponsor state = day == null ? store.state(stream) : store.stateAt(stream, Days.end(day));
        if (state.terms() == null) {
            throw new RefusedException(SponsorRefusal.SPONSOR_UNKNOWN);
        }
        return state;
    }

    private Answer answer(UUID sponsor, @Nullable LocalDate day) {
        Sponsor state = known(sponsor, day);
        SponsorAgreed terms = state.terms();
        if (terms == null) {
            throw new RefusedException(SponsorRefusal.SPONSOR_UNKNOWN);
        }
        Sponsors.Party party = sponsors.party(sponsor).orElse(new Sponsors.Party("", "", null));
        return new Answer(
                sponsor,
                party.name(),
                party.enterpriseNumber(),
                terms.percent(),
                terms.blockCents(),
                terms.admission(),
                terms.from(),
                state.lastDay(),
                state.isOpenOn(day == null ? Days.of(clock.instant()) : day),
                terms.budgetCents(),
                state.usedCents(),
                state.leftCents(),
                state.openBillsCents(),
                state.shares().size(),
                terms.officer(),
                terms.at(),
                party.endReason());
    }

    private void check(Body body) {
        if ((body.percent() == null) == (body.blockCents() == null)) {
            throw invalid("percent", "Geef ofwel percent, ofwel blockCents.");
        }
        if (!EnterpriseNumber.isValid(body.enterpriseNumber())) {
            throw invalid(
                    "enterpriseNumber", "Dit is geen ondernemingsnummer. Geef tien cijfers, bijvoorbeeld 0123456749.");
        }
        if (body.until().isBefore(body.from())
                || body.until().isBefore(Days.of(clock.instant()))
                || body.until().getYear() >= 2200) {
            throw invalid("until", "De laatste dag ligt niet vóór de eerste dag, en niet in het verleden.");
        }
        if (body.by() == Admission.CODE && body.codes() != null && body.codes() != 1) {
            throw invalid("codes", "Bij één code voor iedereen hoort één code.");
        }
    }

    private static RuntimeException invalid(String field, String detail) {
        return Problem.badRequest(List.of(Issue.of("invalid-value", "body", field, detail)))
                .exception();
    }
}
