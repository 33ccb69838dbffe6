package be.vlaanderen.loopbaankrediet.providerregistry.views.renewals;

import be.vlaanderen.loopbaankrediet.platform.eventstore.InlineView;
import be.vlaanderen.loopbaankrediet.platform.eventstore.StoredEvent;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.OfRenewal;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.RenewalApproved;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.RenewalAsked;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.RenewalDocumentAdded;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Renewal.State;
import be.vlaanderen.loopbaankrediet.providerregistry.views.Pages;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;

/** Keeps the officers' list of renewals. */
@Singleton
public class Renewals implements InlineView {

    @Override
    public List<String> tables() {
        return List.of("renewal");
    }

    @Override
    public void on(Connection connection, StoredEvent event) throws SQLException {
        if (event.payload() instanceof OfRenewal happened) {
            switch (happened) {
                case RenewalAsked e -> insert(connection, e);
                case RenewalDocumentAdded e -> add(connection, e);
                case RenewalApproved e -> approve(connection, e);
            }
        }
    }

    private static void insert(Connection connection, RenewalAsked asked) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO renewal (renewal, counsellor, status, reason_code, wanted_by, documents, asked_by, asked_at, place)"
                        + " VALUES (?, ?, ?, ?, ?, 0, ?, ?, ?) ON CONFLICT DO NOTHING")) {
            insert.setObject(1, asked.renewal());
            insert.setObject(2, asked.counsellor());
            insert.setString(3, State.ASKED.name());
            insert.setString(4, asked.reasonCode().name());
            insert.setObject(5, asked.by());
            insert.setString(6, asked.officer());
            insert.setTimestamp(7, Timestamp.from(asked.at()));
            insert.setString(8, Pages.place(asked.at(), asked.renewal()));
            insert.executeUpdate();
        }
    }

    private static void add(Connection connection, RenewalDocumentAdded added) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE renewal SET documents = documents + 1, status = ? WHERE renewal = ?")) {
            update.setString(1, (added.complete() ? State.SENT : State.ASKED).name());
            update.setObject(2, added.renewal());
            update.executeUpdate();
        }
    }

    private static void approve(Connection connection, RenewalApproved approved) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE renewal SET status = ?, approved_by = ?, approved_at = ? WHERE renewal = ?")) {
            update.setString(1, State.APPROVED.name());
            update.setString(2, approved.officer());
            update.setTimestamp(3, Timestamp.from(approved.at()));
            update.setObject(4, approved.renewal());
            update.executeUpdate();
        }
    }
}
