package be.vlaanderen.loopbaankrediet.sessionclaims.counsellor;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** What provider-registry-service said of a counsellor. Stored for ever: fields are added, never changed. */
public sealed interface CounsellorEvent {

    record CounsellorRecorded(UUID counsellor, LocalDate registeredOn, Instant at) implements CounsellorEvent {}

    /**
     * The registration stops or holds again: suspended, reinstated, left.
     *
     * @param from first day on which it is so
     * @param decidedOn replaces what was said before about days after this one
     */
    record RegistrationChanged(UUID counsellor, boolean registered, LocalDate from, LocalDate decidedOn, Instant at)
            implements CounsellorEvent {}
}
