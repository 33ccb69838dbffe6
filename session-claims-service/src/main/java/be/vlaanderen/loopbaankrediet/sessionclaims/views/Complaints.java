package be.vlaanderen.loopbaankrediet.sessionclaims.views;

import be.vlaanderen.loopbaankrediet.platform.eventstore.AggregateStore;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Sql;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Transactions;
import be.vlaanderen.loopbaankrediet.sessionclaims.complaint.Complaint;
import be.vlaanderen.loopbaankrediet.sessionclaims.complaint.Complaint.ComplaintStatus;
import be.vlaanderen.loopbaankrediet.sessionclaims.complaint.ComplaintEvent;
import be.vlaanderen.loopbaankrediet.sessionclaims.complaint.ComplaintEvent.ComplaintDecided;
import be.vlaanderen.loopbaankrediet.sessionclaims.complaint.ComplaintEvent.ComplaintFiled;
import be.vlaanderen.loopbaankrediet.sessionclaims.complaint.ComplaintEvent.ComplaintKind;
import be.vlaanderen.loopbaankrediet.sessionclaims.complaint.ComplaintEvent.ComplaintOutcome;
import be.vlaanderen.loopbaankrediet.sessionclaims.complaint.ComplaintEvent.ComplaintReason;
import be.vlaanderen.loopbaankrediet.sessionclaims.vault.Vault;
import be.vlaanderen.loopbaankrediet.sessionclaims.views.UndueRows.FoundUndue;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shows complaints, to each what is theirs to see. */
@Singleton
public class Complaints {

    /** Who looks. */
    public enum Viewer {
        CITIZEN,
        COUNSELLOR,
        OFFICER
    }

    /** What who looks can do with a complaint now. */
    public enum ComplaintAction {
        ANSWER,
        DECIDE
    }

    /**
     * @param reason in Dutch
     * @param officer a pseudonym, for officers only
     * @param undue sessions that it makes undue
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ComplaintDecision(
            ComplaintOutcome outcome,
            ComplaintReason reasonCode,
            @Nullable String reason,
            Instant decidedAt,
            @Nullable String officer,
            List<FoundUndue> undue) {}

    /**
     * @param wallet the citizen's pseudonym, for officers only
     * @param written by the citizen
     * @param answer of the counsellor
     * @param actions what who asks can do with it now
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ComplaintAnswer(
            UUID complaint,
            ComplaintKind kind,
            ComplaintStatus status,
            @Nullable UUID wallet,
            @Nullable UUID booking,
            @Nullable UUID session,
            @Nullable UUID counsellor,
            @Nullable String written,
            Instant filedAt,
            @Nullable String answer,
            @Nullable Instant answeredAt,
            @Nullable ComplaintDecision decision,
            List<ComplaintAction> actions) {

        /** Without what people wrote, for a list: who wants to read that opens the complaint, and it is noted. */
        public ComplaintAnswer withoutWords() {
            return new ComplaintAnswer(
                    complaint,
                    kind,
                    status,
                    wallet,
                    booking,
                    session,
                    counsellor,
                    null,
                    filedAt,
                    null,
                    answeredAt,
                    decision == null
                            ? null
                            : new ComplaintDecision(
                                    decision.outcome(),
                                    decision.reasonCode(),
                                    null,
                                    decision.decidedAt(),
                                    decision.officer(),
                                    decision.undue()),
                    actions);
        }
    }

    /** {@code OPEN} is what is not decided. */
    public static final String STATUS = "OPEN|FILED|ANSWERED|DECIDED";

    /** What a list is narrowed to. */
    public record Filter(
            @Nullable UUID wallet,
            @Nullable UUID counsellor,
            @Nullable ComplaintKind kind,
            @Nullable String status,
            @Nullable ComplaintOutcome outcome) {}

    private final Transactions transactions;
    private final AggregateStore<Complaint, ComplaintEvent> complaints;
    private final Vault vault;
    private final UndueRows undue;

    @Inject
    Complaints(
            Transactions transactions,
            AggregateStore<Complaint, ComplaintEvent> complaints,
            Vault vault,
            UndueRows undue) {
        this.transactions = transactions;
        this.complaints = complaints;
        this.vault = vault;
        this.undue = undue;
    }

    /** Empty when it is not theirs to see, or did not exist yet. */
    public Optional<ComplaintAnswer> one(Viewer viewer, @Nullable UUID id, UUID complaint, @Nullable Instant asOf) {
        Complaint state =
                asOf == null ? complaints.state(complaint.toString()) : complaints.stateAt(complaint.toString(), asOf);
        ComplaintFiled filed = state.filed();
        if (filed == null) {
            return Optional.empty();
        }
        boolean theirs = switch (viewer) {
            case CITIZEN -> filed.wallet().equals(id);
            case COUNSELLOR -> filed.kind() == ComplaintKind.GUIDANCE && id != null && id.equals(filed.counsellor());
            case OFFICER -> true;
        };
        return theirs ? Optional.of(show(viewer, state, filed)) : Optional.empty();
    }

    /** The oldest first, as they are to be worked on. */
    public Page<ComplaintAnswer> page(
            Viewer viewer, @Nullable UUID id, Filter filter, @Nullable UUID after, int limit) {
        StringBuilder where = new StringBuilder(" WHERE true");
        List<Object> values = new ArrayList<>();
        and(where, values, "wallet", filter.wallet());
        and(where, values, "counsellor", filter.counsellor());
        and(where, values, "kind", filter.kind());
        if ("OPEN".equals(filter.status())) {
            where.append(" AND status <> 'DECIDED'");
        } else {
            and(where, values, "status", filter.status());
        }
        and(where, values, "outcome", filter.outcome());
        if (after != null) {
            where.append(" AND (filed_at, complaint) >"
                    + " (SELECT c.filed_at, c.complaint FROM complaint c WHERE c.complaint = ?)");
            values.add(after);
        }
        String sql = "SELECT complaint FROM complaint" + where + " ORDER BY filed_at, complaint LIMIT " + (limit + 1);
        List<ComplaintAnswer> found = transactions.in(connection ->
                Sql.list(connection, sql, row -> Sql.uuid(row, "complaint"), values.toArray()).stream()
                        .flatMap(complaint -> one(viewer, id, complaint, null).stream())
                        .toList());
        return Page.of(found, limit, ComplaintAnswer::complaint);
    }

    private static void and(StringBuilder where, List<Object> values, String column, @Nullable Object value) {
        if (value != null) {
            where.append(" AND ").append(column).append(" = ?");
            values.add(value instanceof Enum<?> constant ? constant.name() : value);
        }
    }

    private ComplaintAnswer show(Viewer viewer, Complaint state, ComplaintFiled filed) {
        Map<String, String> written = vault.read(filed.complaint());
        ComplaintDecided decided = state.decided();
        boolean officer = viewer == Viewer.OFFICER;
        return new ComplaintAnswer(
                filed.complaint(),
                filed.kind(),
                state.status(),
                officer ? filed.wallet() : null,
                filed.booking(),
                filed.session(),
                filed.counsellor(),
                written.get("complaint"),
                filed.at(),
                state.answeredAt() == null ? null : written.get("answer"),
                state.answeredAt(),
                decided == null
                        ? null
                        : new ComplaintDecision(
                                decided.outcome(),
                                decided.reasonCode(),
                                written.get("reason"),
                                decided.at(),
                                officer ? decided.officer() : null,
                                undue.of(filed.complaint())),
                actions(viewer, state));
    }

    private static List<ComplaintAction> actions(Viewer viewer, Complaint state) {
        return switch (viewer) {
            case CITIZEN -> List.of();
            case COUNSELLOR -> state.status() == ComplaintStatus.FILED ? List.of(ComplaintAction.ANSWER) : List.of();
            case OFFICER -> state.status() == ComplaintStatus.DECIDED ? List.of() : List.of(ComplaintAction.DECIDE);
        };
    }
}
