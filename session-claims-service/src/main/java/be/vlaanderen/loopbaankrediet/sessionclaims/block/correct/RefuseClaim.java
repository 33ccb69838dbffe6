package be.vlaanderen.loopbaankrediet.sessionclaims.block.correct;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.Block;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.BlockOpened;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.ClaimRefused;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.FailedCheck;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.Claim;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.Session;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.claim.SubmitClaim;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.register.WithdrawSession;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * payout-service says that a claim is not payable.
 *
 * @param neverPaid sessions that no correction makes payable; none when the claim can still be corrected
 */
public record RefuseClaim(UUID claim, List<FailedCheck> failed, List<UUID> neverPaid, Instant at) {

    /**
     * D-95: a counsellor loses nothing that was rightly delivered, so the other sessions are claimed anew at once; but not those that were to be
     * withdrawn, or of which time was found undue: they are withdrawn (D-44).
     */
    public static Decision<BlockEvent> decide(Block block, RefuseClaim command) {
        BlockOpened opened = block.opened();
        Claim claim = block.claim(command.claim());
        if (opened == null || claim == null || claim.refused() != null || claim.releasedAt() != null) {
            return Decision.nothing();
        }
        List<BlockEvent> events = new ArrayList<>();
        events.add(new ClaimRefused(
                command.claim(),
                opened.booking(),
                opened.counsellor(),
                command.failed(),
                command.neverPaid(),
                command.at()));
        if (!command.neverPaid().isEmpty()) {
            List<Session> rest = new ArrayList<>();
            for (Session session : block.in(command.claim())) {
                if (command.neverPaid().contains(session.id())) {
                    continue;
                }
                if (session.correctionAsked() || session.undueHalfHours() > 0) {
                    events.add(WithdrawSession.withdrawn(opened, session, command.at()));
                } else {
                    rest.add(session);
                }
            }
            if (!rest.isEmpty() && !block.closed()) {
                events.add(SubmitClaim.claim(opened, rest, command.at()));
            }
        }
        return Decision.of(events);
    }
}
