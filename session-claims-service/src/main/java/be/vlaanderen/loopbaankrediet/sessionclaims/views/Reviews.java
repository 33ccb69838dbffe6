package be.vlaanderen.loopbaankrediet.sessionclaims.views;

import be.vlaanderen.loopbaankrediet.platform.eventstore.AggregateStore;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Sql;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Transactions;
import be.vlaanderen.loopbaankrediet.sessionclaims.review.Review;
import be.vlaanderen.loopbaankrediet.sessionclaims.review.ReviewEvent;
import be.vlaanderen.loopbaankrediet.sessionclaims.review.ReviewEvent.Check;
import be.vlaanderen.loopbaankrediet.sessionclaims.review.ReviewEvent.DossierChecked;
import be.vlaanderen.loopbaankrediet.sessionclaims.review.ReviewEvent.ReviewClosed;
import be.vlaanderen.loopbaankrediet.sessionclaims.review.ReviewEvent.ReviewKind;
import be.vlaanderen.loopbaankrediet.sessionclaims.review.ReviewEvent.ReviewOpened;
import be.vlaanderen.loopbaankrediet.sessionclaims.review.ReviewEvent.ReviewOutcome;
import be.vlaanderen.loopbaankrediet.sessionclaims.review.ReviewEvent.ReviewReason;
import be.vlaanderen.loopbaankrediet.sessionclaims.vault.Vault;
import be.vlaanderen.loopbaankrediet.sessionclaims.views.UndueRows.FoundUndue;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shows reviews to officers. */
@Singleton
public class Reviews {

    /** What an officer can do with a review now. */
    public enum ReviewAction {
        CHECK_DOSSIER,
        CLOSE
    }

    /** @param agreement absent, like the rest, until the dossier is checked */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Dossier(
            UUID booking,
            @Nullable Check agreement,
            @Nullable Check attendance,
            @Nullable Check plan,
            @Nullable String written,
            @Nullable String officer,
            @Nullable Instant checkedAt) {}

    /** @param officer a pseudonym */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ReviewDecision(
            ReviewOutcome outcome,
            ReviewReason reasonCode,
            @Nullable String reason,
            String officer,
            Instant closedAt) {}

    /**
     * @param status {@code OPEN} or {@code CLOSED}
     * @param seed of the draw of a sample
     * @param population how many dossiers there were
     * @param measured what a signal measured: half hours, blocks, or citizens
     * @param threshold above which it is a signal
     * @param officer who drew, a pseudonym; absent for a signal
     * @param undue what was found undue in it
     * @param actions what can be done with it now
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ReviewAnswer(
            UUID review,
            ReviewKind kind,
            String status,
            UUID counsellor,
            LocalDate from,
            LocalDate until,
            @Nullable UUID seed,
            int population,
            @Nullable Integer measured,
            @Nullable Integer threshold,
            @Nullable String officer,
            Instant openedAt,
            List<Dossier> dossiers,
            @Nullable ReviewDecision closed,
            List<FoundUndue> undue,
            List<ReviewAction> actions) {}

    private final Transactions transactions;
    private final AggregateStore<Review, ReviewEvent> reviews;
    private final Vault vault;
    private final UndueRows undue;

    @Inject
    Reviews(Transactions transactions, AggregateStore<Review, ReviewEvent> reviews, Vault vault, UndueRows undue) {
        this.transactions = transactions;
        this.reviews = reviews;
        this.vault = vault;
        this.undue = undue;
    }

    /** Empty when it did not exist (yet). */
    public Optional<ReviewAnswer> one(UUID review, @Nullable Instant asOf) {
        Review state = asOf == null ? reviews.state(review.toString()) : reviews.stateAt(review.toString(), asOf);
        ReviewOpened opened = state.opened();
        return opened == null ? Optional.empty() : Optional.of(show(state, opened, asOf));
    }

    /** The oldest first, as they are to be worked on. */
    public Page<ReviewAnswer> page(
            @Nullable String status,
            @Nullable String kind,
            @Nullable UUID counsellor,
            @Nullable UUID after,
            int limit) {
        StringBuilder where = new StringBuilder(" WHERE true");
        List<Object> values = new ArrayList<>();
        if (status != null) {
            where.append(" AND status = ?");
            values.add(status);
        }
        if (kind != null) {
            where.append(" AND kind = ?");
            values.add(kind);
        }
        if (counsellor != null) {
            where.append(" AND counsellor = ?");
            values.add(counsellor);
        }
        if (after != null) {
            where.append(" AND (opened_at, review) > (SELECT r.opened_at, r.review FROM review r WHERE r.review = ?)");
            values.add(after);
        }
        String sql = "SELECT review FROM review" + where + " ORDER BY opened_at, review LIMIT " + (limit + 1);
        List<ReviewAnswer> found = transactions.in(connection ->
                Sql.list(connection, sql, row -> Sql.uuid(row, "review"), values.toArray()).stream()
                        .flatMap(review -> one(review, null).stream())
                        .toList());
        return Page.of(found, limit, ReviewAnswer::review);
    }

    private ReviewAnswer show(Review state, ReviewOpened opened, @Nullable Instant asOf) {
        Map<String, String> written = vault.read(opened.review());
        ReviewClosed closed = state.closed();
        return new ReviewAnswer(
                opened.review(),
                opened.kind(),
                closed == null ? "OPEN" : "CLOSED",
                opened.counsellor(),
                opened.from(),
                opened.until(),
                opened.seed(),
                opened.population(),
                opened.measured(),
                opened.threshold(),
                opened.officer(),
                opened.at(),
                opened.dossiers().stream()
                        .map(booking -> dossier(booking, state.check(booking), written))
                        .toList(),
                closed == null
                        ? null
                        : new ReviewDecision(
                                closed.outcome(),
                                closed.reasonCode(),
                                written.get("reason"),
                                closed.officer(),
                                closed.at()),
                undue.of(opened.review()).stream()
                        .filter(each -> asOf == null || state.check(each.booking()) != null)
                        .toList(),
                actions(state, opened));
    }

    private static Dossier dossier(UUID booking, @Nullable DossierChecked check, Map<String, String> written) {
        return check == null
                ? new Dossier(booking, null, null, null, null, null, null)
                : new Dossier(
                        booking,
                        check.agreement(),
                        check.attendance(),
                        check.plan(),
                        written.get(booking.toString()),
                        check.officer(),
                        check.at());
    }

    private static List<ReviewAction> actions(Review state, ReviewOpened opened) {
        List<ReviewAction> actions = new ArrayList<>();
        if (state.closed() == null) {
            if (!state.unchecked().isEmpty()) {
                actions.add(ReviewAction.CHECK_DOSSIER);
            }
            if (opened.kind() != ReviewKind.SAMPLE || state.unchecked().isEmpty()) {
                actions.add(ReviewAction.CLOSE);
            }
        }
        return actions;
    }
}
