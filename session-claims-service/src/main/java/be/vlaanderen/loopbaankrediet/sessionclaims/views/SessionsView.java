package be.vlaanderen.loopbaankrediet.sessionclaims.views;

import be.vlaanderen.loopbaankrediet.platform.eventstore.InlineView;
import be.vlaanderen.loopbaankrediet.platform.eventstore.StoredEvent;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Writes;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.Block;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.AgreementAccepted;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.AgreementRecorded;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.BlockClosed;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.BlockOpened;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.ClaimKept;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.ClaimRefused;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.ClaimReleased;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.ClaimSubmitted;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.ClaimWithdrawalAsked;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.ClaimedSession;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.GuidanceCompleted;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.PlanAttested;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.PlanHandedOver;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.SessionConfirmed;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.SessionDisputed;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.SessionFoundUndue;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.SessionRegistered;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.SessionWithdrawn;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.SurveyAnswered;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.UnusedTimeReleased;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.UnusedTimeTold;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.Session;
import be.vlaanderen.loopbaankrediet.sessionclaims.registration.SessionCode;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Blocks by code, sessions with their answers, and claims. */
@Singleton
public class SessionsView implements InlineView {

    @Override
    public List<String> tables() {
        return List.of("block", "session", "claim", "survey", "undue");
    }

    @Override
    public void on(Writes writes, StoredEvent event) {
        if (event.payload() instanceof BlockEvent of) {
            on(writes, of);
        }
    }

    private static void on(Writes writes, BlockEvent event) {
        switch (event) {
            case BlockOpened e ->
                writes.add(
                        "INSERT INTO block (booking, wallet, counsellor, code, half_hours, paid_at)"
                                + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                        e.booking(),
                        e.wallet(),
                        e.counsellor(),
                        SessionCode.normal(e.code()),
                        e.halfHours(),
                        e.paidAt());
            case BlockClosed e -> {
                writes.add("UPDATE block SET closed_at = ? WHERE booking = ?", e.at(), e.booking());
                writes.add(
                        "UPDATE session SET status = 'CANCELLED' WHERE booking = ? AND status = 'REGISTERED'",
                        e.booking());
            }
            case UnusedTimeReleased e ->
                writes.add(
                        "UPDATE block SET released_half_hours = released_half_hours + ? WHERE booking = ?",
                        e.halfHours(),
                        e.booking());
            case SessionRegistered e ->
                writes.add(
                        "INSERT INTO session (session, booking, wallet, counsellor, started_at, ended_at, half_hours,"
                                + " mode, themes, status, silent, registered_at, answer_before)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'REGISTERED', false, ?, ?) ON CONFLICT DO NOTHING",
                        e.session(),
                        e.booking(),
                        e.wallet(),
                        e.counsellor(),
                        e.startedAt(),
                        e.endedAt(),
                        e.halfHours(),
                        e.mode().name(),
                        e.themes().stream().map(Enum::name).toArray(String[]::new),
                        e.at(),
                        e.at().plus(Session.TIME_TO_ANSWER));
            case SessionConfirmed e ->
                writes.add(
                        "UPDATE session SET status = 'CONFIRMED', silent = ?, answered_at = ? WHERE session = ?",
                        e.silent(),
                        e.at(),
                        e.session());
            case SessionDisputed e ->
                writes.add(
                        "UPDATE session SET status = 'DISPUTED', answered_at = ? WHERE session = ?",
                        e.at(),
                        e.session());
            case SessionWithdrawn e ->
                writes.add(
                        "UPDATE session SET status = 'WITHDRAWN', answered_at = ? WHERE session = ?",
                        e.at(),
                        e.session());
            case ClaimSubmitted e -> {
                writes.add(
                        "INSERT INTO claim (claim, booking, counsellor, half_hours, submitted_at)"
                                + " VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                        e.claim(),
                        e.booking(),
                        e.counsellor(),
                        e.halfHours(),
                        e.at());
                for (ClaimedSession claimed : e.sessions()) {
                    writes.add("UPDATE session SET claim = ? WHERE session = ?", e.claim(), claimed.session());
                }
            }
            case ClaimWithdrawalAsked e ->
                writes.add("UPDATE session SET correction = 'ASKED' WHERE session = ?", e.session());
            case ClaimReleased e ->
                writes.add(
                        "UPDATE session SET claim = NULL, correction = NULL, correction_reason = NULL WHERE claim = ?",
                        e.claim());
            case ClaimKept e ->
                writes.add(
                        "UPDATE session SET correction = 'KEPT', correction_reason = ? WHERE claim = ?",
                        e.reasonCode(),
                        e.claim());
            case ClaimRefused e -> {
                if (!e.neverPaid().isEmpty()) {
                    writes.add(
                            "UPDATE session SET claim = NULL, correction = NULL, correction_reason = NULL WHERE claim = ?",
                            e.claim());
                }
                for (UUID session : e.neverPaid()) {
                    writes.add(
                            "UPDATE session SET claim = ?, correction = 'KEPT', correction_reason = ? WHERE session = ?",
                            e.claim(),
                            Block.REFUSED,
                            session);
                }
            }
            case SessionFoundUndue e -> {
                writes.add(
                        "UPDATE session SET undue_half_hours = undue_half_hours + ? WHERE session = ?",
                        e.halfHours(),
                        e.session());
                writes.add(
                        "UPDATE session SET correction = 'KEPT', correction_reason = coalesce(correction_reason, ?)"
                                + " WHERE claim = ?",
                        Block.UNDER_REVIEW,
                        e.claim());
                writes.add(
                        "INSERT INTO undue (review, session, booking, half_hours, hours_return, reason_code, claim,"
                                + " found_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                        e.review(),
                        e.session(),
                        e.booking(),
                        e.halfHours(),
                        e.hoursReturn(),
                        e.reasonCode().name(),
                        e.claim(),
                        e.at());
            }
            case SurveyAnswered e ->
                writes.add(
                        "INSERT INTO survey (booking, counsellor, scores, question_answered, answered_at)"
                                + " VALUES (?, ?, ?, ?, ?) ON CONFLICT (booking) DO UPDATE SET scores = excluded.scores,"
                                + " question_answered = excluded.question_answered, answered_at = excluded.answered_at",
                        e.booking(),
                        e.counsellor(),
                        e.scores().toArray(Integer[]::new),
                        e.questionAnswered(),
                        e.at());
            case GuidanceCompleted e ->
                writes.add("UPDATE block SET completed_at = ? WHERE booking = ?", e.at(), e.booking());
            case AgreementRecorded _, AgreementAccepted _, PlanHandedOver _, PlanAttested _, UnusedTimeTold _ -> {
                // shown from the block itself, or nothing new
            }
        }
    }
}
