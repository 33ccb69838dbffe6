package be.vlaanderen.loopbaankrediet.providerregistry.views.sanctions;

import be.vlaanderen.loopbaankrediet.platform.eventstore.InlineView;
import be.vlaanderen.loopbaankrediet.platform.eventstore.StoredEvent;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.CounsellorLeft;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.CounsellorReinstated;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.CounsellorSuspended;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.CounsellorWarned;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.OfStanding;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.SanctionAnnounced;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.SanctionAnswered;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.SanctionDropped;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Reason;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Sanction;
import be.vlaanderen.loopbaankrediet.providerregistry.views.Pages;
import be.vlaanderen.loopbaankrediet.providerregistry.views.sanctions.SanctionRow.Status;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps every sanction with its decisions. */
@Singleton
public class Sanctions implements InlineView {

    @Override
    public List<String> tables() {
        return List.of("sanction");
    }

    @Override
    public void on(Connection connection, StoredEvent event) throws SQLException {
        if (event.payload() instanceof OfStanding happened) {
            on(connection, happened);
        }
    }

    private static void on(Connection connection, OfStanding event) throws SQLException {
        switch (event) {
            case CounsellorWarned e ->
                insert(
                        connection,
                        e.sanction(),
                        e.counsellor(),
                        Sanction.Kind.WARNING,
                        Status.FINAL,
                        e.reasonCode(),
                        e.officer(),
                        null,
                        e.at());
            case SanctionAnnounced e ->
                insert(
                        connection,
                        e.sanction(),
                        e.counsellor(),
                        e.kind(),
                        Status.OPEN,
                        e.reasonCode(),
                        e.officer(),
                        e.answerBy(),
                        e.at());
            case SanctionAnswered e ->
                update(
                        connection,
                        "status = ?, answered_at = ?",
                        e.sanction(),
                        Status.ANSWERED.name(),
                        Timestamp.from(e.at()));
            case SanctionDropped e ->
                decided(connection, e.sanction(), Status.DROPPED, e.reasonCode(), e.officer(), e.at());
            case CounsellorSuspended e ->
                decided(connection, e.sanction(), Status.FINAL, e.reasonCode(), e.officer(), e.at());
            case CounsellorReinstated e ->
                update(
                        connection,
                        "status = ?, end_code = ?, ended_by = ?, ended_at = ?",
                        e.sanction(),
                        Status.ENDED.name(),
                        e.reasonCode().name(),
                        e.officer(),
                        Timestamp.from(e.at()));
            case CounsellorLeft e -> {
                UUID sanction = e.sanction();
                if (sanction != null) {
                    decided(connection, sanction, Status.FINAL, e.reasonCode(), e.officer(), e.at());
                }
            }
        }
    }

    private static void insert(
            Connection connection,
            UUID sanction,
            UUID counsellor,
            Sanction.Kind kind,
            Status status,
            Reason reason,
            String officer,
            @Nullable LocalDate answerBy,
            Instant at)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO sanction (sanction, counsellor, kind, status, reason_code, officer, announced_at, answer_by, place)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")) {
            insert.setObject(1, sanction);
            insert.setObject(2, counsellor);
            insert.setString(3, kind.name());
            insert.setString(4, status.name());
            insert.setString(5, reason.name());
            insert.setString(6, officer);
            insert.setTimestamp(7, Timestamp.from(at));
            insert.setObject(8, answerBy);
            insert.setString(9, Pages.place(at, sanction));
            insert.executeUpdate();
        }
    }

    private static void decided(
            Connection connection, UUID sanction, Status status, Reason reason, @Nullable String officer, Instant at)
            throws SQLException {
        update(
                connection,
                "status = ?, decision_code = ?, decided_by = ?, decided_at = ?",
                sanction,
                status.name(),
                reason.name(),
                officer,
                Timestamp.from(at));
    }

    private static void update(Connection connection, String columns, UUID sanction, @Nullable Object... values)
            throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE sanction SET " + columns + " WHERE sanction = ?")) {
            int column = 1;
            for (Object value : values) {
                update.setObject(column++, value);
            }
            update.setObject(column, sanction);
            update.executeUpdate();
        }
    }
}
