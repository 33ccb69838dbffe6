package be.vlaanderen.loopbaankrediet.payout.received;

import be.vlaanderen.loopbaankrediet.payout.counsellor.Counsellor;
import be.vlaanderen.loopbaankrediet.payout.counsellor.CounsellorEvent;
import be.vlaanderen.loopbaankrediet.payout.counsellor.CounsellorEvent.CounsellorRecorded;
import be.vlaanderen.loopbaankrediet.payout.counsellor.CounsellorEvent.RegistrationChanged;
import be.vlaanderen.loopbaankrediet.payout.counsellor.CounsellorEvent.VatRegimeRecorded;
import be.vlaanderen.loopbaankrediet.platform.eventstore.AggregateStore;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import be.vlaanderen.loopbaankrediet.platform.web.Days;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.BiFunction;

/** What provider-registry-service says of counsellors: recorded and built on later, so the order of the two does not matter. */
final class FromProviderRegistry {

    private static final String API = "provider-registry";

    private FromProviderRegistry() {}

    record CounsellorRegistered(UUID counsellor, boolean vatLiable, LocalDate registeredOn) {}

    record CounsellorSuspended(UUID counsellor, LocalDate from, Instant suspendedAt) {}

    record CounsellorReinstated(UUID counsellor, LocalDate from, Instant reinstatedAt) {}

    record CounsellorLeft(UUID counsellor, LocalDate from, Instant leftAt) {}

    record CounsellorVatRegimeChanged(UUID counsellor, boolean vatLiable, LocalDate from) {}

    /** Records what is said of a counsellor. */
    @Singleton
    static class Counsellors {

        private final AggregateStore<Counsellor, CounsellorEvent> counsellors;
        private final Clock clock;

        @Inject
        Counsellors(AggregateStore<Counsellor, CounsellorEvent> counsellors, Clock clock) {
            this.counsellors = counsellors;
            this.clock = clock;
        }

        void record(UUID counsellor, BiFunction<Counsellor, Instant, Decision<CounsellorEvent>> decide) {
            Instant at = clock.instant();
            var unused = counsellors
                    .handle(Counsellor.stream(counsellor), known -> decide.apply(known, at))
                    .orThrow();
        }

        void registration(UUID counsellor, boolean registered, LocalDate from, Instant decidedAt) {
            record(
                    counsellor,
                    (known, at) -> known.record(
                            new RegistrationChanged(counsellor, registered, from, Days.of(decidedAt), at)));
        }
    }

    @Singleton
    static class Registered extends Received<CounsellorRegistered> {

        private final Counsellors counsellors;

        @Inject
        Registered(Counsellors counsellors) {
            super(API, CounsellorRegistered.class);
            this.counsellors = counsellors;
        }

        @Override
        void on(CounsellorRegistered said) {
            counsellors.record(
                    said.counsellor(),
                    (known, at) -> known.record(
                            new CounsellorRecorded(said.counsellor(), said.registeredOn(), said.vatLiable(), at)));
        }
    }

    @Singleton
    static class VatRegimeChanged extends Received<CounsellorVatRegimeChanged> {

        private final Counsellors counsellors;

        @Inject
        VatRegimeChanged(Counsellors counsellors) {
            super(API, CounsellorVatRegimeChanged.class);
            this.counsellors = counsellors;
        }

        @Override
        void on(CounsellorVatRegimeChanged said) {
            counsellors.record(
                    said.counsellor(),
                    (known, at) ->
                            known.record(new VatRegimeRecorded(said.counsellor(), said.vatLiable(), said.from(), at)));
        }
    }

    @Singleton
    static class Suspended extends Received<CounsellorSuspended> {

        private final Counsellors counsellors;

        @Inject
        Suspended(Counsellors counsellors) {
            super(API, CounsellorSuspended.class);
            this.counsellors = counsellors;
        }

        @Override
        void on(CounsellorSuspended said) {
            counsellors.registration(said.counsellor(), false, said.from(), said.suspendedAt());
        }
    }

    @Singleton
    static class Reinstated extends Received<CounsellorReinstated> {

        private final Counsellors counsellors;

        @Inject
        Reinstated(Counsellors counsellors) {
            super(API, CounsellorReinstated.class);
            this.counsellors = counsellors;
        }

        @Override
        void on(CounsellorReinstated said) {
            counsellors.registration(said.counsellor(), true, said.from(), said.reinstatedAt());
        }
    }

    @Singleton
    static class Left extends Received<CounsellorLeft> {

        private final Counsellors counsellors;

        @Inject
        Left(Counsellors counsellors) {
            super(API, CounsellorLeft.class);
            this.counsellors = counsellors;
        }

        @Override
        void on(CounsellorLeft said) {
            counsellors.registration(said.counsellor(), false, said.from(), said.leftAt());
        }
    }
}
