package be.vlaanderen.loopbaankrediet.wallet.counsellor;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** What the wallets need to know of a counsellor, recorded here when the registry told so. */
public sealed interface CounsellorEvent {

    /** CN 2.3: registered, so citizens can book. */
    record CounsellorBecameBookable(UUID counsellor, Instant at) implements CounsellorEvent {}

    /** Suspended, withdrawn, or leaving by own wish. @param from first day without bookings, may lie ahead */
    record CounsellorStopsOn(UUID counsellor, LocalDate from, Instant at) implements CounsellorEvent {}

    /** That day has come: what is booked with the counsellor returns to the citizens (domain.md 5). */
    record CounsellorGone(UUID counsellor, Instant at) implements CounsellorEvent {}

    /** The suspension ended. @param from first day on which citizens can book again */
    record CounsellorReturnsOn(UUID counsellor, LocalDate from, Instant at) implements CounsellorEvent {}
}
