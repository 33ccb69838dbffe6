package be.vlaanderen.loopbaankrediet.sessionclaims.received;

import be.vlaanderen.loopbaankrediet.platform.eventstore.AggregateStore;
import be.vlaanderen.loopbaankrediet.platform.messaging.Message;
import be.vlaanderen.loopbaankrediet.platform.messaging.MessageHandler;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.Block;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.open.OpenBlock;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;

/** The co-payment is there: sessions can be registered from now on. */
@Singleton
public class WhenBlockBookedThenOpenBlock implements MessageHandler {

    record BlockBooked(
            UUID wallet,
            UUID booking,
            UUID counsellor,
            String code,
            int halfHours,
            int coPaymentCents,
            Instant bookedAt) {}

    private final AggregateStore<Block, BlockEvent> blocks;

    @Inject
    public WhenBlockBookedThenOpenBlock(AggregateStore<Block, BlockEvent> blocks) {
        this.blocks = blocks;
    }

    @Override
    public String topic() {
        return "loopbaankrediet.wallet";
    }

    @Override
    public String type() {
        return "BlockBooked.v1";
    }

    @Override
    public void on(Message message) {
        OpenBlock command = command(message);
        var unused = blocks.handle(command.booking().toString(), block -> OpenBlock.decide(block, command))
                .orThrow();
    }

    static OpenBlock command(Message message) {
        BlockBooked told = message.as(BlockBooked.class);
        return new OpenBlock(
                told.booking(),
                told.wallet(),
                told.counsellor(),
                told.code(),
                told.halfHours(),
                told.coPaymentCents(),
                told.bookedAt());
    }
}
