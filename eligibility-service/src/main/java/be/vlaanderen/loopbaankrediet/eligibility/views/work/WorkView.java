package be.vlaanderen.loopbaankrediet.eligibility.views.work;

import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.CitizenForgotten;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.DecisionPostponed;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.DecisionProposed;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.DecisionReviewed;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.EntitlementEstablished;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.EntitlementRefused;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.EntitlementRequested;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.EntitlementRevised;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.EvidenceSent;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.ObjectionFiled;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.ProposalRejected;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.SourceCorrected;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.WorkKind;
import be.vlaanderen.loopbaankrediet.platform.eventstore.InlineView;
import be.vlaanderen.loopbaankrediet.platform.eventstore.StoredEvent;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Writes;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What waits for an officer: one line a request and kind, which comes back when something new is sent in. */
@Singleton
class WorkView implements InlineView {

    @Override
    public List<String> tables() {
        return List.of("work_item");
    }

    @Override
    public void on(Writes writes, StoredEvent event) {
        switch ((EntitlementEvent) event.payload()) {
            case EvidenceSent sent -> waits(writes, sent.citizen(), sent.request(), WorkKind.EVIDENCE, sent.at());
            case ObjectionFiled filed ->
                waits(writes, filed.citizen(), filed.request(), WorkKind.OBJECTION, filed.at());
            case SourceCorrected corrected -> corrected(writes, corrected);
            case DecisionProposed proposed -> proposed(writes, proposed);
            case ProposalRejected rejected ->
                update(writes, rejected.request(), WorkStatus.SECOND_OFFICER, WorkStatus.WAITING, null, null);
            case DecisionReviewed reviewed -> {
                for (WorkStatus open : List.of(WorkStatus.WAITING, WorkStatus.SECOND_OFFICER)) {
                    update(writes, reviewed.request(), open, WorkStatus.DONE, reviewed.officer(), reviewed.at());
                }
            }
            case CitizenForgotten forgotten -> forget(writes, forgotten.citizen());
            case EntitlementRequested ignored -> {}
            case DecisionPostponed ignored -> {}
            case EntitlementEstablished ignored -> {}
            case EntitlementRefused ignored -> {}
            case EntitlementRevised ignored -> {}
        }
    }

    /** What waits already keeps its place. */
    private static void waits(Writes writes, UUID citizen, UUID request, WorkKind kind, Instant at) {
        writes.add(
                "INSERT INTO work_item AS w (request, kind, citizen, status, since, place) VALUES (?, ?, ?, 'WAITING', ?, ?)"
                        + " ON CONFLICT (request, kind) DO UPDATE SET status = excluded.status, since = excluded.since,"
                        + " place = excluded.place, officer = NULL, decided_at = NULL WHERE w.status = 'DONE'",
                request,
                kind.name(),
                citizen,
                at,
                place(request, kind, at));
    }

    /** A source that takes its correction back leaves nothing to do. */
    private static void corrected(Writes writes, SourceCorrected corrected) {
        if (corrected.waits()) {
            waits(writes, corrected.citizen(), corrected.request(), WorkKind.REVISION, corrected.at());
            return;
        }
        writes.add(
                "UPDATE work_item SET status = 'DONE', decided_at = ? WHERE request = ? AND kind = ? AND status = 'WAITING'",
                corrected.at(),
                corrected.request(),
                WorkKind.REVISION.name());
    }

    /** Also what an officer began unasked is found by the second one. */
    private static void proposed(Writes writes, DecisionProposed proposed) {
        writes.add(
                "INSERT INTO work_item AS w (request, kind, citizen, status, since, place)"
                        + " SELECT ?::uuid, ?, ?::uuid, 'WAITING', ?::timestamptz, ?"
                        + " WHERE NOT EXISTS (SELECT 1 FROM work_item WHERE request = ? AND status = 'WAITING')"
                        + " ON CONFLICT (request, kind) DO UPDATE SET status = excluded.status, since = excluded.since,"
                        + " place = excluded.place, officer = NULL, decided_at = NULL WHERE w.status = 'DONE'",
                proposed.request(),
                WorkKind.REVISION.name(),
                proposed.citizen(),
                proposed.at(),
                place(proposed.request(), WorkKind.REVISION, proposed.at()),
                proposed.request());
        update(writes, proposed.request(), WorkStatus.WAITING, WorkStatus.SECOND_OFFICER, proposed.officer(), null);
    }

    private static void update(
            Writes writes,
            UUID request,
            WorkStatus from,
            WorkStatus to,
            @Nullable String officer,
            @Nullable Instant decidedAt) {
        writes.add(
                "UPDATE work_item SET status = ?, officer = ?, decided_at = ? WHERE request = ? AND status = ?",
                to.name(),
                officer,
                decidedAt,
                request,
                from.name());
    }

    private static String place(UUID request, WorkKind kind, Instant at) {
        return "%015d-%s-%s".formatted(at.toEpochMilli(), request, kind);
    }

    private static void forget(Writes writes, UUID citizen) {
        writes.add("DELETE FROM work_item WHERE citizen = ?", citizen);
    }
}
