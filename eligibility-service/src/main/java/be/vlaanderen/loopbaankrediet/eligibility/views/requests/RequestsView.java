package be.vlaanderen.loopbaankrediet.eligibility.views.requests;

import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.DecisionPostponed;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.EntitlementEstablished;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.EntitlementRefused;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.EntitlementRequested;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.SourceAsked;
import be.vlaanderen.loopbaankrediet.eligibility.rules.Judgement;
import be.vlaanderen.loopbaankrediet.eligibility.views.requests.RequestAnswer.Status;
import be.vlaanderen.loopbaankrediet.platform.eventstore.EventStore;
import be.vlaanderen.loopbaankrediet.platform.eventstore.InlineView;
import be.vlaanderen.loopbaankrediet.platform.eventstore.StoredEvent;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Every request with its decision, and when one that waits is tried again. */
@Singleton
class RequestsView implements InlineView {

    /** Who asks does the first try; when that one is lost with its process, the request is picked up after this. */
    private static final Duration FIRST_TRY = Duration.ofSeconds(30);

    private static final ObjectMapper JSON = EventStore.json();

    @Override
    public List<String> tables() {
        return List.of("entitlement_request");
    }

    @Override
    public void on(Connection connection, StoredEvent event) throws SQLException {
        switch ((EntitlementEvent) event.payload()) {
            case EntitlementRequested asked -> requested(connection, asked);
            case DecisionPostponed postponed -> postponed(connection, postponed);
            case EntitlementEstablished yes ->
                decided(connection, yes, Status.ENTITLED, yes.judgement(), yes.sources());
            case EntitlementRefused no -> decided(connection, no, Status.REFUSED, no.judgement(), no.sources());
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
            insert.setString(5, Status.PENDING.name());
            insert.setTimestamp(6, Timestamp.from(asked.at().plus(FIRST_TRY)));
            insert.executeUpdate();
        }
    }

    private static void postponed(Connection connection, DecisionPostponed postponed) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE entitlement_request SET silent = ?, due_at = ? WHERE request = ?")) {
            update.setString(1, postponed.source().name());
            update.setTimestamp(2, Timestamp.from(postponed.nextAttemptAt()));
            update.setObject(3, postponed.request());
            update.executeUpdate();
        }
    }

    private static void decided(
            Connection connection,
            EntitlementEvent decision,
            Status status,
            Judgement judgement,
            List<SourceAsked> sources)
            throws SQLException {
        UUID request = decision.request();
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE entitlement_request SET status = ?, decided_at = ?, judgement = ?, sources = ?, silent = NULL,"
                        + " due_at = NULL WHERE request = ?")) {
            update.setString(1, status.name());
            update.setTimestamp(2, Timestamp.from(decision.at()));
            update.setString(3, write(judgement));
            update.setString(4, write(sources));
            update.setObject(5, request);
            update.executeUpdate();
        }
    }

    private static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
