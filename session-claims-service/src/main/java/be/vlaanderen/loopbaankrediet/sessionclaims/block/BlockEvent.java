package be.vlaanderen.loopbaankrediet.sessionclaims.block;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Everything that can happen to a paid block. Stored for ever: fields are added, never changed. Time is whole half hours. */
public sealed interface BlockEvent {

    /**
     * wallet-service told that the co-payment was received.
     *
     * @param code what the citizen gives the counsellor
     * @param paidAt when the booking stood
     */
    record BlockOpened(
            UUID booking, UUID wallet, UUID counsellor, String code, int halfHours, int coPaymentCents, Instant paidAt)
            implements BlockEvent {}

    /** wallet-service told that the citizen cancelled the block. */
    record BlockClosed(UUID booking, UUID wallet, Instant at) implements BlockEvent {}

    /** D-6: the citizen gave up what was not delivered. Whole hours; 0 when there was none left. */
    record UnusedTimeReleased(UUID booking, UUID wallet, UUID counsellor, int halfHours, Instant at)
            implements BlockEvent {}

    record SessionRegistered(
            UUID session,
            UUID booking,
            UUID wallet,
            UUID counsellor,
            Instant startedAt,
            Instant endedAt,
            int halfHours,
            Mode mode,
            List<Theme> themes,
            Instant at)
            implements BlockEvent {}

    /** @param silent nobody answered in time (D-8) */
    record SessionConfirmed(
            UUID session, UUID booking, UUID wallet, UUID counsellor, int halfHours, boolean silent, Instant at)
            implements BlockEvent {}

    record SessionDisputed(UUID session, UUID booking, UUID wallet, UUID counsellor, Instant at)
            implements BlockEvent {}

    /** The counsellor took it back before the citizen answered, for example to register it rightly. */
    record SessionWithdrawn(UUID session, UUID booking, UUID wallet, UUID counsellor, Instant at)
            implements BlockEvent {}

    /** @param deliveredOn day in Brussels on which the session started */
    record ClaimedSession(UUID session, LocalDate deliveredOn, int halfHours) {}

    record ClaimSubmitted(
            UUID claim,
            UUID booking,
            UUID wallet,
            UUID counsellor,
            List<ClaimedSession> sessions,
            int halfHours,
            Instant at)
            implements BlockEvent {}
}
