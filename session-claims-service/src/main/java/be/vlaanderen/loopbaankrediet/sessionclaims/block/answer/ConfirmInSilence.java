package be.vlaanderen.loopbaankrediet.sessionclaims.block.answer;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.Block;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.BlockOpened;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.Session;
import java.time.Instant;
import java.util.UUID;

/** D-8: not answered in 14 days counts as confirmed, and is marked so. */
public record ConfirmInSilence(UUID session, Instant at) {

    public static Decision<BlockEvent> decide(Block block, ConfirmInSilence command) {
        BlockOpened opened = block.opened();
        Session session = block.session(command.session());
        if (opened == null
                || session == null
                || block.closed()
                || session.status() != Session.Status.REGISTERED
                || command.at().isBefore(session.answerBefore())) {
            return Decision.nothing();
        }
        return ConfirmSession.confirmed(block, opened, session, true, command.at());
    }
}
