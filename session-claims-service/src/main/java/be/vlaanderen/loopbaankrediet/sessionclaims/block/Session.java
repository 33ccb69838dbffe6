package be.vlaanderen.loopbaankrediet.sessionclaims.block;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One conversation as the block knows it.
 *
 * @param claim the claim it is in, null while unclaimed
 */
public record Session(
        UUID id,
        Instant startedAt,
        int halfHours,
        Status status,
        Instant registeredAt,
        @Nullable UUID claim) {

    /** D-8: this long the citizen can answer. */
    public static final Duration TIME_TO_ANSWER = Duration.ofDays(14);

    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

    /** What the citizen said. */
    public enum Status {
        REGISTERED,
        CONFIRMED,
        /** Delivers nothing: its time is free again, so that a mistake can be registered rightly. */
        DISPUTED,
        /** Taken back by the counsellor before the citizen answered; delivers nothing. */
        WITHDRAWN;

        boolean delivers() {
            return this == REGISTERED || this == CONFIRMED;
        }
    }

    public LocalDate deliveredOn() {
        return day(startedAt);
    }

    boolean isClaimable() {
        return status == Status.CONFIRMED && claim == null;
    }

    Session answered(Status answer) {
        return new Session(id, startedAt, halfHours, answer, registeredAt, claim);
    }

    Session claimedIn(UUID newClaim) {
        return new Session(id, startedAt, halfHours, status, registeredAt, newClaim);
    }

    /** Calendar days are those of Brussels. */
    public static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, BRUSSELS);
    }
}
