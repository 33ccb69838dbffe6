package be.vlaanderen.loopbaankrediet.payout.views.budget;

import be.vlaanderen.loopbaankrediet.payout.budget.Budget;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent;
import be.vlaanderen.loopbaankrediet.payout.desk.Quotas;
import be.vlaanderen.loopbaankrediet.platform.eventstore.AggregateStore;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Sql;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Transactions;
import be.vlaanderen.loopbaankrediet.platform.web.Days;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Questions about the budget of a year. */
@Singleton
class BudgetRows {

    /** Days from booking to payout before anything was paid (D-69). */
    private static final int DAYS_WITHOUT_PAST = 60;

    /**
     * Committed is what is set aside and not settled yet: left = total - committed - settled.
     *
     * @param closed what was open went to the next year
     * @param quotaBlocks blocks that may be committed this month; absent without a quota
     * @param quotaUsed blocks committed this month, under a quota
     */
    @Schema(name = "Budget")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record BudgetAnswer(
            int year,
            long totalCents,
            long committedCents,
            long settledCents,
            long leftCents,

            @Schema(
                    description =
                            "owed above what was set aside, while too little is left: found before any booking that waits")
            long owedCents,

            @Schema(description = "number of bookings that wait for budget")
            long queue,

            boolean closed,
            @Nullable Integer quotaBlocks,
            @Nullable Integer quotaUsed) {}

    /** @param on last day of the point, in Brussels */
    @Schema(name = "BudgetPoint")
    record Point(
            LocalDate on,
            long totalCents,
            long committedCents,
            long settledCents,
            long leftCents,
            long owedCents,
            long queue) {}

    /** @param points of days, or of months, on which something changed, oldest first */
    @Schema(name = "BudgetCourse")
    record Course(int year, String by, List<Point> points) {}

    /** What is expected to be paid in a month. */
    @Schema(name = "ProjectedMonth")
    record Month(String month, long cents, long bookings) {}

    /**
     * @param toPayCents committed and not settled
     * @param thisYearCents part of it that is expected before the end of the year
     * @param delayDays from booking to payout, in the middle of what was seen
     * @param delaySeenIn how many claims of the last year it was seen in; 0: it is assumed
     * @param explanation in Dutch, how this was reckoned
     */
    @Schema(name = "BudgetProjection")
    record Projection(
            int year,
            LocalDate on,
            long toPayCents,
            long thisYearCents,
            int delayDays,
            long delaySeenIn,
            List<Month> months,
            String explanation) {}

    private record Delay(int days, long seenIn) {}

    private final Transactions transactions;
    private final AggregateStore<Budget, BudgetEvent> budgets;
    private final Quotas quotas;
    private final Clock clock;

    @Inject
    BudgetRows(Transactions transactions, AggregateStore<Budget, BudgetEvent> budgets, Quotas quotas, Clock clock) {
        this.transactions = transactions;
        this.budgets = budgets;
        this.quotas = quotas;
        this.clock = clock;
    }

    Optional<BudgetAnswer> now(int year) {
        Instant at = clock.instant();
        Integer quota = year == Days.of(at).getYear() ? quotas.at(at) : null;
        Integer used = quota == null ? null : budgets.state(Budget.stream(year)).blocksOf(Budget.month(year, at));
        return transactions.in(connection -> Sql.list(
                        connection,
                        "SELECT *, total_cents - committed_cents - settled_cents AS left_cents FROM budget WHERE year = ?",
                        row -> new BudgetAnswer(
                                year,
                                row.getLong("total_cents"),
                                row.getLong("committed_cents"),
                                row.getLong("settled_cents"),
                                row.getLong("left_cents"),
                                row.getLong("owed_cents"),
                                row.getLong("queue"),
                                row.getBoolean("closed"),
                                quota,
                                used),
                        year)
                .stream()
                .findFirst());
    }

    /** At the end of a day; empty when the year was not open yet. */
    Optional<BudgetAnswer> asOf(int year, LocalDate day) {
        Budget then = budgets.stateAt(Budget.stream(year), Days.end(day));
        return then.isOpen()
                ? Optional.of(new BudgetAnswer(
                        year,
                        then.totalCents(),
                        then.committedCents(),
                        then.settledCents(),
                        then.leftCents(),
                        then.owedCents(),
                        then.queue().size(),
                        then.closed(),
                        null,
                        null))
                : Optional.empty();
    }

    /** @param by day or month */
    Course course(int year, String by) {
        String group = by.equals("month") ? "date_trunc('month', day)" : "day";
        return new Course(
                year,
                by,
                transactions.in(connection -> Sql.list(
                        connection,
                        "SELECT max(day) AS on_day, sum(sum(total_cents)) OVER w AS total, sum(sum(committed_cents)) OVER w AS committed,"
                                + " sum(sum(settled_cents)) OVER w AS settled, sum(sum(queue)) OVER w AS queue,"
                                + " sum(sum(owed_cents)) OVER w AS owed FROM budget_day"
                                + " WHERE year = ? GROUP BY " + group
                                + " WINDOW w AS (ORDER BY max(day)) ORDER BY on_day",
                        row -> new Point(
                                row.getObject("on_day", LocalDate.class),
                                row.getLong("total"),
                                row.getLong("committed"),
                                row.getLong("settled"),
                                row.getLong("total") - row.getLong("committed") - row.getLong("settled"),
                                row.getLong("owed"),
                                row.getLong("queue")),
                        year)));
    }

    /** D-69: each commitment is expected to be paid when the usual delay is over, and what is later than usual this month. */
    Projection projection(int year) {
        LocalDate today = Days.of(clock.instant());
        return transactions.in(connection -> {
            Delay delay = delay(connection, today);
            List<Month> months = Sql.list(
                    connection,
                    "SELECT to_char(greatest(committed_on + ?::integer, ?::date), 'YYYY-MM') AS expected, sum(left_cents) AS cents,"
                            + " count(*) AS bookings FROM commitment WHERE year = ? AND left_cents > 0 GROUP BY 1 ORDER BY 1",
                    row -> new Month(row.getString("expected"), row.getLong("cents"), row.getLong("bookings")),
                    delay.days(),
                    today,
                    year);
            return new Projection(
                    year,
                    today,
                    months.stream().mapToLong(Month::cents).sum(),
                    months.stream()
                            .filter(month -> YearMonth.parse(month.month()).getYear() <= year)
                            .mapToLong(Month::cents)
                            .sum(),
                    delay.days(),
                    delay.seenIn(),
                    months,
                    explanation(delay));
        });
    }

    private static Delay delay(Connection connection, LocalDate today) throws SQLException {
        Delay seen = Sql.list(
                        connection,
                        "SELECT coalesce(percentile_disc(0.5) WITHIN GROUP (ORDER BY settled_on - committed_on), 0) AS days, count(*) AS seen"
                                + " FROM settlement JOIN commitment USING (booking) WHERE settled_on > ?",
                        row -> new Delay(row.getInt("days"), row.getLong("seen")),
                        today.minusYears(1))
                .getFirst();
        return seen.seenIn() == 0 ? new Delay(DAYS_WITHOUT_PAST, 0) : seen;
    }

    private static String explanation(Delay delay) {
        String basis = delay.seenIn() == 0
                ? "Er is het voorbije jaar nog niets uitbetaald. Wij nemen aan dat er " + delay.days()
                        + " dagen zijn tussen boeking en uitbetaling."
                : "Het voorbije jaar " + (delay.seenIn() == 1 ? "was" : "waren") + " er "
                        + count(delay.seenIn(), "uitbetaling", "uitbetalingen")
                        + "; minstens de helft kwam binnen " + count(delay.days(), "dag", "dagen")
                        + " na de boeking.";
        return basis
                + " Elke boeking telt in de maand waarin die termijn om is. Wat later is dan gewoonlijk, telt in deze maand."
                + " De bedragen zijn de hoogste die de overheid kan betalen: wat later vrijkomt, is niet afgetrokken.";
    }

    private static String count(long number, String one, String more) {
        return number + " " + (number == 1 ? one : more);
    }
}
