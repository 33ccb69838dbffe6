package be.vlaanderen.loopbaankrediet.eligibility.views.requests;

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
import be.vlaanderen.loopbaankrediet.eligibility.rules.Judgement;
import be.vlaanderen.loopbaankrediet.platform.eventstore.InlineView;
import be.vlaanderen.loopbaankrediet.platform.eventstore.StoredEvent;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Whose request is which, when one that waits is tried again, and how many used cheques each rests on. */
@Singleton
class RequestsView implements InlineView {

    /** Who asks does the first try; when that one is lost with its process, the request is picked up after this. */
    private static final Duration FIRST_TRY = Duration.ofSeconds(30);

    @Override
    public List<String> tables() {
        return List.of("entitlement_request");
    }

    @Override
    public void on(Connection connection, StoredEvent event) throws SQLException {
        switch ((EntitlementEvent) event.payload()) {
            case EntitlementRequested asked -> requested(connection, asked);
            case DecisionPostponed later -> due(connection, later.request(), later.nextAttemptAt());
            case EntitlementEstablished yes -> decided(connection, yes.request(), yes.judgement());
            case EntitlementRefused no -> decided(connection, no.request(), no.judgement());
            case EntitlementRevised revised -> decided(connection, revised.request(), revised.judgement());
            case DecisionReviewed reviewed -> decided(connection, reviewed.request(), reviewed.judgement());
            case SourceCorrected corrected -> corrected(connection, corrected);
            case CitizenForgotten forgotten -> forget(connection, forgotten.citizen());
            case EvidenceSent ignored -> {}
            case ObjectionFiled ignored -> {}
            case DecisionProposed ignored -> {}
            case ProposalRejected ignored -> {}
        }
    }

    private static void requested(Connection connection, EntitlementRequested asked) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO entitlement_request (request, citizen, requested_on, requested_at, status, due_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (request) DO NOTHING")) {
            insert.setObject(1, asked.request());
            insert.setObject(2, asked.citizen());
            insert.setObject(3, asked.requestedOn());
            insert.setTimestamp(4, Timestamp.from(asked.at()));
            insert.setString(5, RequestAnswer.Status.PENDING.name());
            insert.setTimestamp(6, Timestamp.from(asked.at().plus(FIRST_TRY)));
            insert.executeUpdate();
        }
    }

    private static void due(Connection connection, UUID request, Instant at) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE entitlement_request SET due_at = ? WHERE request = ?")) {
            update.setTimestamp(1, Timestamp.from(at));
            update.setObject(2, request);
            update.executeUpdate();
        }
    }

    private static void decided(Connection connection, UUID request, Judgement judgement) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE entitlement_request SET status = ?, cheques_used = ?, due_at = NULL WHERE request = ?")) {
            update.setString(1, RequestAnswer.Status.of(judgement).name());
            update.setInt(2, judgement.chequesUsed());
            update.setObject(3, request);
            update.executeUpdate();
        }
    }

    /** A correction that waits is known too: it need not be noticed again. */
    private static void corrected(Connection connection, SourceCorrected corrected) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE entitlement_request SET cheques_used = ? WHERE request = ?")) {
            update.setInt(1, corrected.judgement().chequesUsed());
            update.setObject(2, corrected.request());
            update.executeUpdate();
        }
    }

    private static void forget(Connection connection, UUID citizen) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM entitlement_request WHERE citizen = ?")) {
            delete.setObject(1, citizen);
            delete.executeUpdate();
        }
    }
}
