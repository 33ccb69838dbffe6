package be.vlaanderen.loopbaankrediet.providerregistry.views.renewals;

import be.vlaanderen.loopbaankrediet.platform.eventstore.InlineView;
import be.vlaanderen.loopbaankrediet.platform.eventstore.StoredEvent;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Writes;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.OfRenewal;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.RenewalApproved;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.RenewalAsked;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.RenewalDocumentAdded;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Renewal.State;
import be.vlaanderen.loopbaankrediet.providerregistry.views.Pages;
import jakarta.inject.Singleton;
import java.util.List;

/** Keeps the officers' list of renewals. */
@Singleton
public class Renewals implements InlineView {

    @Override
    public List<String> tables() {
        return List.of("renewal");
    }

    @Override
    public void on(Writes writes, StoredEvent event) {
        if (event.payload() instanceof OfRenewal happened) {
            switch (happened) {
                case RenewalAsked e -> insert(writes, e);
                case RenewalDocumentAdded e -> add(writes, e);
                case RenewalApproved e -> approve(writes, e);
            }
        }
    }

    private static void insert(Writes writes, RenewalAsked asked) {
        writes.add(
                "INSERT INTO renewal (renewal, counsellor, status, reason_code, wanted_by, documents, asked_by, asked_at, place)"
                        + " VALUES (?, ?, ?, ?, ?, 0, ?, ?, ?) ON CONFLICT DO NOTHING",
                asked.renewal(),
                asked.counsellor(),
                State.ASKED.name(),
                asked.reasonCode().name(),
                asked.by(),
                asked.officer(),
                asked.at(),
                Pages.place(asked.at(), asked.renewal()));
    }

    private static void add(Writes writes, RenewalDocumentAdded added) {
        writes.add(
                "UPDATE renewal SET documents = documents + 1, status = ? WHERE renewal = ?",
                (added.complete() ? State.SENT : State.ASKED).name(),
                added.renewal());
    }

    private static void approve(Writes writes, RenewalApproved approved) {
        writes.add(
                "UPDATE renewal SET status = ?, approved_by = ?, approved_at = ? WHERE renewal = ?",
                State.APPROVED.name(),
                approved.officer(),
                approved.at(),
                approved.renewal());
    }
}
