package be.vlaanderen.loopbaankrediet.providerregistry.counsellor.account;

import be.vlaanderen.loopbaankrediet.platform.eventstore.AggregateStore;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Transactions;
import be.vlaanderen.loopbaankrediet.platform.web.Caller;
import be.vlaanderen.loopbaankrediet.platform.web.Idempotency;
import be.vlaanderen.loopbaankrediet.platform.web.Problem;
import be.vlaanderen.loopbaankrediet.platform.web.Problem.Issue;
import be.vlaanderen.loopbaankrediet.platform.web.RepeatableByItself;
import be.vlaanderen.loopbaankrediet.platform.web.Roles;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.AccountChanges;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Counsellor;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.NameMatch;
import be.vlaanderen.loopbaankrediet.providerregistry.namecheck.NameCheck;
import be.vlaanderen.loopbaankrediet.providerregistry.notifications.Notifications;
import be.vlaanderen.loopbaankrediet.providerregistry.vault.Accounts;
import be.vlaanderen.loopbaankrediet.providerregistry.vault.Iban;
import be.vlaanderen.loopbaankrediet.providerregistry.vault.LoggedIn;
import be.vlaanderen.loopbaankrediet.providerregistry.vault.Person;
import be.vlaanderen.loopbaankrediet.providerregistry.views.Pages;
import be.vlaanderen.loopbaankrediet.providerregistry.views.QueryParameters;
import be.vlaanderen.loopbaankrediet.providerregistry.views.accounts.AccountChangeRow;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** A counsellor changes the bank account: asked, confirmed, and valid a day later. */
@Path("/me/account-changes")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed(Roles.COUNSELLOR)
@Tag(name = "account")
public class AccountResource {

    private final AggregateStore<Counsellor, CounsellorEvent> counsellors;
    private final Transactions transactions;
    private final Accounts accounts;
    private final NameCheck names;
    private final Notifications notifications;
    private final LoggedIn loggedIn;
    private final Caller caller;
    private final Clock clock;

    @Inject
    public AccountResource(
            AggregateStore<Counsellor, CounsellorEvent> counsellors,
            Transactions transactions,
            Accounts accounts,
            NameCheck names,
            Notifications notifications,
            LoggedIn loggedIn,
            Caller caller,
            Clock clock) {
        this.counsellors = counsellors;
        this.transactions = transactions;
        this.accounts = accounts;
        this.names = names;
        this.notifications = notifications;
        this.loggedIn = loggedIn;
        this.caller = caller;
        this.clock = clock;
    }

    public record NewAccount(
            @NotNull(message = "Dit is verplicht.") @Size(max = 50, message = "Dit is te lang.") String iban) {

        /** Personal data stay out of logs. */
        @Override
        public String toString() {
            return "NewAccount";
        }
    }

    /**
     * @param holdsFrom absent until confirmed
     * @param nameCheck what the bank of the account says about the name
     * @param blocked whether an officer has to accept it before it can be confirmed (D-35)
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AccountChange(
            UUID change,
            @Nullable Instant holdsFrom,
            @Nullable NameMatch nameCheck,
            boolean blocked) {}

    /** @param iban the last four signs, enough to know it again */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AccountChangeShown(
            UUID change,
            String iban,
            Instant askedAt,
            @Nullable Instant holdsFrom,
            @Nullable NameMatch nameCheck) {

        static AccountChangeShown of(Accounts.Kept kept) {
            String iban = kept.iban();
            return new AccountChangeShown(
                    kept.change(),
                    "…" + iban.substring(iban.length() - 4),
                    kept.askedAt(),
                    kept.holdsFrom(),
                    AccountChangeRow.of(kept.change())
                            .map(AccountChangeRow::match)
                            .orElse(null));
        }
    }

    /** @param next what to give as {@code after} to read on; absent on the last page */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AccountChangesPage(
            List<AccountChangeShown> changes, @Nullable String next) {}

    @GET
    @Operation(operationId = "getMyAccountChanges", summary = "The own changes of account, oldest first")
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(responseCode = "400", description = "A parameter has no known value")
    @APIResponse(responseCode = "404", description = "counsellor-unknown")
    public AccountChangesPage list(
            @QueryParam("after") @Parameter(description = "The `next` of the page before") @Nullable String after,
            @QueryParam("limit") @Parameter(description = "1 to 100, usually 20") @Nullable String limit) {
        QueryParameters query = new QueryParameters();
        String from = query.shaped("after", after, Pages.PLACE, "Geef de waarde van 'next' van de vorige bladzijde.");
        int most = query.limit(limit);
        query.check();
        List<Accounts.Kept> found = accounts.of(loggedIn.counsellor().counsellor(), from == null ? "" : from, most + 1);
        return new AccountChangesPage(
                Pages.shown(found, most).stream().map(AccountChangeShown::of).toList(),
                Pages.next(found, most, Accounts.Kept::place));
    }

    @POST
    @Operation(
            operationId = "askAccountChange",
            summary = "Ask to be paid on another account; holds only when confirmed")
    @APIResponseSchema(value = AccountChange.class, responseCode = "201", responseDescription = "Asked")
    @APIResponse(responseCode = "400", description = "This is no account number")
    @APIResponse(responseCode = "404", description = "counsellor-unknown")
    public RestResponse<AccountChange> ask(
            @NotNull(message = "Stuur het rekeningnummer mee.") @Valid NewAccount body,
            @HeaderParam("Idempotency-Key") @Parameter(required = true) String key) {
        String iban = Iban.read(body.iban())
                .orElseThrow(() -> Problem.badRequest(List.of(
                                Issue.of("invalid-value", "body", "iban", "Dit is geen geldig rekeningnummer (IBAN).")))
                        .exception());
        Person person = loggedIn.counsellor();
        UUID id = person.counsellor();
        AskAccountChange command = new AskAccountChange(
                id,
                Idempotency.id("account change", caller.subject(), key),
                names.check(person.name(), iban),
                clock.instant());
        Counsellor after = transactions.in(connection -> {
            Counsellor asked = counsellors
                    .handle(id.toString(), counsellor -> AskAccountChange.decide(counsellor, command))
                    .orThrow();
            accounts.keep(id, command.change(), iban, command.at());
            notifications.tell(id, Notifications.Kind.ACCOUNT_CHANGE_ASKED, command.change(), command.at());
            return asked;
        });
        return RestResponse.status(RestResponse.Status.CREATED, answer(command.change(), after.accounts()));
    }

    private static AccountChange answer(UUID change, AccountChanges changes) {
        return change.equals(changes.asked())
                ? new AccountChange(change, null, changes.match(), changes.isBlocked())
                : new AccountChange(change, changes.confirmed().get(change), nameCheck(change), false);
    }

    private static @Nullable NameMatch nameCheck(UUID change) {
        return AccountChangeRow.of(change).map(AccountChangeRow::match).orElse(null);
    }

    @POST
    @Path("/{change}/confirmation")
    @RepeatableByItself
    @Operation(operationId = "confirmAccountChange", summary = "Confirm a change of account; it holds a day later")
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(responseCode = "404", description = "counsellor-unknown or account-change-unknown")
    @APIResponse(responseCode = "409", description = "name-does-not-match, until an officer accepts it")
    public AccountChange confirm(@PathParam("change") UUID change) {
        UUID id = loggedIn.counsellor().counsellor();
        ConfirmAccountChange command = new ConfirmAccountChange(id, change, clock.instant());
        return transactions.in(connection -> {
            Counsellor after = counsellors
                    .handle(id.toString(), counsellor -> ConfirmAccountChange.decide(counsellor, command))
                    .orThrow();
            Instant from = after.accounts().confirmed().get(change);
            if (from == null) {
                throw new IllegalStateException("confirmed without a moment");
            }
            accounts.holds(change, from);
            notifications.tell(id, Notifications.Kind.ACCOUNT_CHANGE_CONFIRMED, change, command.at());
            return answer(change, after.accounts());
        });
    }
}
