package be.vlaanderen.loopbaankrediet.sessionclaims.review;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import be.vlaanderen.loopbaankrediet.sessionclaims.review.ReviewEvent.ReviewKind;
import be.vlaanderen.loopbaankrediet.sessionclaims.review.ReviewEvent.ReviewOpened;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Something measured of a counsellor is more than usual (MR 4.8): a person should look. It never decides.
 *
 * @param review the same for the same signal, so that it is raised once
 * @param measured a signal when it is more than the threshold
 */
public record RaiseSignal(
        UUID review,
        ReviewKind kind,
        UUID counsellor,
        LocalDate from,
        LocalDate until,
        List<UUID> dossiers,
        int measured,
        int threshold,
        Instant at) {

    public static Decision<ReviewEvent> decide(Review review, RaiseSignal command) {
        return review.opened() != null || command.measured() <= command.threshold()
                ? Decision.nothing()
                : Decision.of(new ReviewOpened(
                        command.review(),
                        command.kind(),
                        command.counsellor(),
                        command.from(),
                        command.until(),
                        null,
                        command.dossiers().size(),
                        command.dossiers().stream().limit(DrawSample.MOST).toList(),
                        command.measured(),
                        command.threshold(),
                        null,
                        command.at()));
    }
}
