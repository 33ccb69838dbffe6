package be.vlaanderen.loopbaankrediet.providerregistry.views.directory;

import be.vlaanderen.loopbaankrediet.platform.eventstore.InlineView;
import be.vlaanderen.loopbaankrediet.platform.eventstore.StoredEvent;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.CounsellorRegistered;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.CounsellorVatRegimeChanged;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.DossierOpened;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.ProofsShown;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** Puts who is registered in the directory. */
@Singleton
public class RegisteredCounsellors implements InlineView {

    @Override
    public List<String> tables() {
        return List.of("registered_counsellor");
    }

    @Override
    public void on(Connection connection, StoredEvent event) throws SQLException {
        switch ((CounsellorEvent) event.payload()) {
            case CounsellorRegistered registered -> upsert(connection, registered);
            case DossierOpened ignored -> {}
            case ProofsShown ignored -> {}
            case CounsellorVatRegimeChanged ignored -> {}
        }
    }

    private static void upsert(Connection connection, CounsellorRegistered registered) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO registered_counsellor (counsellor, route, registered_on, place_in_order)"
                        + " VALUES (?, ?, ?, md5(?)) ON CONFLICT (counsellor) DO UPDATE"
                        + " SET route = excluded.route, registered_on = excluded.registered_on")) {
            insert.setObject(1, registered.counsellor());
            insert.setString(2, registered.route().name());
            insert.setObject(3, registered.registeredOn());
            insert.setString(4, registered.counsellor().toString());
            insert.executeUpdate();
        }
    }
}
