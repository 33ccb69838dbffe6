package be.vlaanderen.loopbaankrediet.sessionclaims.review;

import static be.vlaanderen.loopbaankrediet.sessionclaims.review.ReviewRefusal.CHECK_NEEDS_REASON;
import static be.vlaanderen.loopbaankrediet.sessionclaims.review.ReviewRefusal.DOSSIER_ALREADY_CHECKED;
import static be.vlaanderen.loopbaankrediet.sessionclaims.review.ReviewRefusal.DOSSIER_UNKNOWN;
import static be.vlaanderen.loopbaankrediet.sessionclaims.review.ReviewRefusal.REVIEW_ALREADY_CLOSED;
import static be.vlaanderen.loopbaankrediet.sessionclaims.review.ReviewRefusal.REVIEW_UNKNOWN;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import be.vlaanderen.loopbaankrediet.sessionclaims.review.ReviewEvent.Check;
import be.vlaanderen.loopbaankrediet.sessionclaims.review.ReviewEvent.CheckResult;
import be.vlaanderen.loopbaankrediet.sessionclaims.review.ReviewEvent.DossierChecked;
import be.vlaanderen.loopbaankrediet.sessionclaims.review.ReviewEvent.ReviewOpened;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;

/** An officer looked at agreement, attendance and plan of one dossier (MR 4.6). */
public record CheckDossier(UUID booking, Check agreement, Check attendance, Check plan, String officer, Instant at) {

    public static Decision<ReviewEvent> decide(Review review, CheckDossier command) {
        ReviewOpened opened = review.opened();
        if (opened == null) {
            return Decision.refused(REVIEW_UNKNOWN);
        }
        if (!opened.dossiers().contains(command.booking())) {
            return Decision.refused(DOSSIER_UNKNOWN);
        }
        DossierChecked before = review.check(command.booking());
        if (before != null) {
            return before.agreement().equals(command.agreement())
                            && before.attendance().equals(command.attendance())
                            && before.plan().equals(command.plan())
                            && before.officer().equals(command.officer())
                    ? Decision.nothing()
                    : Decision.refused(DOSSIER_ALREADY_CHECKED);
        }
        if (review.closed() != null) {
            return Decision.refused(REVIEW_ALREADY_CLOSED);
        }
        boolean eachNotOkHasItsReason = Stream.of(command.agreement(), command.attendance(), command.plan())
                .allMatch(check -> (check.result() == CheckResult.NOT_OK) == (check.reasonCode() != null));
        return eachNotOkHasItsReason
                ? Decision.of(new DossierChecked(
                        opened.review(),
                        command.booking(),
                        command.agreement(),
                        command.attendance(),
                        command.plan(),
                        command.officer(),
                        command.at()))
                : Decision.refused(CHECK_NEEDS_REASON);
    }
}
