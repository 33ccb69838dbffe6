package be.vlaanderen.loopbaankrediet.sessionclaims.block.correct;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.Block;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.BlockOpened;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.ClaimReleased;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.Claim;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.Session;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.register.WithdrawSession;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * payout-service gave a claim back: what was asked to be corrected is withdrawn, the claim's other sessions are unclaimed again. It may have kept
 * the claim before, when somebody asked twice and the bank rejected the payment between: then all that was asked is withdrawn.
 */
public record ReleaseClaim(UUID claim, Instant at) {

    public static Decision<BlockEvent> decide(Block block, ReleaseClaim command) {
        BlockOpened opened = block.opened();
        Claim claim = block.claim(command.claim());
        List<Session> all = block.in(command.claim());
        if (opened == null
                || claim == null
                || claim.releasedAt() != null
                || all.stream().noneMatch(Session::correctionAsked)) {
            return Decision.nothing();
        }
        List<BlockEvent> events = new ArrayList<>();
        events.add(new ClaimReleased(command.claim(), opened.booking(), opened.counsellor(), command.at()));
        for (Session session : all) {
            if (session.correctionAsked() || session.undueHalfHours() > 0) { // D-44
                events.add(WithdrawSession.withdrawn(opened, session, command.at()));
            }
        }
        return Decision.of(events);
    }
}
