package be.vlaanderen.loopbaankrediet.sessionclaims.block.register;

import static be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockRefusal.BLOCK_CANCELLED;
import static be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockRefusal.SESSION_ANSWERED;
import static be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockRefusal.SESSION_UNKNOWN;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.Block;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.BlockOpened;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.SessionWithdrawn;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.Session;
import java.time.Instant;
import java.util.UUID;

/** The counsellor takes a session back that was registered wrongly; its time is free again, to be registered rightly. */
public record WithdrawSession(UUID session, UUID counsellor, Instant at) {

    /** Until the citizen answered, or silence did (D-8). */
    public static Decision<BlockEvent> decide(Block block, WithdrawSession command) {
        BlockOpened opened = block.opened();
        Session session = block.session(command.session());
        if (opened == null || session == null || !opened.counsellor().equals(command.counsellor())) {
            return Decision.refused(SESSION_UNKNOWN);
        }
        return switch (session.status()) {
            case WITHDRAWN -> Decision.nothing();
            case CONFIRMED, DISPUTED -> Decision.refused(SESSION_ANSWERED);
            case REGISTERED ->
                block.closed()
                        ? Decision.refused(BLOCK_CANCELLED)
                        : Decision.of(new SessionWithdrawn(
                                session.id(), opened.booking(), opened.wallet(), opened.counsellor(), command.at()));
        };
    }
}
