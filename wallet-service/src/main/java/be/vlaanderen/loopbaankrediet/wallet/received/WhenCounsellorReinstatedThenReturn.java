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
import java.time.LocalDate;
import java.util.UUID;

/** The suspension ended: citizens can book again. */
@Singleton
class WhenCounsellorReinstatedThenReturn implements MessageHandler {

    record CounsellorReinstated(UUID counsellor, LocalDate from) {}

    private final AggregateStore<Counsellor, CounsellorEvent> counsellors;
    private final Clock clock;

    @Inject
    WhenCounsellorReinstatedThenReturn(AggregateStore<Counsellor, CounsellorEvent> counsellors, Clock clock) {
        this.counsellors = counsellors;
        this.clock = clock;
    }

    @Override
    public String topic() {
        return "loopbaankrediet.provider-registry";
    }

    @Override
    public String type() {
        return "CounsellorReinstated.v1";
    }

    @Override
    public void on(Message message) {
        CounsellorReinstated said = message.as(CounsellorReinstated.class);
        Instant now = clock.instant();
        var unused = counsellors
                .handle(
                        Counsellor.stream(said.counsellor()),
                        state -> Counsellor.returnOn(state, said.counsellor(), said.from(), now))
                .orThrow();
    }
}
