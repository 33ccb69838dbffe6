package be.vlaanderen.loopbaankrediet.sessionclaims.views;

import be.vlaanderen.loopbaankrediet.platform.eventstore.InlineView;
import be.vlaanderen.loopbaankrediet.platform.eventstore.StoredEvent;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Writes;
import be.vlaanderen.loopbaankrediet.sessionclaims.complaint.ComplaintEvent;
import be.vlaanderen.loopbaankrediet.sessionclaims.complaint.ComplaintEvent.ComplaintAnswered;
import be.vlaanderen.loopbaankrediet.sessionclaims.complaint.ComplaintEvent.ComplaintDecided;
import be.vlaanderen.loopbaankrediet.sessionclaims.complaint.ComplaintEvent.ComplaintFiled;
import jakarta.inject.Singleton;
import java.util.List;

/** Complaints, to find and filter them. */
@Singleton
public class ComplaintsView implements InlineView {

    @Override
    public List<String> tables() {
        return List.of("complaint");
    }

    @Override
    public void on(Writes writes, StoredEvent event) {
        if (!(event.payload() instanceof ComplaintEvent of)) {
            return;
        }
        switch (of) {
            case ComplaintFiled e ->
                writes.add(
                        "INSERT INTO complaint (complaint, kind, wallet, booking, counsellor, status, filed_at)"
                                + " VALUES (?, ?, ?, ?, ?, 'FILED', ?) ON CONFLICT DO NOTHING",
                        e.complaint(),
                        e.kind().name(),
                        e.wallet(),
                        e.booking(),
                        e.counsellor(),
                        e.at());
            case ComplaintAnswered e ->
                writes.add("UPDATE complaint SET status = 'ANSWERED' WHERE complaint = ?", e.complaint());
            case ComplaintDecided e ->
                writes.add(
                        "UPDATE complaint SET status = 'DECIDED', outcome = ? WHERE complaint = ?",
                        e.outcome().name(),
                        e.complaint());
        }
    }
}
