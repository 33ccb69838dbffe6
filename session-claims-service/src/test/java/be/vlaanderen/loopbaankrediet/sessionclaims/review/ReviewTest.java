package be.vlaanderen.loopbaankrediet.sessionclaims.review;

import static be.vlaanderen.loopbaankrediet.platform.testkit.Scenario.given;
import static be.vlaanderen.loopbaankrediet.sessionclaims.review.Review.AGGREGATE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import be.vlaanderen.loopbaankrediet.sessionclaims.review.ReviewEvent.Check;
import be.vlaanderen.loopbaankrediet.sessionclaims.review.ReviewEvent.CheckReason;
import be.vlaanderen.loopbaankrediet.sessionclaims.review.ReviewEvent.CheckResult;
import be.vlaanderen.loopbaankrediet.sessionclaims.review.ReviewEvent.DossierChecked;
import be.vlaanderen.loopbaankrediet.sessionclaims.review.ReviewEvent.ReviewClosed;
import be.vlaanderen.loopbaankrediet.sessionclaims.review.ReviewEvent.ReviewKind;
import be.vlaanderen.loopbaankrediet.sessionclaims.review.ReviewEvent.ReviewOpened;
import be.vlaanderen.loopbaankrediet.sessionclaims.review.ReviewEvent.ReviewOutcome;
import be.vlaanderen.loopbaankrediet.sessionclaims.review.ReviewEvent.ReviewReason;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** MR 4.6 and 4.8. */
class ReviewTest {

    private static final UUID REVIEW = new UUID(7, 7);
    private static final UUID COUNSELLOR = new UUID(3, 3);
    private static final UUID SEED = new UUID(8, 8);
    private static final Instant NOW = Instant.parse("2027-06-20T08:00:00Z");
    private static final LocalDate FROM = LocalDate.of(2027, 1, 1);
    private static final LocalDate UNTIL = LocalDate.of(2027, 3, 31);
    private static final List<UUID> FORTY =
            LongStream.range(0, 40).mapToObj(n -> new UUID(1, n)).toList();
    private static final Check OK = new Check(CheckResult.OK, null);
    private static final String OFFICER = "a1b2c3d4";

    @Test
    void at_most_twenty_five_dossiers_are_drawn() {
        assertEquals(25, DrawSample.draw(SEED, FORTY, 40).size());
        assertEquals(10, DrawSample.draw(SEED, FORTY, 10).size());
        assertEquals(3, DrawSample.draw(SEED, FORTY.subList(0, 3), 25).size());
    }

    /** D-47. */
    @Test
    void the_same_seed_draws_the_same_in_whatever_order_the_dossiers_come_and_another_seed_another() {
        assertEquals(DrawSample.draw(SEED, FORTY, 10), DrawSample.draw(SEED, FORTY.reversed(), 10));
        assertNotEquals(DrawSample.draw(SEED, FORTY, 10), DrawSample.draw(REVIEW, FORTY, 10));
        // a smaller draw is the beginning of a larger one
        assertEquals(
                DrawSample.draw(SEED, FORTY, 5),
                DrawSample.draw(SEED, FORTY, 10).subList(0, 5));
    }

    @Test
    void a_sample_is_drawn_once_and_keeps_its_seed() {
        given(AGGREGATE).when(draw(FROM, UNTIL, FORTY)).then(sample(DrawSample.draw(SEED, FORTY, 25), 40));
        given(AGGREGATE, sample(FORTY.subList(0, 25), 40))
                .when(draw(FROM, UNTIL, FORTY))
                .thenNothing();
        given(AGGREGATE).when(draw(UNTIL, FROM, FORTY)).thenRefused(ReviewRefusal.PERIOD_BACKWARD);
        given(AGGREGATE).when(draw(FROM, UNTIL, List.of())).thenRefused(ReviewRefusal.NOTHING_TO_DRAW);
    }

    @Test
    void a_signal_is_raised_once_and_only_above_its_threshold() {
        given(AGGREGATE).when(signal(20)).thenNothing();
        given(AGGREGATE).when(signal(21)).then(raised());
        given(AGGREGATE, raised()).when(signal(30)).thenNothing();
    }

    @Test
    void a_dossier_is_checked_once() {
        UUID first = FORTY.getFirst();
        ReviewEvent sample = sample(FORTY.subList(0, 2), 2);
        given(AGGREGATE, sample).when(check(first, OK)).then(checked(first, OK));
        given(AGGREGATE, sample, checked(first, OK)).when(check(first, OK)).thenNothing();
        given(AGGREGATE, sample, checked(first, OK))
                .when(check(first, new Check(CheckResult.NOT_OK, CheckReason.MISSING)))
                .thenRefused(ReviewRefusal.DOSSIER_ALREADY_CHECKED);
        given(AGGREGATE, sample).when(check(FORTY.getLast(), OK)).thenRefused(ReviewRefusal.DOSSIER_UNKNOWN);
        given(AGGREGATE).when(check(first, OK)).thenRefused(ReviewRefusal.REVIEW_UNKNOWN);
        given(AGGREGATE, raised(), closed(ReviewKind.HOURS_IN_A_DAY))
                .when(check(first, OK))
                .thenRefused(ReviewRefusal.REVIEW_ALREADY_CLOSED);
    }

    @Test
    void what_is_not_in_order_has_its_reason_and_nothing_else_has() {
        UUID first = FORTY.getFirst();
        ReviewEvent sample = sample(FORTY.subList(0, 2), 2);
        Check missing = new Check(CheckResult.NOT_OK, CheckReason.MISSING);
        given(AGGREGATE, sample).when(check(first, missing)).then(checked(first, missing));
        for (Check wrong : List.of(
                new Check(CheckResult.NOT_OK, null),
                new Check(CheckResult.OK, CheckReason.MISSING),
                new Check(CheckResult.NOT_APPLICABLE, CheckReason.OTHER))) {
            given(AGGREGATE, sample).when(check(first, wrong)).thenRefused(ReviewRefusal.CHECK_NEEDS_REASON);
        }
    }

    @Test
    void a_sample_is_closed_when_all_its_dossiers_are_checked_and_a_signal_at_once() {
        UUID first = FORTY.get(0);
        UUID second = FORTY.get(1);
        ReviewEvent sample = sample(FORTY.subList(0, 2), 2);
        given(AGGREGATE, sample, checked(first, OK))
                .when(close(ReviewOutcome.IN_ORDER))
                .thenRefused(ReviewRefusal.DOSSIERS_OPEN, Map.of("open", List.of(second.toString())));
        given(AGGREGATE, sample, checked(first, OK), checked(second, OK))
                .when(close(ReviewOutcome.IN_ORDER))
                .then(closed(ReviewKind.SAMPLE));
        given(AGGREGATE, raised()).when(close(ReviewOutcome.IN_ORDER)).then(closed(ReviewKind.HOURS_IN_A_DAY));
        given(AGGREGATE, raised(), closed(ReviewKind.HOURS_IN_A_DAY))
                .when(close(ReviewOutcome.IN_ORDER))
                .thenNothing();
        given(AGGREGATE, raised(), closed(ReviewKind.HOURS_IN_A_DAY))
                .when(close(ReviewOutcome.IRREGULAR))
                .thenRefused(ReviewRefusal.REVIEW_ALREADY_CLOSED);
        given(AGGREGATE).when(close(ReviewOutcome.IN_ORDER)).thenRefused(ReviewRefusal.REVIEW_UNKNOWN);
    }

    private static Function<Review, Decision<ReviewEvent>> draw(LocalDate from, LocalDate until, List<UUID> all) {
        return it ->
                DrawSample.decide(it, new DrawSample(REVIEW, COUNSELLOR, from, until, SEED, all, 25, OFFICER, NOW));
    }

    private static Function<Review, Decision<ReviewEvent>> signal(int halfHours) {
        return it -> RaiseSignal.decide(
                it,
                new RaiseSignal(
                        REVIEW, ReviewKind.HOURS_IN_A_DAY, COUNSELLOR, UNTIL, UNTIL, FORTY, halfHours, 20, NOW));
    }

    private static Function<Review, Decision<ReviewEvent>> check(UUID booking, Check agreement) {
        return it -> CheckDossier.decide(it, new CheckDossier(booking, agreement, OK, OK, OFFICER, NOW));
    }

    private static Function<Review, Decision<ReviewEvent>> close(ReviewOutcome outcome) {
        return it -> CloseReview.decide(it, new CloseReview(outcome, ReviewReason.NOTHING_FOUND, OFFICER, NOW));
    }

    private static ReviewEvent sample(List<UUID> dossiers, int population) {
        return new ReviewOpened(
                REVIEW,
                ReviewKind.SAMPLE,
                COUNSELLOR,
                FROM,
                UNTIL,
                SEED,
                population,
                dossiers,
                null,
                null,
                OFFICER,
                NOW);
    }

    private static ReviewEvent raised() {
        return new ReviewOpened(
                REVIEW,
                ReviewKind.HOURS_IN_A_DAY,
                COUNSELLOR,
                UNTIL,
                UNTIL,
                null,
                40,
                FORTY.subList(0, 25),
                21,
                20,
                null,
                NOW);
    }

    private static ReviewEvent checked(UUID booking, Check agreement) {
        return new DossierChecked(REVIEW, booking, agreement, OK, OK, OFFICER, NOW);
    }

    private static ReviewEvent closed(ReviewKind kind) {
        return new ReviewClosed(
                REVIEW, kind, COUNSELLOR, ReviewOutcome.IN_ORDER, ReviewReason.NOTHING_FOUND, OFFICER, NOW);
    }
}
