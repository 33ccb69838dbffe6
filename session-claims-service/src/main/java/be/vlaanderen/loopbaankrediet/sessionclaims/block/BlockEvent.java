package be.vlaanderen.loopbaankrediet.sessionclaims.block;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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

    /** The block was cancelled, or given up before anything of it was delivered (D-90): nothing is registered any more. */
    record BlockClosed(UUID booking, UUID wallet, Instant at) implements BlockEvent {}

    /**
     * D-6: the citizen gave up what was not delivered. Whole hours; 0 when there was none left.
     *
     * @param at when it was given up, which is also the name of the question that this answers
     */
    record UnusedTimeReleased(UUID booking, UUID wallet, UUID counsellor, int halfHours, Instant at)
            implements BlockEvent {}

    /**
     * wallet-service asked the same once more (D-91), and gets the same answer.
     *
     * @param givenUpAt which question
     */
    record UnusedTimeTold(UUID booking, UUID wallet, UUID counsellor, int halfHours, Instant givenUpAt, Instant at)
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

    /** The counsellor took it back, to register it rightly; or an officer found it undue before it was claimed. */
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

    /** The counsellor wants to correct a confirmed session that is in a claim; payout-service says whether that still can. */
    record ClaimWithdrawalAsked(UUID claim, UUID booking, UUID wallet, UUID counsellor, UUID session, Instant at)
            implements BlockEvent {}

    /** payout-service told that nothing was sent to the bank for the claim: its sessions are unclaimed again. */
    record ClaimReleased(UUID claim, UUID booking, UUID counsellor, Instant at) implements BlockEvent {}

    /**
     * payout-service told that the claim stays.
     *
     * @param reasonCode {@code IN_PAYMENT}, {@code PAID}, {@code CLAWED_BACK} or {@code REFUSED}
     */
    record ClaimKept(UUID claim, UUID booking, UUID counsellor, String reasonCode, Instant at) implements BlockEvent {}

    /** Why payout-service does not pay a claim (D-10). */
    enum FailedCheck {
        CO_PAYMENT_NOT_RECEIVED,
        BUDGET_NOT_COMMITTED,
        BOOKING_ENDED,
        NOT_THE_BOOKED_COUNSELLOR,
        COUNSELLOR_NOT_REGISTERED,
        SESSION_IN_FUTURE,
        SESSION_BEFORE_PAYMENT,
        SESSION_ALREADY_CLAIMED,
        MORE_THAN_THE_BLOCK,
        /** One that is not known here yet. */
        OTHER;

        private static final Set<String> NAMES =
                Arrays.stream(values()).map(Enum::name).collect(Collectors.toSet());

        public static FailedCheck of(String name) {
            return NAMES.contains(name) ? valueOf(name) : OTHER;
        }
    }

    /**
     * payout-service told that the claim is not payable.
     *
     * @param failed every failing condition (D-10)
     * @param neverPaid sessions whose time went back to the citizen for good (D-95), the others are unclaimed again; when there is none the claim
     *     stands as it is and can be corrected
     */
    record ClaimRefused(
            UUID claim, UUID booking, UUID counsellor, List<FailedCheck> failed, List<UUID> neverPaid, Instant at)
            implements BlockEvent {}

    /** What the guidance will be about (MR 2.6), as the counsellor wrote down; a later one before the citizen agreed replaces it. */
    record AgreementRecorded(UUID booking, UUID wallet, UUID counsellor, List<Theme> themes, Instant at)
            implements BlockEvent {}

    record AgreementAccepted(UUID booking, UUID wallet, UUID counsellor, Instant at) implements BlockEvent {}

    /** The counsellor gave the citizen the development plan; the plan itself is the citizen's and is not kept here. */
    record PlanHandedOver(UUID booking, UUID wallet, UUID counsellor, Instant at) implements BlockEvent {}

    record PlanAttested(UUID booking, UUID wallet, UUID counsellor, Instant at) implements BlockEvent {}

    /** @param themes of the confirmed sessions */
    record GuidanceCompleted(UUID booking, UUID wallet, UUID counsellor, List<Theme> themes, Instant at)
            implements BlockEvent {}

    /**
     * MR table 19. A later one replaces it; what was written to the open questions is kept apart.
     *
     * @param scores 1 to 10, in the order of the questions
     */
    record SurveyAnswered(UUID booking, UUID counsellor, List<Integer> scores, boolean questionAnswered, Instant at)
            implements BlockEvent {}

    /** Where it was found that a session is undue. */
    enum Origin {
        COMPLAINT,
        INSPECTION
    }

    /** Why a session is undue. */
    enum UndueReason {
        NOT_DELIVERED,
        SHORTER_THAN_REGISTERED,
        NO_GUIDANCE,
        NOT_IN_PERSON,
        OTHER
    }

    /**
     * An officer judged (a part of) a session undue.
     *
     * @param claim null when it was not claimed: then it is withdrawn as well
     * @param hoursReturn the fault was not the citizen's (MR 4.7)
     * @param review id of the complaint or the review
     */
    record SessionFoundUndue(
            UUID session,
            UUID booking,
            UUID wallet,
            UUID counsellor,
            @Nullable UUID claim,
            int halfHours,
            boolean hoursReturn,
            Origin origin,
            UUID review,
            UndueReason reasonCode,
            Instant at)
            implements BlockEvent {}
}
