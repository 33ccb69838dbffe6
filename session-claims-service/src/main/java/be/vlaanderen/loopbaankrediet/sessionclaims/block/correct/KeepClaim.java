package be.vlaanderen.loopbaankrediet.sessionclaims.block.correct;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.Block;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.BlockOpened;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.ClaimKept;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.Claim;
import java.time.Instant;
import java.util.UUID;

/** payout-service says why a claim can no longer be corrected; its sessions stay as they are. */
public record KeepClaim(UUID claim, String reasonCode, Instant at) {

    public static Decision<BlockEvent> decide(Block block, KeepClaim command) {
        BlockOpened opened = block.opened();
        Claim claim = block.claim(command.claim());
        return opened == null || claim == null || claim.releasedAt() != null || claim.keptBecause() != null
                ? Decision.nothing()
                : Decision.of(new ClaimKept(
                        command.claim(), opened.booking(), opened.counsellor(), command.reasonCode(), command.at()));
    }
}
