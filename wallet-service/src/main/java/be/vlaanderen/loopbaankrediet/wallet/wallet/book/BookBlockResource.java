package be.vlaanderen.loopbaankrediet.wallet.wallet.book;

import be.vlaanderen.loopbaankrediet.platform.eventstore.AggregateStore;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Outcome;
import be.vlaanderen.loopbaankrediet.platform.eventstore.RefusedException;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Transactions;
import be.vlaanderen.loopbaankrediet.platform.web.Caller;
import be.vlaanderen.loopbaankrediet.platform.web.Days;
import be.vlaanderen.loopbaankrediet.platform.web.Idempotency;
import be.vlaanderen.loopbaankrediet.platform.web.Problem;
import be.vlaanderen.loopbaankrediet.platform.web.Roles;
import be.vlaanderen.loopbaankrediet.wallet.counsellor.Counsellor;
import be.vlaanderen.loopbaankrediet.wallet.counsellor.CounsellorEvent;
import be.vlaanderen.loopbaankrediet.wallet.outside.Citizens;
import be.vlaanderen.loopbaankrediet.wallet.sponsor.Sponsor;
import be.vlaanderen.loopbaankrediet.wallet.sponsor.SponsorEvent;
import be.vlaanderen.loopbaankrediet.wallet.sponsor.SponsorRefusal;
import be.vlaanderen.loopbaankrediet.wallet.views.Answers;
import be.vlaanderen.loopbaankrediet.wallet.views.BookingAnswer;
import be.vlaanderen.loopbaankrediet.wallet.views.References;
import be.vlaanderen.loopbaankrediet.wallet.views.Sponsors;
import be.vlaanderen.loopbaankrediet.wallet.wallet.Hours;
import be.vlaanderen.loopbaankrediet.wallet.wallet.Wallet;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletRefusal;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A citizen books a block of two hours. */
@Path("/me")
@RolesAllowed(Roles.CITIZEN)
@RunOnVirtualThread
@Tag(name = "booking")
public class BookBlockResource {

    /**
     * @param counsellorId as in the public directory
     * @param sponsorCode of an employer or fund that pays a part
     */
    @Schema(name = "BookingRequest")
    public record Body(
            @NotNull(message = "Kies een loopbaanbegeleider.") UUID counsellorId,

            @Size(max = 40, message = "Deze code is te lang.") @Nullable String sponsorCode) {}

    private final AggregateStore<Wallet, WalletEvent> wallets;
    private final AggregateStore<Counsellor, CounsellorEvent> counsellors;
    private final AggregateStore<Sponsor, SponsorEvent> sponsorships;
    private final Sponsors sponsors;
    private final References references;
    private final Transactions transactions;
    private final Citizens citizens;
    private final Answers answers;
    private final Caller caller;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    @Inject
    public BookBlockResource(
            AggregateStore<Wallet, WalletEvent> wallets,
            AggregateStore<Counsellor, CounsellorEvent> counsellors,
            AggregateStore<Sponsor, SponsorEvent> sponsorships,
            Sponsors sponsors,
            References references,
            Transactions transactions,
            Citizens citizens,
            Answers answers,
            Caller caller,
            Clock clock) {
        this.wallets = wallets;
        this.counsellors = counsellors;
        this.sponsorships = sponsorships;
        this.sponsors = sponsors;
        this.references = references;
        this.transactions = transactions;
        this.citizens = citizens;
        this.answers = answers;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @Path("/bookings")
    @Operation(
            operationId = "bookBlock",
            summary =
                    "Reserve a block of two hours with a registered counsellor; it stands when the co-payment is received")
    @APIResponseSchema(
            value = BookingAnswer.class,
            responseCode = "201",
            responseDescription = "Reserved; poll the booking for its payment page")
    @APIResponse(
            responseCode = "409",
            description =
                    "not-enough-credit: fewer than two hours available; sponsor-budget-empty or sponsor-not-now: coPaymentCents is what it costs without the code")
    @APIResponse(
            responseCode = "422",
            description =
                    "counsellor-not-bookable, sponsor-code-unknown, sponsor-code-held, or the Idempotency-Key was used otherwise")
    public Response book(
            @Parameter(required = true) @HeaderParam("Idempotency-Key") String key,
            @Valid @NotNull(message = "Dit is verplicht.") Body body,
            @Context UriInfo uri) {
        UUID wallet = citizens.walletOf(caller)
                .orElseThrow(() ->
                        new RefusedException(WalletRefusal.NOT_ENOUGH_CREDIT, Map.of("available", Hours.ofHalf(0))));
        UUID booking = Idempotency.id("booking", wallet.toString(), key);
        long reference = references.next();
        Instant now = clock.instant();
        Wallet booked = transactions.in(connection -> {
            BookBlock command = new BookBlock(
                    wallet,
                    booking,
                    body.counsellorId(),
                    share(wallet, booking, body.sponsorCode(), now),
                    SessionCode.next(random),
                    reference,
                    Days.of(now),
                    now);
            Counsellor counsellor = counsellors.stateLately(Counsellor.stream(body.counsellorId()));
            Outcome<Wallet, WalletEvent> outcome =
                    wallets.handle(wallet.toString(), state -> BookBlock.decide(state, counsellor, command));
            if (outcome instanceof Outcome.Refused<Wallet, WalletEvent> refused
                    && refused.reason() == WalletRefusal.COUNSELLOR_NOT_BOOKABLE) {
                throw aboutCounsellorId().exception();
            }
            return outcome.orThrow(); // what the sponsor set apart is undone with a refusal
        });
        return Response.created(
                        uri.getAbsolutePathBuilder().path(booking.toString()).build())
                .entity(answers.booking(booked, booking))
                .build();
    }

    /**
     * CN 2.1: the sponsor's budget is set apart in the transaction of the booking, so that it is never exceeded. A repeat of which nothing is
     * remembered sets nothing apart: the booking is what it was.
     */
    private BookBlock.@Nullable Share share(UUID wallet, UUID booking, @Nullable String code, Instant now) {
        if (code == null || code.isBlank()) {
            return null;
        }
        String known = code.strip().toUpperCase(Locale.ROOT);
        Wallet before = wallets.state(wallet.toString());
        if (before.booking(booking) != null) {
            return null;
        }
        long coPaymentCents = before.coPaymentCents();
        UUID sponsor = sponsors.sponsorOf(known)
                .orElseThrow(() -> new RefusedException(
                        SponsorRefusal.SPONSOR_CODE_UNKNOWN, Map.of("coPaymentCents", coPaymentCents)));
        Sponsor.Ask ask = new Sponsor.Ask(sponsor, booking, wallet, known, coPaymentCents, Days.of(now), now);
        Sponsor after = sponsorships
                .handle(Sponsor.stream(sponsor), state -> Sponsor.reserve(state, ask))
                .orThrow();
        return new BookBlock.Share(sponsor, after.shareCents(booking));
    }

    private static Problem aboutCounsellorId() {
        WalletRefusal reason = WalletRefusal.COUNSELLOR_NOT_BOOKABLE;
        Problem problem = Problem.of(reason.problem(), reason.status(), reason.detail());
        return new Problem(
                problem.type(),
                problem.title(),
                problem.status(),
                problem.detail(),
                List.of(Problem.Issue.of(reason.problem(), "body", "counsellorId", reason.detail())),
                Map.of());
    }
}
