package be.vlaanderen.loopbaankrediet.sessionclaims.received;

import be.vlaanderen.loopbaankrediet.platform.eventstore.AggregateStore;
import be.vlaanderen.loopbaankrediet.platform.messaging.Message;
import be.vlaanderen.loopbaankrediet.platform.messaging.MessageHandler;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.Block;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.open.CloseBlock;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;

/** The citizen has hours and money back: the block is closed. Comes after {@code BlockBooked}, on the same key. */
@Singleton
public class WhenBlockCancelledThenCloseBlock implements MessageHandler {

    record BlockCancelled(UUID wallet, UUID booking, Instant cancelledAt) {}

    private final AggregateStore<Block, BlockEvent> blocks;

    @Inject
    public WhenBlockCancelledThenCloseBlock(AggregateStore<Block, BlockEvent> blocks) {
        this.blocks = blocks;
    }

    @Override
    public String topic() {
        return "loopbaankrediet.wallet";
    }

    @Override
    public String type() {
        return "BlockCancelled.v1";
    }

    @Override
    public void on(Message message) {
        CloseBlock command = command(message);
        var unused = blocks.handle(command.booking().toString(), block -> CloseBlock.decide(block, command))
                .orThrow();
    }

    static CloseBlock command(Message message) {
        BlockCancelled told = message.as(BlockCancelled.class);
        return new CloseBlock(told.booking(), told.wallet(), told.cancelledAt());
    }
}
