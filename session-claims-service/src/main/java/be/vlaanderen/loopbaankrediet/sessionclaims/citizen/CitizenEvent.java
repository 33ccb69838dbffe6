package be.vlaanderen.loopbaankrediet.sessionclaims.citizen;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What eligibility-service said of a citizen. Stored for ever: fields are added, never changed. */
public sealed interface CitizenEvent {

    /** @param employers pseudonyms; those of the day of the request (D-50) */
    record EmployersRecorded(UUID wallet, List<UUID> employers, Instant at) implements CitizenEvent {}
}
