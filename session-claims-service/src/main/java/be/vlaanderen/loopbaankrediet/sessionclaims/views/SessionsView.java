package be.vlaanderen.loopbaankrediet.sessionclaims.views;

import be.vlaanderen.loopbaankrediet.platform.eventstore.InlineView;
import be.vlaanderen.loopbaankrediet.platform.eventstore.StoredEvent;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.BlockClosed;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.BlockOpened;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.ClaimSubmitted;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.ClaimedSession;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.SessionConfirmed;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.SessionDisputed;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.SessionRegistered;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.SessionWithdrawn;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.UnusedTimeReleased;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.Session;
import be.vlaanderen.loopbaankrediet.sessionclaims.registration.SessionCode;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;

/** Blocks by code, sessions with their answers, and claims. */
@Singleton
public class SessionsView implements InlineView {

    @Override
    public List<String> tables() {
        return List.of("block", "session", "claim");
    }

    @Override
    public void on(Connection connection, StoredEvent event) throws SQLException {
        if (event.payload() instanceof BlockEvent of) {
            on(connection, of);
        }
    }

    private static void on(Connection connection, BlockEvent event) throws SQLException {
        switch (event) {
            case BlockOpened e ->
                write(
                        connection,
                        "INSERT INTO block (booking, wallet, counsellor, code, half_hours, paid_at)"
                                + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                        e.booking(),
                        e.wallet(),
                        e.counsellor(),
                        SessionCode.normal(e.code()),
                        e.halfHours(),
                        e.paidAt());
            case BlockClosed e -> {
                write(connection, "UPDATE block SET closed_at = ? WHERE booking = ?", e.at(), e.booking());
                write(
                        connection,
                        "UPDATE session SET status = 'CANCELLED' WHERE booking = ? AND status = 'REGISTERED'",
                        e.booking());
            }
            case UnusedTimeReleased e ->
                write(
                        connection,
                        "UPDATE block SET released_half_hours = released_half_hours + ? WHERE booking = ?",
                        e.halfHours(),
                        e.booking());
            case SessionRegistered e ->
                write(
                        connection,
                        "INSERT INTO session (session, booking, wallet, counsellor, started_at, ended_at, half_hours,"
                                + " mode, themes, status, silent, registered_at, answer_before)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'REGISTERED', false, ?, ?) ON CONFLICT DO NOTHING",
                        e.session(),
                        e.booking(),
                        e.wallet(),
                        e.counsellor(),
                        e.startedAt(),
                        e.endedAt(),
                        e.halfHours(),
                        e.mode().name(),
                        connection.createArrayOf(
                                "varchar", e.themes().stream().map(Enum::name).toArray()),
                        e.at(),
                        e.at().plus(Session.TIME_TO_ANSWER));
            case SessionConfirmed e ->
                write(
                        connection,
                        "UPDATE session SET status = 'CONFIRMED', silent = ?, answered_at = ? WHERE session = ?",
                        e.silent(),
                        e.at(),
                        e.session());
            case SessionDisputed e ->
                write(
                        connection,
                        "UPDATE session SET status = 'DISPUTED', answered_at = ? WHERE session = ?",
                        e.at(),
                        e.session());
            case SessionWithdrawn e ->
                write(
                        connection,
                        "UPDATE session SET status = 'WITHDRAWN', answered_at = ? WHERE session = ?",
                        e.at(),
                        e.session());
            case ClaimSubmitted e -> {
                write(
                        connection,
                        "INSERT INTO claim (claim, booking, counsellor, half_hours, submitted_at)"
                                + " VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                        e.claim(),
                        e.booking(),
                        e.counsellor(),
                        e.halfHours(),
                        e.at());
                for (ClaimedSession claimed : e.sessions()) {
                    write(connection, "UPDATE session SET claim = ? WHERE session = ?", e.claim(), claimed.session());
                }
            }
        }
    }

    private static void write(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i] instanceof Instant at ? Timestamp.from(at) : values[i]);
            }
            statement.executeUpdate();
        }
    }
}
