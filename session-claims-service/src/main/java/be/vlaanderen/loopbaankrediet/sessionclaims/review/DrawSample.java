package be.vlaanderen.loopbaankrediet.sessionclaims.review;

import static be.vlaanderen.loopbaankrediet.sessionclaims.review.ReviewRefusal.NOTHING_TO_DRAW;
import static be.vlaanderen.loopbaankrediet.sessionclaims.review.ReviewRefusal.PERIOD_BACKWARD;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import be.vlaanderen.loopbaankrediet.sessionclaims.review.ReviewEvent.ReviewKind;
import be.vlaanderen.loopbaankrediet.sessionclaims.review.ReviewEvent.ReviewOpened;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * An officer draws dossiers of a counsellor (MR 4.6).
 *
 * @param population the bookings with sessions in the period
 * @param size how many to draw, at most {@value #MOST}
 */
public record DrawSample(
        UUID review,
        UUID counsellor,
        LocalDate from,
        LocalDate until,
        UUID seed,
        List<UUID> population,
        int size,
        String officer,
        Instant at) {

    /** MR 4.6: dossiers in one sample. */
    public static final int MOST = 25;

    public static Decision<ReviewEvent> decide(Review review, DrawSample command) {
        if (review.opened() != null) {
            return Decision.nothing(); // a repeat
        }
        if (command.until().isBefore(command.from())) {
            return Decision.refused(PERIOD_BACKWARD);
        }
        if (command.population().isEmpty()) {
            return Decision.refused(NOTHING_TO_DRAW);
        }
        return Decision.of(new ReviewOpened(
                command.review(),
                ReviewKind.SAMPLE,
                command.counsellor(),
                command.from(),
                command.until(),
                command.seed(),
                command.population().size(),
                draw(command.seed(), command.population(), command.size()),
                null,
                null,
                command.officer(),
                command.at()));
    }

    /** D-47: in the order of the SHA-256 of seed and booking, so that anyone can draw the same again, in whatever order the dossiers come. */
    static List<UUID> draw(UUID seed, List<UUID> population, int size) {
        return population.stream()
                .sorted(Comparator.comparing(booking -> DigestUtils.sha256Hex(seed + "/" + booking)))
                .limit(Math.min(size, MOST))
                .toList();
    }
}
