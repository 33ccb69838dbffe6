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

/** Withdrawn, or left by own wish: no bookings from a day on, which may lie ahead. */
@Singleton
class WhenCounsellorLeftThenStop implements MessageHandler {

    record CounsellorLeft(UUID counsellor, LocalDate from) {}

    private final AggregateStore<Counsellor, CounsellorEvent> counsellors;
    private final Clock clock;

    @Inject
    WhenCounsellorLeftThenStop(AggregateStore<Counsellor, CounsellorEvent> counsellors, Clock clock) {
        this.counsellors = counsellors;
        this.clock = clock;
    }

    @Override
    public String topic() {
        return "loopbaankrediet.provider-registry";
    }

    @Override
    public String type() {
        return "CounsellorLeft.v1";
    }

    @Override
    public void on(Message message) {
        CounsellorLeft said = message.as(CounsellorLeft.class);
        Instant now = clock.instant();
        var unused = counsellors
                .handle(
                        Counsellor.stream(said.counsellor()),
                        state -> Counsellor.stopOn(state, said.counsellor(), said.from(), now))
                .orThrow();
    }
}
