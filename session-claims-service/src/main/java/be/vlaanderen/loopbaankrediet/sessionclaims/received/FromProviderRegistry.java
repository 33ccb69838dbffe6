package be.vlaanderen.loopbaankrediet.sessionclaims.received;

import be.vlaanderen.loopbaankrediet.platform.eventstore.AggregateStore;
import be.vlaanderen.loopbaankrediet.platform.messaging.Message;
import be.vlaanderen.loopbaankrediet.platform.messaging.MessageHandler;
import be.vlaanderen.loopbaankrediet.platform.web.Days;
import be.vlaanderen.loopbaankrediet.sessionclaims.counsellor.Counsellor;
import be.vlaanderen.loopbaankrediet.sessionclaims.counsellor.CounsellorEvent;
import be.vlaanderen.loopbaankrediet.sessionclaims.counsellor.CounsellorEvent.CounsellorRecorded;
import be.vlaanderen.loopbaankrediet.sessionclaims.counsellor.CounsellorEvent.RegistrationChanged;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** What provider-registry-service says of counsellors, recorded: the day of delivery decides who may register a session (D-10). */
final class FromProviderRegistry {

    private FromProviderRegistry() {}

    private record Registered(UUID counsellor, LocalDate registeredOn, Instant registeredAt) {}

    private record Suspended(UUID counsellor, LocalDate from, Instant suspendedAt) {}

    private record Reinstated(UUID counsellor, LocalDate from, Instant reinstatedAt) {}

    private record Left(UUID counsellor, LocalDate from, Instant leftAt) {}

    @Singleton
    static class WhenCounsellorRegisteredThenRecord extends Follower {

        @Inject
        WhenCounsellorRegisteredThenRecord(AggregateStore<Counsellor, CounsellorEvent> counsellors) {
            super(counsellors, "CounsellorRegistered.v1");
        }

        @Override
        CounsellorEvent read(Message message) {
            Registered said = message.as(Registered.class);
            return new CounsellorRecorded(said.counsellor(), said.registeredOn(), said.registeredAt());
        }
    }

    @Singleton
    static class WhenCounsellorSuspendedThenRecord extends Follower {

        @Inject
        WhenCounsellorSuspendedThenRecord(AggregateStore<Counsellor, CounsellorEvent> counsellors) {
            super(counsellors, "CounsellorSuspended.v1");
        }

        @Override
        CounsellorEvent read(Message message) {
            Suspended said = message.as(Suspended.class);
            return change(said.counsellor(), false, said.from(), said.suspendedAt());
        }
    }

    @Singleton
    static class WhenCounsellorReinstatedThenRecord extends Follower {

        @Inject
        WhenCounsellorReinstatedThenRecord(AggregateStore<Counsellor, CounsellorEvent> counsellors) {
            super(counsellors, "CounsellorReinstated.v1");
        }

        @Override
        CounsellorEvent read(Message message) {
            Reinstated said = message.as(Reinstated.class);
            return change(said.counsellor(), true, said.from(), said.reinstatedAt());
        }
    }

    @Singleton
    static class WhenCounsellorLeftThenRecord extends Follower {

        @Inject
        WhenCounsellorLeftThenRecord(AggregateStore<Counsellor, CounsellorEvent> counsellors) {
            super(counsellors, "CounsellorLeft.v1");
        }

        @Override
        CounsellorEvent read(Message message) {
            Left said = message.as(Left.class);
            return change(said.counsellor(), false, said.from(), said.leftAt());
        }
    }

    private static CounsellorEvent change(UUID counsellor, boolean registered, LocalDate from, Instant decidedAt) {
        return new RegistrationChanged(counsellor, registered, from, Days.of(decidedAt), decidedAt);
    }

    /** Records one kind of message. */
    abstract static class Follower implements MessageHandler {

        private final AggregateStore<Counsellor, CounsellorEvent> counsellors;
        private final String type;

        Follower(AggregateStore<Counsellor, CounsellorEvent> counsellors, String type) {
            this.counsellors = counsellors;
            this.type = type;
        }

        /** What is to be recorded. */
        abstract CounsellorEvent read(Message message);

        @Override
        public String topic() {
            return "loopbaankrediet.provider-registry";
        }

        @Override
        public String type() {
            return type;
        }

        @Override
        public void on(Message message) {
            var unused = switch (read(message)) {
                case CounsellorRecorded recorded ->
                    counsellors.handle(Counsellor.stream(recorded.counsellor()), known -> known.record(recorded));
                case RegistrationChanged change ->
                    counsellors.handle(Counsellor.stream(change.counsellor()), known -> known.record(change));
            };
        }
    }
}
