package be.vlaanderen.loopbaankrediet.sessionclaims.block.answer;

import static be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockRefusal.BLOCK_CANCELLED;
import static be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockRefusal.SESSION_ALREADY_DISPUTED;
import static be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockRefusal.SESSION_UNKNOWN;
import static be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockRefusal.SESSION_WITHDRAWN;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.Block;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.BlockOpened;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.SessionConfirmed;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.Session;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.claim.SubmitClaim;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The citizen says that a session took place. When that makes the block full, its claim follows in the same decision. */
public record ConfirmSession(UUID session, UUID wallet, Instant at) {

    public static Decision<BlockEvent> decide(Block block, ConfirmSession command) {
        BlockOpened opened = block.opened();
        Session session = block.session(command.session());
        if (opened == null || session == null || !opened.wallet().equals(command.wallet())) {
            return Decision.refused(SESSION_UNKNOWN);
        }
        return switch (session.status()) {
            case CONFIRMED -> Decision.nothing();
            case DISPUTED -> Decision.refused(SESSION_ALREADY_DISPUTED);
            case WITHDRAWN -> Decision.refused(SESSION_WITHDRAWN);
            case REGISTERED ->
                block.closed()
                        ? Decision.refused(BLOCK_CANCELLED)
                        : confirmed(block, opened, session, false, command.at());
        };
    }

    static Decision<BlockEvent> confirmed(
            Block block, BlockOpened opened, Session session, boolean silent, Instant at) {
        List<BlockEvent> events = new ArrayList<>();
        events.add(new SessionConfirmed(
                session.id(), opened.booking(), opened.wallet(), opened.counsellor(), session.halfHours(), silent, at));
        events.addAll(SubmitClaim.whenFull(block.after(events.getFirst()), opened, at));
        return Decision.of(events);
    }
}
