package be.vlaanderen.loopbaankrediet.providerregistry.views.vat;

import be.vlaanderen.loopbaankrediet.platform.eventstore.InlineView;
import be.vlaanderen.loopbaankrediet.platform.eventstore.StoredEvent;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.CounsellorVatRegimeChanged;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.VatThresholdNeared;
import be.vlaanderen.loopbaankrediet.providerregistry.views.Pages;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;

/** Keeps the officers' list of who nears or reaches the VAT threshold (D-33). */
@Singleton
public class VatWarnings implements InlineView {

    @Override
    public List<String> tables() {
        return List.of("vat_warning");
    }

    @Override
    public void on(Connection connection, StoredEvent event) throws SQLException {
        if (event.payload() instanceof VatThresholdNeared neared) {
            insert(connection, neared);
        } else if (event.payload() instanceof CounsellorVatRegimeChanged changed && changed.vatLiable()) {
            settle(connection, changed);
        }
    }

    private static void insert(Connection connection, VatThresholdNeared neared) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO vat_warning (counsellor, calendar_year, percent, turnover_cents, threshold_cents, warned_at, place)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")) {
            insert.setObject(1, neared.counsellor());
            insert.setInt(2, neared.year());
            insert.setInt(3, neared.percent());
            insert.setLong(4, neared.turnoverCents());
            insert.setLong(5, neared.thresholdCents());
            insert.setTimestamp(6, Timestamp.from(neared.at()));
            insert.setString(7, Pages.place(neared.at(), neared.counsellor()));
            insert.executeUpdate();
        }
    }

    private static void settle(Connection connection, CounsellorVatRegimeChanged changed) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE vat_warning SET liable_from = ? WHERE counsellor = ? AND liable_from IS NULL")) {
            update.setObject(1, changed.from());
            update.setObject(2, changed.counsellor());
            update.executeUpdate();
        }
    }
}
