package be.vlaanderen.loopbaankrediet.sessionclaims.block;

import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.ClaimRefused;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.SessionRegistered;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One conversation as the block knows it.
 *
 * @param silent confirmed because nobody answered (D-8)
 * @param answeredAt when it was confirmed, disputed or withdrawn; null before
 * @param claim the claim it is in, null while unclaimed
 * @param correctionAsked the counsellor wants to withdraw it from its claim; still so when payout-service keeps that, for it may give it back later
 * @param undueHalfHours found undue by an officer
 */
public record Session(
        UUID id,
        Instant startedAt,
        Instant endedAt,
        int halfHours,
        Mode mode,
        List<Theme> themes,
        Status status,
        boolean silent,
        Instant registeredAt,
        @Nullable Instant answeredAt,
        @Nullable UUID claim,
        boolean correctionAsked,
        int undueHalfHours) {

    /** D-8: this long the citizen can answer. */
    public static final Duration TIME_TO_ANSWER = Duration.ofDays(14);

    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

    /** What the citizen said. */
    public enum Status {
        REGISTERED,
        CONFIRMED,
        /** Delivers nothing: its time is free again, so that a mistake can be registered rightly. */
        DISPUTED,
        /** Taken back by the counsellor, or found undue before it was claimed; delivers nothing. */
        WITHDRAWN;

        boolean delivers() {
            return this == REGISTERED || this == CONFIRMED;
        }
    }

    static Session registered(SessionRegistered event) {
        return new Session(
                event.session(),
                event.startedAt(),
                event.endedAt(),
                event.halfHours(),
                event.mode(),
                List.copyOf(event.themes()),
                Status.REGISTERED,
                false,
                event.at(),
                null,
                null,
                false,
                0);
    }

    public LocalDate deliveredOn() {
        return day(startedAt);
    }

    public Instant answerBefore() {
        return registeredAt.plus(TIME_TO_ANSWER);
    }

    public boolean delivers() {
        return status.delivers();
    }

    boolean isClaimable() {
        return status == Status.CONFIRMED && claim == null;
    }

    boolean isIn(UUID someClaim) {
        return someClaim.equals(claim);
    }

    Session answered(Status answer, boolean inSilence, Instant at) {
        return with(answer, inSilence, at, claim, false, undueHalfHours);
    }

    Session claimedIn(@Nullable UUID newClaim) {
        return with(status, silent, answeredAt, newClaim, false, undueHalfHours);
    }

    /** Stays in the claim when it is never paid, and is unclaimed again when another session was the reason. */
    Session refused(ClaimRefused event) {
        return event.neverPaid().contains(id) ? correcting(false) : claimedIn(null);
    }

    Session correcting(boolean asked) {
        return with(status, silent, answeredAt, claim, asked, undueHalfHours);
    }

    Session undue(int more) {
        return with(status, silent, answeredAt, claim, correctionAsked, undueHalfHours + more);
    }

    private Session with(
            Status newStatus,
            boolean inSilence,
            @Nullable Instant at,
            @Nullable UUID newClaim,
            boolean correcting,
            int undue) {
        return new Session(
                id,
                startedAt,
                endedAt,
                halfHours,
                mode,
                themes,
                newStatus,
                inSilence,
                registeredAt,
                at,
                newClaim,
                correcting,
                undue);
    }

    /** Calendar days are those of Brussels. */
    public static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, BRUSSELS);
    }
}
