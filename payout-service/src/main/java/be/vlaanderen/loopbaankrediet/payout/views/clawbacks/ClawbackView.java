package be.vlaanderen.loopbaankrediet.payout.views.clawbacks;

import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackEvent;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackEvent.ClawbackAnnounced;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackEvent.ClawbackAnswered;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackEvent.ClawbackDecided;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackEvent.ClawbackSetOff;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackEvent.ClawbackSettled;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackEvent.ClawbackWrittenOff;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackEvent.InstalmentsAgreed;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackEvent.RepaymentAsked;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackEvent.RepaymentReceived;
import be.vlaanderen.loopbaankrediet.platform.eventstore.InlineView;
import be.vlaanderen.loopbaankrediet.platform.eventstore.StoredEvent;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Writes;
import jakarta.inject.Singleton;
import java.util.List;

/** A row for each clawback: what lists and payments find it by. What else is known of it is replayed. */
@Singleton
class ClawbackView implements InlineView {

    @Override
    public List<String> tables() {
        return List.of("clawback");
    }

    @Override
    public void on(Writes writes, StoredEvent stored) {
        if (stored.payload() instanceof ClawbackEvent event) {
            switch (event) {
                case ClawbackAnnounced announced ->
                    writes.add(
                            "INSERT INTO clawback (clawback, payout, claim, counsellor, status, announced_at)"
                                    + " VALUES (?, ?, ?, ?, 'ANNOUNCED', ?) ON CONFLICT DO NOTHING",
                            announced.clawback(),
                            announced.payout(),
                            announced.claim(),
                            announced.counsellor(),
                            announced.at());
                case ClawbackAnswered answered -> status(writes, answered, "ANSWERED");
                case ClawbackDecided decided -> {
                    status(writes, decided, "DECIDED");
                    writes.add(
                            "UPDATE clawback SET decided_at = ? WHERE clawback = ?", decided.at(), decided.clawback());
                }
                case RepaymentAsked asked ->
                    writes.add(
                            "UPDATE clawback SET reference = ? WHERE clawback = ?",
                            asked.reference(),
                            asked.clawback());
                case ClawbackSettled settled -> status(writes, settled, "SETTLED");
                case ClawbackSetOff _, ClawbackWrittenOff _, InstalmentsAgreed _, RepaymentReceived _ -> {}
            }
        }
    }

    private static void status(Writes writes, ClawbackEvent event, String status) {
        writes.add("UPDATE clawback SET status = ? WHERE clawback = ?", status, event.clawback());
    }
}
