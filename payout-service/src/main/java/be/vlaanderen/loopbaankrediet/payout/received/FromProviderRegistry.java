package be.vlaanderen.loopbaankrediet.payout.received;

import be.vlaanderen.loopbaankrediet.payout.counsellor.Counsellor;
import be.vlaanderen.loopbaankrediet.payout.counsellor.CounsellorEvent;
import be.vlaanderen.loopbaankrediet.payout.counsellor.CounsellorEvent.CounsellorRecorded;
import be.vlaanderen.loopbaankrediet.payout.counsellor.CounsellorEvent.VatRegimeRecorded;
import be.vlaanderen.loopbaankrediet.platform.eventstore.AggregateStore;
import be.vlaanderen.loopbaankrediet.platform.messaging.Message;
import be.vlaanderen.loopbaankrediet.platform.messaging.MessageHandler;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

/** What provider-registry-service says of counsellors: recorded and built on later, so the order of the two does not matter. */
final class FromProviderRegistry {

    private static final String TOPIC = "loopbaankrediet.provider-registry";

    private FromProviderRegistry() {}

    private record CounsellorRegistered(UUID counsellor, boolean vatLiable, LocalDate registeredOn) {}

    private record CounsellorVatRegimeChanged(UUID counsellor, boolean vatLiable, LocalDate from) {}

    @Singleton
    static class CounsellorRegisteredHandler implements MessageHandler {

        private final AggregateStore<Counsellor, CounsellorEvent> counsellors;
        private final Clock clock;

        @Inject
        CounsellorRegisteredHandler(AggregateStore<Counsellor, CounsellorEvent> counsellors, Clock clock) {
            this.counsellors = counsellors;
            this.clock = clock;
        }

        @Override
        public String topic() {
            return TOPIC;
        }

        @Override
        public String type() {
            return "CounsellorRegistered.v1";
        }

        @Override
        public void on(Message message) {
            CounsellorRegistered registered = message.as(CounsellorRegistered.class);
            CounsellorRecorded recorded = new CounsellorRecorded(
                    registered.counsellor(), registered.registeredOn(), registered.vatLiable(), clock.instant());
            counsellors
                    .handle(Counsellor.stream(registered.counsellor()), counsellor -> counsellor.record(recorded))
                    .orThrow();
        }
    }

    @Singleton
    static class CounsellorVatRegimeChangedHandler implements MessageHandler {

        private final AggregateStore<Counsellor, CounsellorEvent> counsellors;
        private final Clock clock;

        @Inject
        CounsellorVatRegimeChangedHandler(AggregateStore<Counsellor, CounsellorEvent> counsellors, Clock clock) {
            this.counsellors = counsellors;
            this.clock = clock;
        }

        @Override
        public String topic() {
            return TOPIC;
        }

        @Override
        public String type() {
            return "CounsellorVatRegimeChanged.v1";
        }

        @Override
        public void on(Message message) {
            CounsellorVatRegimeChanged changed = message.as(CounsellorVatRegimeChanged.class);
            VatRegimeRecorded recorded =
                    new VatRegimeRecorded(changed.counsellor(), changed.vatLiable(), changed.from(), clock.instant());
            counsellors
                    .handle(Counsellor.stream(changed.counsellor()), counsellor -> counsellor.record(recorded))
                    .orThrow();
        }
    }
}
