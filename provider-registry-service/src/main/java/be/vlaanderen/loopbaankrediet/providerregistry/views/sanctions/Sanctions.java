package be.vlaanderen.loopbaankrediet.providerregistry.views.sanctions;

import be.vlaanderen.loopbaankrediet.platform.eventstore.InlineView;
import be.vlaanderen.loopbaankrediet.platform.eventstore.StoredEvent;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Writes;
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
    public void on(Writes writes, StoredEvent event) {
        if (event.payload() instanceof OfStanding happened) {
            on(writes, happened);
        }
    }

    private static void on(Writes writes, OfStanding event) {
        switch (event) {
            case CounsellorWarned e ->
                insert(
                        writes,
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
                        writes,
                        e.sanction(),
                        e.counsellor(),
                        e.kind(),
                        Status.OPEN,
                        e.reasonCode(),
                        e.officer(),
                        e.answerBy(),
                        e.at());
            case SanctionAnswered e ->
                writes.add(
                        "UPDATE sanction SET status = ?, answered_at = ? WHERE sanction = ?",
                        Status.ANSWERED.name(),
                        e.at(),
                        e.sanction());
            case SanctionDropped e ->
                decided(writes, e.sanction(), Status.DROPPED, e.reasonCode(), e.officer(), e.at());
            case CounsellorSuspended e ->
                decided(writes, e.sanction(), Status.FINAL, e.reasonCode(), e.officer(), e.at());
            case CounsellorReinstated e ->
                writes.add(
                        "UPDATE sanction SET status = ?, end_code = ?, ended_by = ?, ended_at = ? WHERE sanction = ?",
                        Status.ENDED.name(),
                        e.reasonCode().name(),
                        e.officer(),
                        e.at(),
                        e.sanction());
            case CounsellorLeft e -> {
                UUID sanction = e.sanction();
                if (sanction != null) {
                    decided(writes, sanction, Status.FINAL, e.reasonCode(), e.officer(), e.at());
                }
            }
        }
    }

    private static void insert(
            Writes writes,
            UUID sanction,
            UUID counsellor,
            Sanction.Kind kind,
            Status status,
            Reason reason,
            String officer,
            @Nullable LocalDate answerBy,
            Instant at) {
        writes.add(
                "INSERT INTO sanction (sanction, counsellor, kind, status, reason_code, officer, announced_at, answer_by, place)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                sanction,
                counsellor,
                kind.name(),
                status.name(),
                reason.name(),
                officer,
                at,
                answerBy,
                Pages.place(at, sanction));
    }

    private static void decided(
            Writes writes, UUID sanction, Status status, Reason reason, @Nullable String officer, Instant at) {
        writes.add(
                "UPDATE sanction SET status = ?, decision_code = ?, decided_by = ?, decided_at = ? WHERE sanction = ?",
                status.name(),
                reason.name(),
                officer,
                at,
                sanction);
    }
}
