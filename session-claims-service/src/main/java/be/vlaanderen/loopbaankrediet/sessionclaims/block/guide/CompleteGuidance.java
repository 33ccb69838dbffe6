package be.vlaanderen.loopbaankrediet.sessionclaims.block.guide;

import static be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockRefusal.BLOCK_CANCELLED;
import static be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockRefusal.BLOCK_UNKNOWN;
import static be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockRefusal.NOTHING_DELIVERED;
import static be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockRefusal.SESSIONS_UNANSWERED;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.Block;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.BlockOpened;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.GuidanceCompleted;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.Session;
import java.time.Instant;
import java.util.UUID;

/** D-42: the counsellor says that the guidance is over though time is left; a block that is full is completed by itself. */
public record CompleteGuidance(UUID counsellor, Instant at) {

    public static Decision<BlockEvent> decide(Block block, CompleteGuidance command) {
        BlockOpened opened = block.opened();
        if (opened == null || !opened.counsellor().equals(command.counsellor())) {
            return Decision.refused(BLOCK_UNKNOWN);
        }
        if (block.guidance().completedAt() != null) {
            return Decision.nothing();
        }
        if (block.closed()) {
            return Decision.refused(BLOCK_CANCELLED);
        }
        if (block.sessions().stream().anyMatch(session -> session.status() == Session.Status.REGISTERED)) {
            return Decision.refused(SESSIONS_UNANSWERED);
        }
        return block.confirmedHalfHours() == 0
                ? Decision.refused(NOTHING_DELIVERED)
                : Decision.of(completed(block, opened, command.at()));
    }

    public static GuidanceCompleted completed(Block block, BlockOpened opened, Instant at) {
        return new GuidanceCompleted(
                opened.booking(),
                opened.wallet(),
                opened.counsellor(),
                block.sessions().stream()
                        .filter(session -> session.status() == Session.Status.CONFIRMED)
                        .flatMap(session -> session.themes().stream())
                        .distinct()
                        .sorted()
                        .toList(),
                at);
    }
}
