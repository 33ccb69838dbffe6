package be.vlaanderen.loopbaankrediet.payout.received;

import be.vlaanderen.loopbaankrediet.payout.counsellor.Counsellor;
import be.vlaanderen.loopbaankrediet.payout.counsellor.CounsellorEvent;
import be.vlaanderen.loopbaankrediet.payout.counsellor.CounsellorEvent.CounsellorRecorded;
import be.vlaanderen.loopbaankrediet.payout.counsellor.CounsellorEvent.RegistrationChanged;
import be.vlaanderen.loopbaankrediet.payout.counsellor.CounsellorEvent.VatRegimeRecorded;
import be.vlaanderen.loopbaankrediet.platform.eventstore.AggregateStore;
import be.vlaanderen.loopbaankrediet.platform.messaging.Message;
import be.vlaanderen.loopbaankrediet.platform.messaging.MessageHandler;
import be.vlaanderen.loopbaankrediet.platform.web.Days;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** What provider-registry-service says of counsellors: recorded and built on later, so the order of the two does not matter. */
final class FromProviderRegistry {

    private static final String TOPIC = "loopbaankrediet.provider-registry";

    private FromProviderRegistry() {}

    private record CounsellorRegistered(UUID counsellor, boolean vatLiable, LocalDate registeredOn) {}

    private record CounsellorSuspended(UUID counsellor, LocalDate from, Instant suspendedAt) {}

    private record CounsellorReinstated(UUID counsellor, LocalDate from, Instant reinstatedAt) {}

    private record CounsellorLeft(UUID counsellor, LocalDate from, Instant leftAt) {}

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

    @Singleton
    static class CounsellorSuspendedHandler extends RegistrationHandler {

        @Inject
        CounsellorSuspendedHandler(AggregateStore<Counsellor, CounsellorEvent> counsellors, Clock clock) {
            super(counsellors, clock);
        }

        @Override
        public String type() {
            return "CounsellorSuspended.v1";
        }

        @Override
        public void on(Message message) {
            CounsellorSuspended said = message.as(CounsellorSuspended.class);
            record(said.counsellor(), false, said.from(), said.suspendedAt());
        }
    }

    @Singleton
    static class CounsellorReinstatedHandler extends RegistrationHandler {

        @Inject
        CounsellorReinstatedHandler(AggregateStore<Counsellor, CounsellorEvent> counsellors, Clock clock) {
            super(counsellors, clock);
        }

        @Override
        public String type() {
            return "CounsellorReinstated.v1";
        }

        @Override
        public void on(Message message) {
            CounsellorReinstated said = message.as(CounsellorReinstated.class);
            record(said.counsellor(), true, said.from(), said.reinstatedAt());
        }
    }

    @Singleton
    static class CounsellorLeftHandler extends RegistrationHandler {

        @Inject
        CounsellorLeftHandler(AggregateStore<Counsellor, CounsellorEvent> counsellors, Clock clock) {
            super(counsellors, clock);
        }

        @Override
        public String type() {
            return "CounsellorLeft.v1";
        }

        @Override
        public void on(Message message) {
            CounsellorLeft said = message.as(CounsellorLeft.class);
            record(said.counsellor(), false, said.from(), said.leftAt());
        }
    }

    /** Records that the registration of a counsellor stops or holds again. */
    abstract static class RegistrationHandler implements MessageHandler {

        private final AggregateStore<Counsellor, CounsellorEvent> counsellors;
        private final Clock clock;

        RegistrationHandler(AggregateStore<Counsellor, CounsellorEvent> counsellors, Clock clock) {
            this.counsellors = counsellors;
            this.clock = clock;
        }

        @Override
        public String topic() {
            return TOPIC;
        }

        void record(UUID counsellor, boolean registered, LocalDate from, Instant decidedAt) {
            RegistrationChanged change =
                    new RegistrationChanged(counsellor, registered, from, Days.of(decidedAt), clock.instant());
            counsellors
                    .handle(Counsellor.stream(counsellor), known -> known.record(change))
                    .orThrow();
        }
    }
}
