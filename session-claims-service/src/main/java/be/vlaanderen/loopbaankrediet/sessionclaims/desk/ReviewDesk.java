package be.vlaanderen.loopbaankrediet.sessionclaims.desk;

import be.vlaanderen.loopbaankrediet.platform.eventstore.AggregateStore;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Sql;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Transactions;
import be.vlaanderen.loopbaankrediet.platform.web.Days;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.Origin;
import be.vlaanderen.loopbaankrediet.sessionclaims.desk.UndueDesk.Undue;
import be.vlaanderen.loopbaankrediet.sessionclaims.review.CheckDossier;
import be.vlaanderen.loopbaankrediet.sessionclaims.review.CloseReview;
import be.vlaanderen.loopbaankrediet.sessionclaims.review.DrawSample;
import be.vlaanderen.loopbaankrediet.sessionclaims.review.Review;
import be.vlaanderen.loopbaankrediet.sessionclaims.review.ReviewEvent;
import be.vlaanderen.loopbaankrediet.sessionclaims.review.ReviewEvent.Check;
import be.vlaanderen.loopbaankrediet.sessionclaims.review.ReviewEvent.ReviewOutcome;
import be.vlaanderen.loopbaankrediet.sessionclaims.review.ReviewEvent.ReviewReason;
import be.vlaanderen.loopbaankrediet.sessionclaims.vault.Vault;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Draws samples, notes what officers find in dossiers, and closes reviews; what people write goes to the vault in the same transaction. */
@Singleton
public class ReviewDesk {

    private final Transactions transactions;
    private final AggregateStore<Review, ReviewEvent> reviews;
    private final UndueDesk undueDesk;
    private final Vault vault;
    private final Clock clock;

    @Inject
    ReviewDesk(
            Transactions transactions,
            AggregateStore<Review, ReviewEvent> reviews,
            UndueDesk undueDesk,
            Vault vault,
            Clock clock) {
        this.transactions = transactions;
        this.reviews = reviews;
        this.undueDesk = undueDesk;
        this.vault = vault;
        this.clock = clock;
    }

    /** The dossiers are the blocks with a session in the period, whatever became of the session. */
    public void draw(
            UUID review, UUID counsellor, LocalDate from, LocalDate until, UUID seed, int size, String officer) {
        transactions.run(connection -> {
            List<UUID> population = Sql.list(
                    connection,
                    "SELECT DISTINCT booking FROM session WHERE counsellor = ? AND started_at >= ? AND started_at <= ?",
                    row -> Sql.uuid(row, "booking"),
                    counsellor,
                    Days.begin(from),
                    Days.end(until));
            DrawSample command =
                    new DrawSample(review, counsellor, from, until, seed, population, size, officer, clock.instant());
            var unused = reviews.handle(review.toString(), state -> DrawSample.decide(state, command))
                    .orThrow();
        });
    }

    public void check(
            UUID review,
            UUID booking,
            Check agreement,
            Check attendance,
            Check plan,
            @Nullable String written,
            @Nullable Undue undue,
            String officer) {
        transactions.run(connection -> {
            Instant now = clock.instant();
            CheckDossier command = new CheckDossier(booking, agreement, attendance, plan, officer, now);
            if (reviews.handle(review.toString(), state -> CheckDossier.decide(state, command))
                    .isNew()) {
                vault.write(review, booking.toString(), written, now);
                if (undue != null) {
                    undueDesk.find(booking, undue, Origin.INSPECTION, review, now);
                }
            }
        });
    }

    public void close(UUID review, ReviewOutcome outcome, ReviewReason reason, String written, String officer) {
        transactions.run(connection -> {
            CloseReview command = new CloseReview(outcome, reason, officer, clock.instant());
            if (reviews.handle(review.toString(), state -> CloseReview.decide(state, command))
                    .isNew()) {
                vault.write(review, "reason", written, command.at());
            }
        });
    }
}
