package be.vlaanderen.loopbaankrediet.sessionclaims.block.register;

import be.vlaanderen.loopbaankrediet.platform.eventstore.AggregateStore;
import be.vlaanderen.loopbaankrediet.platform.eventstore.RefusedException;
import be.vlaanderen.loopbaankrediet.platform.web.Caller;
import be.vlaanderen.loopbaankrediet.platform.web.Idempotency;
import be.vlaanderen.loopbaankrediet.platform.web.Problem;
import be.vlaanderen.loopbaankrediet.platform.web.Problem.Issue;
import be.vlaanderen.loopbaankrediet.platform.web.RepeatableByItself;
import be.vlaanderen.loopbaankrediet.platform.web.Roles;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.Block;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.Block.Who;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockRefusal;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.Mode;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.Theme;
import be.vlaanderen.loopbaankrediet.sessionclaims.outside.LoggedIn;
import be.vlaanderen.loopbaankrediet.sessionclaims.registration.SessionRegistration;
import be.vlaanderen.loopbaankrediet.sessionclaims.views.Page;
import be.vlaanderen.loopbaankrediet.sessionclaims.views.Sessions;
import be.vlaanderen.loopbaankrediet.sessionclaims.views.Sessions.SessionAnswer;
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
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The counsellor's sessions: register one with the code of the citizen, and look at the own ones. */
@Path("/sessions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed(Roles.COUNSELLOR)
@Tag(name = "counsellor")
public class RegisterSessionResource {

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private final SessionRegistration registration;
    private final AggregateStore<Block, BlockEvent> blocks;
    private final Sessions sessions;
    private final LoggedIn loggedIn;
    private final Caller caller;
    private final Clock clock;

    @Inject
    public RegisterSessionResource(
            SessionRegistration registration,
            AggregateStore<Block, BlockEvent> blocks,
            Sessions sessions,
            LoggedIn loggedIn,
            Caller caller,
            Clock clock) {
        this.registration = registration;
        this.blocks = blocks;
        this.sessions = sessions;
        this.loggedIn = loggedIn;
        this.caller = caller;
        this.clock = clock;
    }

    /** @param code what the citizen gave: capitals or not, with or without spaces and dashes */
    public record NewSession(
            @NotNull(message = "Dit is verplicht.") @Pattern(regexp = "[A-Za-z0-9 -]{4,40}", message = "Geef de code zoals ze bij de boeking staat.") String code,

            @NotNull(message = "Dit is verplicht.") Instant startedAt,
            @NotNull(message = "Dit is verplicht.") Instant endedAt,
            @NotNull(message = "Dit is verplicht.") Mode mode,

            @NotEmpty(message = "Geef minstens één thema.") @Size(max = 20, message = "Dat zijn er te veel.") List<@NotNull(message = "Laat dit niet leeg.") Theme> themes) {}

    /** Nothing needs to be said; the address says which. */
    public record Withdrawal() {}

    /** @param next value of {@code after} for the next page; absent on the last */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record SessionList(
            List<SessionAnswer> sessions, @Nullable UUID next) {}

    @POST
    @Operation(operationId = "registerSession", summary = "Register a session against a booked block")
    @APIResponseSchema(value = SessionAnswer.class, responseCode = "201", responseDescription = "Registered")
    @APIResponse(responseCode = "400", description = "A value cannot be right")
    @APIResponse(responseCode = "404", description = "code-unknown, or counsellor-unknown")
    @APIResponse(responseCode = "409", description = "block-cancelled")
    @APIResponse(responseCode = "422", description = "The first failing condition; `failed` names all")
    @APIResponse(responseCode = "429", description = "too-many-wrong-codes")
    @APIResponse(responseCode = "503", description = "Who the counsellor is cannot be asked now")
    public RestResponse<SessionAnswer> register(
            @NotNull(message = "Stuur de gegevens van het gesprek mee.") @Valid NewSession body,
            @HeaderParam("Idempotency-Key") @Parameter(required = true) String key) {
        check(body);
        UUID counsellor = loggedIn.counsellor();
        UUID request = Idempotency.id("session", caller.subject(), key);
        SessionRegistration.Told told = new SessionRegistration.Told(
                request,
                counsellor,
                body.code(),
                body.startedAt(),
                body.endedAt(),
                body.mode(),
                body.themes().stream().distinct().toList());
        Block block = registration.register(told, clock.instant()).orThrow();
        UUID session = SessionRegistration.session(
                request, Objects.requireNonNull(block.opened()).booking());
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, get(counsellor, session))
                .header(HttpHeaders.LOCATION, "/session-claims/v1/sessions/" + session)
                .build();
    }

    @GET
    @Operation(operationId = "getSessions", summary = "The own sessions, newest first")
    @APIResponse(responseCode = "200", description = "A page")
    @APIResponse(responseCode = "400", description = "A filter, after or limit has not the right form")
    @APIResponse(responseCode = "404", description = "counsellor-unknown")
    public SessionList list(
            @QueryParam("status") @Pattern(regexp = Sessions.STATUS, message = "Deze status bestaat niet.") @Nullable String status,
            @QueryParam("after") @Pattern(regexp = Page.ID, message = Page.AFTER_WRONG) @Nullable String after,
            @QueryParam("limit") @DefaultValue("100") @Pattern(regexp = Page.LIMIT, message = Page.LIMIT_WRONG) String limit) {
        Page<SessionAnswer> page =
                sessions.page(Who.COUNSELLOR, loggedIn.counsellor(), status, Page.id(after), Integer.parseInt(limit));
        return new SessionList(page.items(), page.next());
    }

    @GET
    @Path("/{session}")
    @Operation(
            operationId = "getSession",
            summary = "One of the own sessions; as of the end of a day when one is given")
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(responseCode = "404", description = "session-unknown, also when it is somebody else's")
    public SessionAnswer get(@PathParam("session") UUID session, @QueryParam("asOf") @Nullable String asOf) {
        UUID counsellor = loggedIn.counsellor();
        Instant at = Page.asOf(asOf);
        return at == null
                ? get(counsellor, session)
                : sessions.blockOf(Who.COUNSELLOR, counsellor, session)
                        .flatMap(booking -> sessions.asOf(booking, session, at, Who.COUNSELLOR))
                        .orElseThrow(() -> new RefusedException(BlockRefusal.SESSION_UNKNOWN));
    }

    @POST
    @Path("/{session}/withdrawal")
    @RepeatableByItself
    @Operation(
            operationId = "withdrawSession",
            summary = "Take a session back, to register it rightly; in a claim it is asked of payment first")
    @APIResponse(
            responseCode = "200",
            description = "Withdrawn, also when it was already; or correction ASKED when it is in a claim")
    @APIResponse(responseCode = "404", description = "session-unknown, also when it is somebody else's")
    @APIResponse(
            responseCode = "409",
            description =
                    "session-disputed, claim-kept (with its reasonCode), session-under-review, or block-cancelled")
    public SessionAnswer withdraw(
            @PathParam("session") UUID session,
            @Nullable Withdrawal body,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        UUID counsellor = loggedIn.counsellor();
        UUID booking = sessions.blockOf(Who.COUNSELLOR, counsellor, session)
                .orElseThrow(() -> new RefusedException(BlockRefusal.SESSION_UNKNOWN));
        WithdrawSession command = new WithdrawSession(session, counsellor, clock.instant());
        var unused = blocks.handle(booking.toString(), block -> WithdrawSession.decide(block, command))
                .orThrow();
        return get(counsellor, session);
    }

    private SessionAnswer get(UUID counsellor, UUID session) {
        return sessions.one(Who.COUNSELLOR, counsellor, session)
                .orElseThrow(() -> new RefusedException(BlockRefusal.SESSION_UNKNOWN));
    }

    /** Times that no session can have, and no table can hold. */
    private static void check(NewSession body) {
        List<Issue> issues = new ArrayList<>();
        if (body.startedAt().isBefore(EARLIEST) || body.startedAt().isAfter(LATEST)) {
            issues.add(Issue.of("invalid-value", "body", "startedAt", "Dit tijdstip kan niet."));
        }
        if (body.endedAt().isBefore(EARLIEST) || body.endedAt().isAfter(LATEST)) {
            issues.add(Issue.of("invalid-value", "body", "endedAt", "Dit tijdstip kan niet."));
        }
        if (!issues.isEmpty()) {
            throw Problem.badRequest(issues).exception();
        }
    }
}
