package be.vlaanderen.loopbaankrediet.sessionclaims.block.open;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.Block;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.BlockOpened;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.UnusedTimeReleased;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockRefusal;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.claim.SubmitClaim;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What was not delivered of a block goes back. What a counsellor registered, answered or not, counts as delivered.
 *
 * @param counsellorGone that is why, and not the wish of the citizen
 */
public record ReleaseUnusedTime(UUID booking, UUID wallet, boolean counsellorGone, Instant at) {

    private static final int WHOLE_HOUR = 2;

    /** D-6: whole unused hours only, and half ones too when the counsellor is gone (D-16). When the rest is confirmed already, its claim follows in the same decision. */
    public static Decision<BlockEvent> decide(Block block, ReleaseUnusedTime command) {
        BlockOpened opened = block.opened();
        if (opened == null) {
            return Decision.refused(BlockRefusal.BLOCK_UNKNOWN);
        }
        if (block.closed()) {
            return Decision.nothing();
        }
        int unused = Math.max(0, block.halfHoursLeft());
        UnusedTimeReleased released = new UnusedTimeReleased(
                opened.booking(),
                opened.wallet(),
                opened.counsellor(),
                command.counsellorGone() ? unused : unused - unused % WHOLE_HOUR,
                command.at());
        List<BlockEvent> events = new ArrayList<>(List.of(released));
        events.addAll(SubmitClaim.whenFull(block.after(released), opened, command.at()));
        return Decision.of(events);
    }
}
