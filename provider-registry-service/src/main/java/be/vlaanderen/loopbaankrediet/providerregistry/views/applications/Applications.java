package be.vlaanderen.loopbaankrediet.providerregistry.views.applications;

import be.vlaanderen.loopbaankrediet.platform.eventstore.InlineView;
import be.vlaanderen.loopbaankrediet.platform.eventstore.StoredEvent;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Application.State;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.ApplicationApproved;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.ApplicationDocumentAdded;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.ApplicationMoreAsked;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.ApplicationRefused;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.ApplicationSubmitted;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.EnterpriseCheckAsked;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.EnterpriseChecked;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.OfApplication;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Reason;
import be.vlaanderen.loopbaankrediet.providerregistry.views.Pages;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps the officers' work list. */
@Singleton
public class Applications implements InlineView {

    @Override
    public List<String> tables() {
        return List.of("application", "enterprise_check");
    }

    @Override
    public void on(Connection connection, StoredEvent event) throws SQLException {
        if (event.payload() instanceof OfApplication happened) {
            on(connection, happened);
        }
    }

    private static void on(Connection connection, OfApplication event) throws SQLException {
        switch (event) {
            case ApplicationSubmitted e -> insert(connection, e);
            case ApplicationDocumentAdded e -> add(connection, e);
            case EnterpriseCheckAsked e -> ask(connection, e);
            case EnterpriseChecked e -> answered(connection, e.application());
            case ApplicationMoreAsked e ->
                decided(connection, e.application(), State.MORE_ASKED, e.reasonCode(), e.officer(), e.at());
            case ApplicationApproved e ->
                decided(connection, e.application(), State.APPROVED, null, e.officer(), e.at());
            case ApplicationRefused e -> {
                decided(connection, e.application(), State.REFUSED, e.reasonCode(), e.officer(), e.at());
                answered(connection, e.application());
            }
        }
    }

    private static void insert(Connection connection, ApplicationSubmitted submitted) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO application (application, counsellor, route, status, submitted_at, documents, place)"
                        + " VALUES (?, ?, ?, ?, ?, 0, ?) ON CONFLICT DO NOTHING")) {
            insert.setObject(1, submitted.application());
            insert.setObject(2, submitted.counsellor());
            insert.setString(3, submitted.route().name());
            insert.setString(4, State.SUBMITTED.name());
            insert.setTimestamp(5, Timestamp.from(submitted.at()));
            insert.setString(6, Pages.place(submitted.at(), submitted.application()));
            insert.executeUpdate();
        }
    }

    private static void add(Connection connection, ApplicationDocumentAdded added) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE application SET documents = documents + 1, status = ? WHERE application = ?")) {
            update.setString(1, added.state().name());
            update.setObject(2, added.application());
            update.executeUpdate();
        }
    }

    private static void ask(Connection connection, EnterpriseCheckAsked asked) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO enterprise_check (application, counsellor, asked_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")) {
            insert.setObject(1, asked.application());
            insert.setObject(2, asked.counsellor());
            insert.setTimestamp(3, Timestamp.from(asked.at()));
            insert.executeUpdate();
        }
    }

    private static void answered(Connection connection, UUID application) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM enterprise_check WHERE application = ?")) {
            delete.setObject(1, application);
            delete.executeUpdate();
        }
    }

    private static void decided(
            Connection connection, UUID application, State status, @Nullable Reason reason, String officer, Instant at)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("UPDATE application SET status = ?,"
                + " reason_code = ?, decided_by = ?, decided_at = ? WHERE application = ?")) {
            update.setString(1, status.name());
            update.setString(2, reason == null ? null : reason.name());
            update.setString(3, officer);
            update.setTimestamp(4, Timestamp.from(at));
            update.setObject(5, application);
            update.executeUpdate();
        }
    }
}
