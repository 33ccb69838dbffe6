package be.vlaanderen.loopbaankrediet.providerregistry.views.vat;

import be.vlaanderen.loopbaankrediet.platform.eventstore.InlineView;
import be.vlaanderen.loopbaankrediet.platform.eventstore.StoredEvent;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Writes;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.CounsellorVatRegimeChanged;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.VatThresholdNeared;
import be.vlaanderen.loopbaankrediet.providerregistry.views.Pages;
import jakarta.inject.Singleton;
import java.util.List;

/** Keeps the officers' list of who nears or reaches the VAT threshold (D-33). */
@Singleton
public class VatWarnings implements InlineView {

    @Override
    public List<String> tables() {
        return List.of("vat_warning");
    }

    @Override
    public void on(Writes writes, StoredEvent event) {
        if (event.payload() instanceof VatThresholdNeared neared) {
            insert(writes, neared);
        } else if (event.payload() instanceof CounsellorVatRegimeChanged changed && changed.vatLiable()) {
            settle(writes, changed);
        }
    }

    private static void insert(Writes writes, VatThresholdNeared neared) {
        writes.add(
                "INSERT INTO vat_warning (counsellor, calendar_year, percent, turnover_cents, threshold_cents, warned_at, place)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                neared.counsellor(),
                neared.year(),
                neared.percent(),
                neared.turnoverCents(),
                neared.thresholdCents(),
                neared.at(),
                Pages.place(neared.at(), neared.counsellor()));
    }

    private static void settle(Writes writes, CounsellorVatRegimeChanged changed) {
        writes.add(
                "UPDATE vat_warning SET liable_from = ? WHERE counsellor = ? AND liable_from IS NULL",
                changed.from(),
                changed.counsellor());
    }
}
