package be.vlaanderen.loopbaankrediet.sessionclaims.block.open;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.Block;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.BlockClosed;
import java.time.Instant;
import java.util.UUID;

/** The citizen cancelled; hours and money are back with them, so nothing of this block is paid any more. */
public record CloseBlock(UUID booking, UUID wallet, Instant at) {

    public static Decision<BlockEvent> decide(Block block, CloseBlock command) {
        if (block.opened() == null || block.closed()) {
            return Decision.nothing(); // a reservation that was never paid has no block here
        }
        return Decision.of(new BlockClosed(command.booking(), command.wallet(), command.at()));
    }
}
