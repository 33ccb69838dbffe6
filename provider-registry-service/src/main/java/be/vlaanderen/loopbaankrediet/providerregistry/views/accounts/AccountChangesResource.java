package be.vlaanderen.loopbaankrediet.providerregistry.views.accounts;

import static be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorRefusal.ACCOUNT_CHANGE_UNKNOWN;

import be.vlaanderen.loopbaankrediet.platform.eventstore.AggregateStore;
import be.vlaanderen.loopbaankrediet.platform.eventstore.RefusedException;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Transactions;
import be.vlaanderen.loopbaankrediet.platform.web.RepeatableByItself;
import be.vlaanderen.loopbaankrediet.platform.web.Roles;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Counsellor;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.NameMatch;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Reason;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.account.AcceptAccountName;
import be.vlaanderen.loopbaankrediet.providerregistry.vault.Accounts;
import be.vlaanderen.loopbaankrediet.providerregistry.vault.LoggedIn;
import be.vlaanderen.loopbaankrediet.providerregistry.vault.Person;
import be.vlaanderen.loopbaankrediet.providerregistry.vault.Vault;
import be.vlaanderen.loopbaankrediet.providerregistry.vault.Words;
import be.vlaanderen.loopbaankrediet.providerregistry.vault.Words.Part;
import be.vlaanderen.loopbaankrediet.providerregistry.views.Pages;
import be.vlaanderen.loopbaankrediet.providerregistry.views.QueryParameters;
import com.fasterxml.jackson.annotation.JsonInclude;
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
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Officers see changes of account, and accept one that is in another name. */
@Path("/account-changes")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed(Roles.OFFICER)
@Tag(name = "account")
public class AccountChangesResource {

    private final AggregateStore<Counsellor, CounsellorEvent> counsellors;
    private final Transactions transactions;
    private final Vault vault;
    private final Accounts accounts;
    private final Words words;
    private final LoggedIn loggedIn;
    private final Clock clock;

    @Inject
    public AccountChangesResource(
            AggregateStore<Counsellor, CounsellorEvent> counsellors,
            Transactions transactions,
            Vault vault,
            Accounts accounts,
            Words words,
            LoggedIn loggedIn,
            Clock clock) {
        this.counsellors = counsellors;
        this.transactions = transactions;
        this.vault = vault;
        this.accounts = accounts;
        this.words = words;
        this.loggedIn = loggedIn;
        this.clock = clock;
    }

    /**
     * @param nameCheck absent when nobody asked
     * @param blocked whether it waits for an officer
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ChangeLine(
            UUID change,
            UUID counsellor,
            Instant askedAt,
            @Nullable NameMatch nameCheck,
            boolean blocked,
            @Nullable Instant confirmedAt,
            @Nullable Instant holdsFrom,
            @Nullable Accepted accepted) {

        static ChangeLine of(AccountChangeRow row) {
            return new ChangeLine(
                    row.change,
                    row.counsellor,
                    row.askedAt,
                    row.match(),
                    row.match() == NameMatch.NO_MATCH && row.acceptedAt == null,
                    row.confirmedAt,
                    row.holdsFrom,
                    row.acceptedCode == null || row.acceptedBy == null || row.acceptedAt == null
                            ? null
                            : new Accepted(Reason.valueOf(row.acceptedCode), row.acceptedBy, row.acceptedAt));
        }
    }

    /** Who accepted an account in another name, when and why. */
    public record Accepted(Reason reasonCode, String officer, Instant at) {}

    /** @param next what to give as {@code after} to read on; absent on the last page */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ChangesOfAccountPage")
    public record Page(List<ChangeLine> changes, @Nullable String next) {}

    /**
     * What an officer has to compare.
     *
     * @param reason why it was accepted, in words
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ChangeInFull(
            ChangeLine change,
            String name,
            String iban,
            @Nullable String reason) {

        /** Personal data stay out of logs. */
        @Override
        public String toString() {
            return "ChangeInFull[" + change + "]";
        }
    }

    /** @param reason in words */
    public record NewAcceptance(
            @NotNull(message = "Dit is verplicht.") Reason reasonCode,

            @NotBlank(message = "Dit is verplicht.") @Size(max = Words.LONGEST, message = "Dit is te lang: hoogstens 4000 tekens.") @Pattern(regexp = Words.PATTERN, message = "Gebruik gewone tekst.") String reason) {}

    @GET
    @Operation(operationId = "getAccountChanges", summary = "Changes of account, oldest first")
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(responseCode = "400", description = "A parameter has no known value")
    public Page list(
            @QueryParam("nameCheck") @Parameter(schema = @Schema(implementation = NameMatch.class)) @Nullable String nameCheck,
            @QueryParam("blocked") @Parameter(description = "`true`: only those that wait for an officer") @Nullable String blocked,
            @QueryParam("after") @Parameter(description = "The `next` of the page before") @Nullable String after,
            @QueryParam("limit") @Parameter(description = "1 to 100, usually 20") @Nullable String limit) {
        QueryParameters query = new QueryParameters();
        NameMatch wanted = query.oneOf("nameCheck", nameCheck, NameMatch.class);
        boolean waiting = query.flag("blocked", blocked);
        String from = query.shaped("after", after, Pages.PLACE, "Geef de waarde van 'next' van de vorige bladzijde.");
        int most = query.limit(limit);
        query.check();
        List<AccountChangeRow> rows = AccountChangeRow.all(wanted, waiting, from == null ? "" : from, most + 1);
        return new Page(
                Pages.shown(rows, most).stream().map(ChangeLine::of).toList(),
                Pages.next(rows, most, row -> row.place));
    }

    @GET
    @Path("/{change}")
    @Operation(operationId = "getAccountChange", summary = "A change of account with name and number, to compare them")
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(responseCode = "404", description = "account-change-unknown")
    public ChangeInFull get(@PathParam("change") UUID change) {
        return shown(change);
    }

    @POST
    @Path("/{change}/acceptance")
    @RepeatableByItself
    @Operation(
            operationId = "acceptAccountName",
            summary = "Accept an account in another name, so that it can be confirmed")
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(responseCode = "400", description = "A value cannot be right")
    @APIResponse(responseCode = "404", description = "account-change-unknown")
    @APIResponse(responseCode = "422", description = "reason-does-not-fit")
    public ChangeInFull accept(
            @PathParam("change") UUID change, @NotNull(message = "Stuur de reden mee.") @Valid NewAcceptance body) {
        UUID id = owned(change).counsellor();
        AcceptAccountName command =
                new AcceptAccountName(id, change, body.reasonCode(), loggedIn.officer(), clock.instant());
        transactions.run(connection -> {
            var unused = counsellors
                    .handle(id.toString(), counsellor -> AcceptAccountName.decide(counsellor, command))
                    .orThrow();
            words.keep(id, change, Part.DECISION, body.reason(), command.at());
        });
        return shown(change);
    }

    private ChangeInFull shown(UUID change) {
        Accounts.Owned owned = owned(change);
        AccountChangeRow row = AccountChangeRow.of(change).orElseThrow(AccountChangesResource::unknown);
        Person person = vault.find(owned.counsellor()).orElseThrow(AccountChangesResource::unknown);
        return new ChangeInFull(
                ChangeLine.of(row),
                person.name(),
                owned.iban(),
                words.find(change, Part.DECISION).orElse(null));
    }

    private Accounts.Owned owned(UUID change) {
        return accounts.find(change).orElseThrow(AccountChangesResource::unknown);
    }

    private static RefusedException unknown() {
        return new RefusedException(ACCOUNT_CHANGE_UNKNOWN);
    }
}
