package be.vlaanderen.loopbaankrediet.sessionclaims.received;

import be.vlaanderen.loopbaankrediet.platform.eventstore.AggregateStore;
import be.vlaanderen.loopbaankrediet.platform.messaging.Message;
import be.vlaanderen.loopbaankrediet.platform.messaging.MessageHandler;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.Block;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.open.ReleaseUnusedTime;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** D-6, D-90: the citizen wants back what is not delivered; this service alone knows how much that is. */
@Singleton
public class WhenBlockGivenUpThenReleaseUnusedTime implements MessageHandler {

    /** @param counsellorGone absent when it was the wish of the citizen */
    record BlockGivenUp(UUID wallet, UUID booking, boolean counsellorGone, Instant givenUpAt) {}

    private final AggregateStore<Block, BlockEvent> blocks;
    private final Clock clock;

    @Inject
    public WhenBlockGivenUpThenReleaseUnusedTime(AggregateStore<Block, BlockEvent> blocks, Clock clock) {
        this.blocks = blocks;
        this.clock = clock;
    }

    @Override
    public String topic() {
        return "loopbaankrediet.wallet";
    }

    @Override
    public String type() {
        return "BlockGivenUp.v1";
    }

    @Override
    public void on(Message message) {
        ReleaseUnusedTime command = command(message, clock.instant());
        var unused = blocks.handle(command.booking().toString(), block -> ReleaseUnusedTime.decide(block, command))
                .orThrow();
    }

    static ReleaseUnusedTime command(Message message, Instant now) {
        BlockGivenUp told = message.as(BlockGivenUp.class);
        return new ReleaseUnusedTime(told.booking(), told.wallet(), told.counsellorGone(), told.givenUpAt(), now);
    }
}
