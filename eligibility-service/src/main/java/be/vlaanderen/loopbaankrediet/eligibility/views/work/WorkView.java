package be.vlaanderen.loopbaankrediet.eligibility.views.work;

import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.CitizenForgotten;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.DecisionPostponed;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.DecisionProposed;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.DecisionReviewed;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.EntitlementEstablished;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.EntitlementRefused;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.EntitlementRequested;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.EntitlementRevised;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.EvidenceSent;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.ObjectionFiled;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.ProposalRejected;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.SourceCorrected;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.WorkKind;
import be.vlaanderen.loopbaankrediet.platform.eventstore.InlineView;
import be.vlaanderen.loopbaankrediet.platform.eventstore.StoredEvent;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What waits for an officer: one line a request and kind, which comes back when something new is sent in. */
@Singleton
class WorkView implements InlineView {

    @Override
    public List<String> tables() {
        return List.of("work_item");
    }

    @Override
    public void on(Connection connection, StoredEvent event) throws SQLException {
        switch ((EntitlementEvent) event.payload()) {
            case EvidenceSent sent -> waits(connection, sent.citizen(), sent.request(), WorkKind.EVIDENCE, sent.at());
            case ObjectionFiled filed ->
                waits(connection, filed.citizen(), filed.request(), WorkKind.OBJECTION, filed.at());
            case SourceCorrected corrected -> corrected(connection, corrected);
            case DecisionProposed proposed -> proposed(connection, proposed);
            case ProposalRejected rejected ->
                update(connection, rejected.request(), WorkStatus.SECOND_OFFICER, WorkStatus.WAITING, null, null);
            case DecisionReviewed reviewed -> {
                for (WorkStatus open : List.of(WorkStatus.WAITING, WorkStatus.SECOND_OFFICER)) {
                    update(connection, reviewed.request(), open, WorkStatus.DONE, reviewed.officer(), reviewed.at());
                }
            }
            case CitizenForgotten forgotten -> forget(connection, forgotten.citizen());
            case EntitlementRequested ignored -> {}
            case DecisionPostponed ignored -> {}
            case EntitlementEstablished ignored -> {}
            case EntitlementRefused ignored -> {}
            case EntitlementRevised ignored -> {}
        }
    }

    /** What waits already keeps its place. */
    private static void waits(Connection connection, UUID citizen, UUID request, WorkKind kind, Instant at)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO work_item AS w (request, kind, citizen, status, since, place) VALUES (?, ?, ?, 'WAITING', ?, ?)"
                        + " ON CONFLICT (request, kind) DO UPDATE SET status = excluded.status, since = excluded.since,"
                        + " place = excluded.place, officer = NULL, decided_at = NULL WHERE w.status = 'DONE'")) {
            insert.setObject(1, request);
            insert.setString(2, kind.name());
            insert.setObject(3, citizen);
            insert.setTimestamp(4, Timestamp.from(at));
            insert.setString(5, "%015d-%s-%s".formatted(at.toEpochMilli(), request, kind));
            insert.executeUpdate();
        }
    }

    /** A source that takes its correction back leaves nothing to do. */
    private static void corrected(Connection connection, SourceCorrected corrected) throws SQLException {
        if (corrected.waits()) {
            waits(connection, corrected.citizen(), corrected.request(), WorkKind.REVISION, corrected.at());
            return;
        }
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE work_item SET status = 'DONE', decided_at = ? WHERE request = ? AND kind = ? AND status = 'WAITING'")) {
            update.setTimestamp(1, Timestamp.from(corrected.at()));
            update.setObject(2, corrected.request());
            update.setString(3, WorkKind.REVISION.name());
            update.executeUpdate();
        }
    }

    /** Also what an officer began unasked is found by the second one. */
    private static void proposed(Connection connection, DecisionProposed proposed) throws SQLException {
        UUID request = proposed.request();
        if (!propose(connection, proposed)) {
            waits(connection, proposed.citizen(), request, WorkKind.REVISION, proposed.at());
            propose(connection, proposed);
        }
    }

    private static boolean propose(Connection connection, DecisionProposed proposed) throws SQLException {
        return update(
                connection,
                proposed.request(),
                WorkStatus.WAITING,
                WorkStatus.SECOND_OFFICER,
                proposed.officer(),
                null);
    }

    private static boolean update(
            Connection connection,
            UUID request,
            WorkStatus from,
            WorkStatus to,
            @Nullable String officer,
            @Nullable Instant decidedAt)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE work_item SET status = ?, officer = ?, decided_at = ? WHERE request = ? AND status = ?")) {
            update.setString(1, to.name());
            update.setString(2, officer);
            update.setTimestamp(3, decidedAt == null ? null : Timestamp.from(decidedAt));
            update.setObject(4, request);
            update.setString(5, from.name());
            return update.executeUpdate() > 0;
        }
    }

    private static void forget(Connection connection, UUID citizen) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM work_item WHERE citizen = ?")) {
            delete.setObject(1, citizen);
            delete.executeUpdate();
        }
    }
}
