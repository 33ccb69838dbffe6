package be.vlaanderen.loopbaankrediet.payout.statement;

import be.vlaanderen.loopbaankrediet.payout.registry.Me;
import be.vlaanderen.loopbaankrediet.payout.registry.Payee;
import be.vlaanderen.loopbaankrediet.payout.registry.Payees;
import be.vlaanderen.loopbaankrediet.platform.web.Caller;
import be.vlaanderen.loopbaankrediet.platform.web.Days;
import be.vlaanderen.loopbaankrediet.platform.web.Problem;
import be.vlaanderen.loopbaankrediet.platform.web.Problem.Issue;
import be.vlaanderen.loopbaankrediet.platform.web.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/me/statements")
@RolesAllowed(Roles.COUNSELLOR)
@RunOnVirtualThread
@Tag(name = "payouts", description = "Uitbetalingen")
public class StatementResource {

    private static final String CSV = "text/csv";
    private static final String PDF = "application/pdf";
    private static final List<Variant> FORMS =
            Variant.mediaTypes(MediaType.valueOf(CSV), MediaType.valueOf(PDF)).build();

    private final Me me;
    private final Payees payees;
    private final Statements statements;
    private final Caller caller;
    private final Clock clock;
    private final String payer;

    @Inject
    StatementResource(
            Me me,
            Payees payees,
            Statements statements,
            Caller caller,
            Clock clock,
            @ConfigProperty(name = "payout.payer.name") String payer) {
        this.me = me;
        this.payees = payees;
        this.statements = statements;
        this.caller = caller;
        this.clock = clock;
        this.payer = payer;
    }

    @GET
    @Produces({CSV, PDF})
    @Operation(
            operationId = "getMyStatement",
            summary =
                    "Own payment statement over a period of at most a year; has all data of a self-billed invoice and is none")
    @APIResponse(
            responseCode = "200",
            description = "The payouts approved in the period",
            content = {
                @Content(mediaType = CSV, schema = @Schema(implementation = String.class)),
                @Content(mediaType = PDF, schema = @Schema(implementation = String.class, format = "binary"))
            })
    @APIResponse(responseCode = "400", description = "from or to is no day, or the period is not right")
    @APIResponse(responseCode = "404", description = "Not registered as a counsellor")
    @APIResponse(responseCode = "406", description = "Neither CSV nor PDF is asked for")
    @APIResponse(responseCode = "503", description = "provider-registry-service does not answer")
    public Response statement(
            @Parameter(description = "first day", required = true)
                    @QueryParam("from")
                    @NotNull(message = "Geef de eerste dag, bijvoorbeeld 2027-01-01.") String from,
            @Parameter(description = "last day", required = true)
                    @QueryParam("to")
                    @NotNull(message = "Geef de laatste dag, bijvoorbeeld 2027-03-31.") String to,
            @Context Request request) {
        LocalDate first = Days.asked("from", from);
        LocalDate last = Days.asked("to", to);
        if (last.isBefore(first) || !last.isBefore(first.plusYears(1))) {
            throw Problem.badRequest(List.of(Issue.of(
                            "invalid-value",
                            "query",
                            "to",
                            "Kies een laatste dag na de eerste, en een periode van ten hoogste een jaar.")))
                    .exception();
        }
        Variant form = request.selectVariant(FORMS);
        boolean pdf = form != null && PDF.equals(form.getMediaType().toString());
        UUID counsellor = me.counsellor();
        Statement statement = new Statement(
                number(counsellor, first, last),
                first,
                last,
                Days.of(clock.instant()),
                payer,
                payee(counsellor),
                statements.lines(counsellor, first, last));
        return Response.ok(pdf ? StatementPdf.write(statement) : StatementCsv.write(statement))
                .type(pdf ? PDF : CSV + ";charset=UTF-8")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"betaaloverzicht-" + first + "-" + last + (pdf ? ".pdf\"" : ".csv\""))
                .build();
    }

    /** As payments are made now; without an account what the registry says of the person. */
    private Payee payee(UUID counsellor) {
        try {
            Payee known = payees.of(counsellor).orElseGet(() -> {
                Me.Details details = me.details();
                return new Payee(details.name(), details.iban());
            });
            return known.enterpriseNumber().isEmpty()
                    ? new Payee(known.name(), known.iban(), caller.organisation(), known.address())
                    : known;
        } catch (IOException e) {
            throw Problem.of("unavailable", 503, "Wij kunnen uw gegevens nu niet ophalen. Probeer het straks opnieuw.")
                    .exception(e);
        }
    }

    private static String number(UUID counsellor, LocalDate from, LocalDate to) {
        UUID number = UUID.nameUUIDFromBytes((counsellor + "/" + from + "/" + to).getBytes(StandardCharsets.UTF_8));
        return "LBK-" + number.toString().substring(0, 13).toUpperCase(Locale.ROOT);
    }
}
