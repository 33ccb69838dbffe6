package be.vlaanderen.loopbaankrediet.payout.views.clawbacks;

import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackEvent;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackEvent.ClawbackAnnounced;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackEvent.ClawbackAnswered;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackEvent.ClawbackDecided;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackEvent.ClawbackSetOff;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackEvent.ClawbackSettled;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackEvent.ClawbackWrittenOff;
import be.vlaanderen.loopbaankrediet.payout.views.Sql;
import be.vlaanderen.loopbaankrediet.platform.eventstore.InlineView;
import be.vlaanderen.loopbaankrediet.platform.eventstore.StoredEvent;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** A row for each clawback. */
@Singleton
class ClawbackView implements InlineView {

    @Override
    public List<String> tables() {
        return List.of("clawback");
    }

    @Override
    public void on(Connection connection, StoredEvent stored) throws SQLException {
        if (stored.payload() instanceof ClawbackEvent event) {
            switch (event) {
                case ClawbackAnnounced announced ->
                    Sql.run(
                            connection,
                            "INSERT INTO clawback (clawback, payout, claim, booking, counsellor, status, half_hours, amount_cents,"
                                    + " reason, explanation, announced_by, announced_at, answer_until)"
                                    + " VALUES (?, ?, ?, ?, ?, 'ANNOUNCED', ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                            announced.clawback(),
                            announced.payout(),
                            announced.claim(),
                            announced.booking(),
                            announced.counsellor(),
                            announced.halfHours(),
                            announced.exclVatCents() + announced.vatCents(),
                            announced.reason().name(),
                            announced.explanation(),
                            announced.officer(),
                            announced.at(),
                            announced.answerUntil());
                case ClawbackAnswered answered ->
                    Sql.run(
                            connection,
                            "UPDATE clawback SET status = 'ANSWERED', answer = ?, answered_at = ? WHERE clawback = ?",
                            answered.answer(),
                            answered.at(),
                            answered.clawback());
                case ClawbackDecided decided ->
                    Sql.run(
                            connection,
                            "UPDATE clawback SET status = 'DECIDED', final_half_hours = ?, final_cents = ?, decision_reason = ?,"
                                    + " decision_explanation = ?, decided_by = ?, decided_at = ? WHERE clawback = ?",
                            decided.halfHours(),
                            decided.totalCents(),
                            decided.reason().name(),
                            decided.explanation(),
                            decided.officer(),
                            decided.at(),
                            decided.clawback());
                case ClawbackSetOff setOff ->
                    Sql.run(
                            connection,
                            "UPDATE clawback SET set_off_cents = set_off_cents + ? WHERE clawback = ?",
                            setOff.amountCents(),
                            setOff.clawback());
                case ClawbackWrittenOff written ->
                    Sql.run(
                            connection,
                            "UPDATE clawback SET written_off_cents = ?, write_off_reason = ?, write_off_explanation = ?,"
                                    + " written_off_by = ?, written_off_at = ? WHERE clawback = ?",
                            written.amountCents(),
                            written.reason().name(),
                            written.explanation(),
                            written.officer(),
                            written.at(),
                            written.clawback());
                case ClawbackSettled settled ->
                    Sql.run(
                            connection,
                            "UPDATE clawback SET status = 'SETTLED', settled_at = ? WHERE clawback = ?",
                            settled.at(),
                            settled.clawback());
            }
        }
    }
}
