package be.vlaanderen.loopbaankrediet.sessionclaims.block.register;

import static be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockRefusal.BLOCK_CANCELLED;
import static be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockRefusal.CLAIM_KEPT;
import static be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockRefusal.SESSION_DISPUTED;
import static be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockRefusal.SESSION_NEVER_PAID;
import static be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockRefusal.SESSION_UNDER_REVIEW;
import static be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockRefusal.SESSION_UNKNOWN;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.Block;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.BlockOpened;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.ClaimWithdrawalAsked;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.SessionWithdrawn;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.Claim;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.Session;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * The counsellor takes a session back that was registered wrongly; its time is free again, to be registered rightly.
 *
 * <p>Before it is claimed that is done at once, also when the citizen confirmed it. In a claim payout-service must first say that nothing was
 * sent to the bank for it.
 */
public record WithdrawSession(UUID session, UUID counsellor, Instant at) {

    public static Decision<BlockEvent> decide(Block block, WithdrawSession command) {
        BlockOpened opened = block.opened();
        Session session = block.session(command.session());
        if (opened == null || session == null || !opened.counsellor().equals(command.counsellor())) {
            return Decision.refused(SESSION_UNKNOWN);
        }
        return switch (session.status()) {
            case WITHDRAWN -> Decision.nothing();
            case DISPUTED -> Decision.refused(SESSION_DISPUTED);
            case REGISTERED, CONFIRMED -> {
                if (block.closed()) {
                    yield Decision.refused(BLOCK_CANCELLED);
                }
                Claim claim = block.claim(session.claim());
                yield claim == null
                        ? Decision.of(withdrawn(opened, session, command.at()))
                        : ask(block, opened, session, claim, command.at());
            }
        };
    }

    private static Decision<BlockEvent> ask(Block block, BlockOpened opened, Session session, Claim claim, Instant at) {
        String whyNot = block.whyNotCorrected(session);
        if (whyNot != null) {
            return Decision.refused(
                    switch (whyNot) {
                        case Block.UNDER_REVIEW -> SESSION_UNDER_REVIEW;
                        case Block.REFUSED -> SESSION_NEVER_PAID;
                        default -> CLAIM_KEPT;
                    },
                    Map.of("reasonCode", whyNot));
        }
        return session.correctionAsked()
                ? Decision.nothing()
                : Decision.of(new ClaimWithdrawalAsked(
                        claim.id(), opened.booking(), opened.wallet(), opened.counsellor(), session.id(), at));
    }

    public static SessionWithdrawn withdrawn(BlockOpened opened, Session session, Instant at) {
        return new SessionWithdrawn(session.id(), opened.booking(), opened.wallet(), opened.counsellor(), at);
    }
}
