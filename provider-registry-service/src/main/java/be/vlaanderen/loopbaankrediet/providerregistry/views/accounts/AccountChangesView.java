package be.vlaanderen.loopbaankrediet.providerregistry.views.accounts;

import be.vlaanderen.loopbaankrediet.platform.eventstore.InlineView;
import be.vlaanderen.loopbaankrediet.platform.eventstore.StoredEvent;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.AccountChangeAsked;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.AccountChangeConfirmed;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.AccountNameAccepted;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.AccountNameChecked;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.FirstAccountNameChecked;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.OfAccount;
import be.vlaanderen.loopbaankrediet.providerregistry.views.Pages;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;

/** Keeps the officers' list of changes of account. */
@Singleton
public class AccountChangesView implements InlineView {

    @Override
    public List<String> tables() {
        return List.of("account_change");
    }

    @Override
    public void on(Connection connection, StoredEvent event) throws SQLException {
        if (event.payload() instanceof OfAccount happened) {
            on(connection, happened);
        }
    }

    private static void on(Connection connection, OfAccount event) throws SQLException {
        switch (event) {
            case AccountChangeAsked e -> insert(connection, e);
            case AccountNameChecked e ->
                update(connection, "name_check = ?", e.change(), e.match().name());
            case FirstAccountNameChecked ignored -> {} // no change
            case AccountNameAccepted e ->
                update(
                        connection,
                        "accepted_code = ?, accepted_by = ?, accepted_at = ?",
                        e.change(),
                        e.reasonCode().name(),
                        e.officer(),
                        Timestamp.from(e.at()));
            case AccountChangeConfirmed e ->
                update(
                        connection,
                        "confirmed_at = ?, holds_from = ?",
                        e.change(),
                        Timestamp.from(e.at()),
                        Timestamp.from(e.holdsFrom()));
        }
    }

    private static void insert(Connection connection, AccountChangeAsked asked) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO account_change (change, counsellor, asked_at, place) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING")) {
            insert.setObject(1, asked.change());
            insert.setObject(2, asked.counsellor());
            insert.setTimestamp(3, Timestamp.from(asked.at()));
            insert.setString(4, Pages.place(asked.at(), asked.change()));
            insert.executeUpdate();
        }
    }

    private static void update(Connection connection, String columns, UUID change, Object... values)
            throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE account_change SET " + columns + " WHERE change = ?")) {
            int column = 1;
            for (Object value : values) {
                update.setObject(column++, value);
            }
            update.setObject(column, change);
            update.executeUpdate();
        }
    }
}
