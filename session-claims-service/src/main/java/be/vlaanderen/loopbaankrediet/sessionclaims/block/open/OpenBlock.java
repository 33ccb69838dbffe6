package be.vlaanderen.loopbaankrediet.sessionclaims.block.open;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.Block;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.BlockOpened;
import java.time.Instant;
import java.util.UUID;

/** A booking is paid: its counsellor can register sessions. */
public record OpenBlock(
        UUID booking, UUID wallet, UUID counsellor, String code, int halfHours, int coPaymentCents, Instant paidAt) {

    public static Decision<BlockEvent> decide(Block block, OpenBlock command) {
        if (block.opened() != null) {
            return Decision.nothing();
        }
        return Decision.of(new BlockOpened(
                command.booking(),
                command.wallet(),
                command.counsellor(),
                command.code(),
                command.halfHours(),
                command.coPaymentCents(),
                command.paidAt()));
    }
}
