package be.vlaanderen.loopbaankrediet.payout.counsellor;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** What was recorded of a counsellor. Stored for ever: fields are added, never changed. */
public sealed interface CounsellorEvent {

    record CounsellorRecorded(UUID counsellor, LocalDate registeredOn, boolean vatLiable, Instant at)
            implements CounsellorEvent {}

    /** @param from first day of the regime */
    record VatRegimeRecorded(UUID counsellor, boolean vatLiable, LocalDate from, Instant at)
            implements CounsellorEvent {}

    /**
     * The registration stops or holds again: suspended, reinstated, left.
     *
     * @param from first day on which it is so
     * @param decidedOn replaces what was said before about days after this one
     */
    record RegistrationChanged(UUID counsellor, boolean registered, LocalDate from, LocalDate decidedOn, Instant at)
            implements CounsellorEvent {}
}
