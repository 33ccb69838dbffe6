package be.vlaanderen.loopbaankrediet.sessionclaims.received;

import be.vlaanderen.loopbaankrediet.platform.eventstore.AggregateStore;
import be.vlaanderen.loopbaankrediet.platform.messaging.Message;
import be.vlaanderen.loopbaankrediet.platform.messaging.MessageHandler;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.Block;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.FailedCheck;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.correct.KeepClaim;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.correct.RefuseClaim;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.correct.ReleaseClaim;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What became of a claim: whether it can be taken back, to correct one of its sessions, or is not payable. */
final class WhenPayoutAnswersThenCorrect {

    private static final String TOPIC = "loopbaankrediet.payout";

    private WhenPayoutAnswersThenCorrect() {}

    private record Released(UUID claim, UUID booking, Instant releasedAt) {}

    private record Kept(UUID claim, UUID booking, String reasonCode, Instant keptAt) {}

    /** @param neverPaid absent in messages from before it was told */
    record Refused(
            UUID claim,
            UUID booking,
            List<String> failed,
            @Nullable List<NeverPaid> neverPaid,
            Instant refusedAt) {

        RefuseClaim command() {
            List<UUID> sessions = neverPaid == null
                    ? List.of()
                    : neverPaid.stream().map(NeverPaid::session).toList();
            return new RefuseClaim(claim, failed.stream().map(FailedCheck::of).toList(), sessions, refusedAt);
        }
    }

    record NeverPaid(UUID session) {}

    @Singleton
    static class WhenClaimReleasedThenWithdraw implements MessageHandler {

        private final AggregateStore<Block, BlockEvent> blocks;

        @Inject
        WhenClaimReleasedThenWithdraw(AggregateStore<Block, BlockEvent> blocks) {
            this.blocks = blocks;
        }

        @Override
        public String topic() {
            return TOPIC;
        }

        @Override
        public String type() {
            return "ClaimReleased.v1";
        }

        @Override
        public void on(Message message) {
            Released told = message.as(Released.class);
            ReleaseClaim command = new ReleaseClaim(told.claim(), told.releasedAt());
            var unused = blocks.handle(told.booking().toString(), block -> ReleaseClaim.decide(block, command));
        }
    }

    @Singleton
    static class WhenPayoutRefusedThenRefuse implements MessageHandler {

        private final AggregateStore<Block, BlockEvent> blocks;

        @Inject
        WhenPayoutRefusedThenRefuse(AggregateStore<Block, BlockEvent> blocks) {
            this.blocks = blocks;
        }

        @Override
        public String topic() {
            return TOPIC;
        }

        @Override
        public String type() {
            return "PayoutRefused.v1";
        }

        @Override
        public void on(Message message) {
            Refused told = message.as(Refused.class);
            RefuseClaim command = told.command();
            var unused = blocks.handle(told.booking().toString(), block -> RefuseClaim.decide(block, command));
        }
    }

    @Singleton
    static class WhenClaimKeptThenNote implements MessageHandler {

        private final AggregateStore<Block, BlockEvent> blocks;

        @Inject
        WhenClaimKeptThenNote(AggregateStore<Block, BlockEvent> blocks) {
            this.blocks = blocks;
        }

        @Override
        public String topic() {
            return TOPIC;
        }

        @Override
        public String type() {
            return "ClaimKept.v1";
        }

        @Override
        public void on(Message message) {
            Kept told = message.as(Kept.class);
            KeepClaim command = new KeepClaim(told.claim(), told.reasonCode(), told.keptAt());
            var unused = blocks.handle(told.booking().toString(), block -> KeepClaim.decide(block, command));
        }
    }
}
