package be.vlaanderen.loopbaankrediet.sessionclaims.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Everything that can happen to a review of a counsellor. Stored for ever: fields are added, never changed. What people wrote is kept apart. */
public sealed interface ReviewEvent {

    /** What opened it. */
    enum ReviewKind {
        /** An officer drew dossiers (MR 4.6). */
        SAMPLE,
        /** More hours on one day than a day holds (MR 4.8). */
        HOURS_IN_A_DAY,
        /** Sessions in always the same pattern (MR 4.8). */
        IDENTICAL_SESSIONS,
        /** Many new citizens in a short time (MR 4.8). */
        MANY_CITIZENS,
        /** Several employees of one employer in a short time (MR 4.8). */
        SAME_EMPLOYER
    }

    enum CheckResult {
        OK,
        NOT_OK,
        NOT_APPLICABLE
    }

    /** Why a part of a dossier is not as it should be. */
    enum CheckReason {
        MISSING,
        INCOMPLETE,
        NOT_SIGNED,
        DIFFERS_FROM_REGISTRATION,
        OTHER
    }

    enum ReviewOutcome {
        IN_ORDER,
        REMARKS,
        IRREGULAR
    }

    /** Why it was closed so. */
    enum ReviewReason {
        NOTHING_FOUND,
        EXPLAINED,
        ADMINISTRATIVE_FAULT,
        SESSIONS_UNDUE,
        SANCTION_TO_BE_ASKED,
        OTHER
    }

    /** @param reasonCode why it is not OK */
    record Check(CheckResult result, @Nullable CheckReason reasonCode) {}

    /**
     * @param from first day of the sessions that it is about
     * @param until last day
     * @param seed of the draw; the same seed over the same dossiers draws the same
     * @param population how many dossiers there were to draw from
     * @param dossiers bookings to look at
     * @param measured what a signal measured
     * @param threshold above which it is a signal
     * @param officer who drew, a pseudonym; null for a signal
     */
    record ReviewOpened(
            UUID review,
            ReviewKind kind,
            UUID counsellor,
            LocalDate from,
            LocalDate until,
            @Nullable UUID seed,
            int population,
            List<UUID> dossiers,
            @Nullable Integer measured,
            @Nullable Integer threshold,
            @Nullable String officer,
            Instant at)
            implements ReviewEvent {}

    /** MR 4.6: agreement, attendance and plan of one dossier. */
    record DossierChecked(
            UUID review, UUID booking, Check agreement, Check attendance, Check plan, String officer, Instant at)
            implements ReviewEvent {}

    record ReviewClosed(
            UUID review,
            ReviewKind kind,
            UUID counsellor,
            ReviewOutcome outcome,
            ReviewReason reasonCode,
            String officer,
            Instant at)
            implements ReviewEvent {}
}
