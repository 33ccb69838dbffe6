package be.vlaanderen.loopbaankrediet.wallet.received;

import be.vlaanderen.loopbaankrediet.platform.eventstore.AggregateStore;
import be.vlaanderen.loopbaankrediet.platform.messaging.Message;
import be.vlaanderen.loopbaankrediet.platform.messaging.MessageHandler;
import be.vlaanderen.loopbaankrediet.wallet.counsellor.Counsellor;
import be.vlaanderen.loopbaankrediet.wallet.counsellor.CounsellorEvent;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** A registered counsellor can be booked. */
@Singleton
class WhenCounsellorRegisteredThenBookable implements MessageHandler {

    record CounsellorRegistered(UUID counsellor) {}

    private final AggregateStore<Counsellor, CounsellorEvent> counsellors;
    private final Clock clock;

    @Inject
    WhenCounsellorRegisteredThenBookable(AggregateStore<Counsellor, CounsellorEvent> counsellors, Clock clock) {
        this.counsellors = counsellors;
        this.clock = clock;
    }

    @Override
    public String topic() {
        return "loopbaankrediet.provider-registry";
    }

    @Override
    public String type() {
        return "CounsellorRegistered.v1";
    }

    @Override
    public void on(Message message) {
        UUID counsellor = message.as(CounsellorRegistered.class).counsellor();
        Instant now = clock.instant();
        var unused = counsellors
                .handle(Counsellor.stream(counsellor), state -> Counsellor.becomeBookable(state, counsellor, now))
                .orThrow();
    }
}
