package be.vlaanderen.loopbaankrediet.providerregistry.views.directory;

import be.vlaanderen.loopbaankrediet.platform.eventstore.InlineView;
import be.vlaanderen.loopbaankrediet.platform.eventstore.StoredEvent;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.CapacityStated;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.CounsellorLeft;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.CounsellorRegistered;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.CounsellorReinstated;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.CounsellorSuspended;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.CounsellorVatRegimeChanged;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.CounsellorWarned;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.DossierOpened;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.OfAccount;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.OfApplication;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.OfRenewal;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.OfTurnover;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.ProofsShown;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.SanctionAnnounced;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.SanctionAnswered;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.SanctionDropped;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

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
            case CounsellorSuspended suspended -> set(connection, true, suspended.counsellor());
            case CounsellorReinstated reinstated -> set(connection, false, reinstated.counsellor());
            case CounsellorLeft left -> leave(connection, left);
            case CapacityStated stated -> state(connection, stated);
            case OfTurnover ignored -> {}
            case OfRenewal ignored -> {}
            case OfAccount ignored -> {}
            case OfApplication ignored -> {}
            case CounsellorWarned ignored -> {}
            case SanctionAnnounced ignored -> {}
            case SanctionAnswered ignored -> {}
            case SanctionDropped ignored -> {}
        }
    }

    private static void upsert(Connection connection, CounsellorRegistered registered) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO registered_counsellor (counsellor, route, registered_on)"
                        + " VALUES (?, ?, ?) ON CONFLICT (counsellor) DO UPDATE"
                        + " SET route = excluded.route, registered_on = excluded.registered_on")) {
            insert.setObject(1, registered.counsellor());
            insert.setString(2, registered.route().name());
            insert.setObject(3, registered.registeredOn());
            insert.executeUpdate();
        }
    }

    private static void set(Connection connection, boolean suspended, UUID counsellor) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE registered_counsellor SET suspended = ? WHERE counsellor = ?")) {
            update.setBoolean(1, suspended);
            update.setObject(2, counsellor);
            update.executeUpdate();
        }
    }

    private static void state(Connection connection, CapacityStated stated) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE registered_counsellor SET places = ?, places_until = ? WHERE counsellor = ?")) {
            update.setInt(1, stated.places());
            update.setObject(2, stated.until());
            update.setObject(3, stated.counsellor());
            update.executeUpdate();
        }
    }

    private static void leave(Connection connection, CounsellorLeft left) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE registered_counsellor SET left_from = ? WHERE counsellor = ?")) {
            update.setObject(1, left.from());
            update.setObject(2, left.counsellor());
            update.executeUpdate();
        }
    }
}
