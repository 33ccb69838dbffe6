package be.vlaanderen.loopbaankrediet.sessionclaims.block.claim;

import static be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockRefusal.BLOCK_CANCELLED;
import static be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockRefusal.BLOCK_UNKNOWN;
import static be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockRefusal.NOTHING_TO_CLAIM;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.Block;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.BlockOpened;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.ClaimSubmitted;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.ClaimedSession;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.Session;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.guide.CompleteGuidance;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** The counsellor asks payment of confirmed time of a block that is not full; a full one is claimed by itself. */
public record SubmitClaim(UUID booking, UUID counsellor, Instant at) {

    public static Decision<BlockEvent> decide(Block block, SubmitClaim command) {
        BlockOpened opened = block.opened();
        if (opened == null || !opened.counsellor().equals(command.counsellor())) {
            return Decision.refused(BLOCK_UNKNOWN);
        }
        if (block.closed()) {
            return Decision.refused(BLOCK_CANCELLED);
        }
        List<Session> claimable = block.claimable();
        if (claimable.isEmpty()) {
            return Decision.refused(NOTHING_TO_CLAIM);
        }
        return Decision.of(claim(opened, claimable, command.at()));
    }

    /** When the whole block is delivered and confirmed, its guidance is completed (D-42) and what is not claimed yet is claimed. */
    public static List<BlockEvent> whenFull(Block block, BlockOpened opened, Instant at) {
        List<BlockEvent> events = new ArrayList<>();
        if (block.isFull() && block.guidance().completedAt() == null) {
            events.add(CompleteGuidance.completed(block, opened, at));
        }
        if (block.isFull() && !block.claimable().isEmpty()) {
            events.add(claim(opened, block.claimable(), at));
        }
        return events;
    }

    /** A claim covers confirmed, unpaid time of one block (domain 7). The same sessions always give the same claim id. */
    public static ClaimSubmitted claim(BlockOpened opened, List<Session> sessions, Instant at) {
        String what = sessions.stream()
                .map(session -> session.id().toString())
                .sorted()
                .collect(Collectors.joining("\n", "claim\n" + opened.booking() + "\n", ""));
        return new ClaimSubmitted(
                UUID.nameUUIDFromBytes(what.getBytes(StandardCharsets.UTF_8)),
                opened.booking(),
                opened.wallet(),
                opened.counsellor(),
                sessions.stream()
                        .map(session -> new ClaimedSession(session.id(), session.deliveredOn(), session.halfHours()))
                        .toList(),
                sessions.stream().mapToInt(Session::halfHours).sum(),
                at);
    }
}
