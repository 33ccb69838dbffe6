package be.vlaanderen.loopbaankrediet.sessionclaims.review;

import static be.vlaanderen.loopbaankrediet.sessionclaims.review.ReviewRefusal.DOSSIERS_OPEN;
import static be.vlaanderen.loopbaankrediet.sessionclaims.review.ReviewRefusal.REVIEW_ALREADY_CLOSED;
import static be.vlaanderen.loopbaankrediet.sessionclaims.review.ReviewRefusal.REVIEW_UNKNOWN;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import be.vlaanderen.loopbaankrediet.sessionclaims.review.ReviewEvent.ReviewClosed;
import be.vlaanderen.loopbaankrediet.sessionclaims.review.ReviewEvent.ReviewKind;
import be.vlaanderen.loopbaankrediet.sessionclaims.review.ReviewEvent.ReviewOpened;
import be.vlaanderen.loopbaankrediet.sessionclaims.review.ReviewEvent.ReviewOutcome;
import be.vlaanderen.loopbaankrediet.sessionclaims.review.ReviewEvent.ReviewReason;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** An officer judges a review: a sample when all its dossiers are checked, a signal at once. */
public record CloseReview(ReviewOutcome outcome, ReviewReason reasonCode, String officer, Instant at) {

    public static Decision<ReviewEvent> decide(Review review, CloseReview command) {
        ReviewOpened opened = review.opened();
        if (opened == null) {
            return Decision.refused(REVIEW_UNKNOWN);
        }
        ReviewClosed before = review.closed();
        if (before != null) {
            return before.outcome() == command.outcome()
                            && before.reasonCode() == command.reasonCode()
                            && before.officer().equals(command.officer())
                    ? Decision.nothing()
                    : Decision.refused(REVIEW_ALREADY_CLOSED);
        }
        if (opened.kind() == ReviewKind.SAMPLE && !review.unchecked().isEmpty()) {
            return Decision.refused(
                    DOSSIERS_OPEN,
                    Map.of(
                            "open",
                            review.unchecked().stream().map(UUID::toString).toList()));
        }
        return Decision.of(new ReviewClosed(
                opened.review(),
                opened.kind(),
                opened.counsellor(),
                command.outcome(),
                command.reasonCode(),
                command.officer(),
                command.at()));
    }
}
