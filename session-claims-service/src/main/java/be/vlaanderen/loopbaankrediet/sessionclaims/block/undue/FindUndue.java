package be.vlaanderen.loopbaankrediet.sessionclaims.block.undue;

import static be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockRefusal.CORRECTION_PENDING;
import static be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockRefusal.MORE_THAN_SESSION;
import static be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockRefusal.SESSION_DELIVERS_NOTHING;
import static be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockRefusal.SESSION_NEVER_PAID;
import static be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockRefusal.SESSION_UNKNOWN;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.Block;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.BlockOpened;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.Origin;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.SessionFoundUndue;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.UndueReason;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.Claim;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.Session;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.register.WithdrawSession;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * An officer judged (a part of) a session undue (MR 4.7, 4.8).
 *
 * @param hoursReturn the fault was not the citizen's
 * @param review id of the complaint or the review
 */
public record FindUndue(
        UUID session,
        int halfHours,
        boolean hoursReturn,
        Origin origin,
        UUID review,
        UndueReason reasonCode,
        Instant at) {

    /**
     * In a claim the money is for payout-service to claw back. Before that the session is withdrawn, as a whole (D-44): what of it was
     * due can be registered again.
     */
    public static Decision<BlockEvent> decide(Block block, FindUndue command) {
        BlockOpened opened = block.opened();
        Session session = block.session(command.session());
        if (opened == null || session == null) {
            return Decision.refused(SESSION_UNKNOWN);
        }
        if (block.closed() || !session.delivers()) {
            return Decision.refused(SESSION_DELIVERS_NOTHING);
        }
        int left = session.halfHours() - session.undueHalfHours();
        if (command.halfHours() > left) {
            return Decision.refused(MORE_THAN_SESSION, Map.of("halfHoursLeft", left));
        }
        UUID claim = session.claim();
        Claim in = block.claim(claim);
        if (in != null && in.neverPays(session.id())) {
            return Decision.refused(SESSION_NEVER_PAID);
        }
        if (in != null && block.awaitsCorrection(in)) {
            return Decision.refused(CORRECTION_PENDING);
        }
        SessionFoundUndue found = new SessionFoundUndue(
                session.id(),
                opened.booking(),
                opened.wallet(),
                opened.counsellor(),
                claim,
                command.halfHours(),
                command.hoursReturn(),
                command.origin(),
                command.review(),
                command.reasonCode(),
                command.at());
        return claim == null
                ? Decision.of(found, WithdrawSession.withdrawn(opened, session, command.at()))
                : Decision.of(found);
    }
}
