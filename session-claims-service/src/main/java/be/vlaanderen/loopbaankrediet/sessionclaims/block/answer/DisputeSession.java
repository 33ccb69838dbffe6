package be.vlaanderen.loopbaankrediet.sessionclaims.block.answer;

import static be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockRefusal.BLOCK_CANCELLED;
import static be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockRefusal.SESSION_ALREADY_CONFIRMED;
import static be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockRefusal.SESSION_UNKNOWN;
import static be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockRefusal.SESSION_WITHDRAWN;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.Block;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.BlockOpened;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.SessionDisputed;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.Session;
import java.time.Instant;
import java.util.UUID;

/** The citizen says that a session did not take place like that. It is never paid, and its time is free again. */
public record DisputeSession(UUID session, UUID wallet, Instant at) {

    public static Decision<BlockEvent> decide(Block block, DisputeSession command) {
        BlockOpened opened = block.opened();
        Session session = block.session(command.session());
        if (opened == null || session == null || !opened.wallet().equals(command.wallet())) {
            return Decision.refused(SESSION_UNKNOWN);
        }
        return switch (session.status()) {
            case DISPUTED -> Decision.nothing();
            case CONFIRMED -> Decision.refused(SESSION_ALREADY_CONFIRMED);
            case WITHDRAWN -> Decision.refused(SESSION_WITHDRAWN);
            case REGISTERED ->
                block.closed()
                        ? Decision.refused(BLOCK_CANCELLED)
                        : Decision.of(new SessionDisputed(
                                session.id(), opened.booking(), opened.wallet(), opened.counsellor(), command.at()));
        };
    }
}
