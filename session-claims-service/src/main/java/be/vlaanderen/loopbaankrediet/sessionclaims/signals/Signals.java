package be.vlaanderen.loopbaankrediet.sessionclaims.signals;

import be.vlaanderen.loopbaankrediet.platform.eventstore.AggregateStore;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Sql;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Transactions;
import be.vlaanderen.loopbaankrediet.platform.web.Days;
import be.vlaanderen.loopbaankrediet.sessionclaims.review.RaiseSignal;
import be.vlaanderen.loopbaankrediet.sessionclaims.review.Review;
import be.vlaanderen.loopbaankrediet.sessionclaims.review.ReviewEvent;
import be.vlaanderen.loopbaankrediet.sessionclaims.review.ReviewEvent.ReviewKind;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Measures what may be misuse (MR 4.8, D-48, D-50). A signal opens a review for a person to judge; it never decides.
 */
@Singleton
public class Signals {

    private static final int IDENTICAL_WITHIN_DAYS = 90;
    private static final int NEW_WITHIN_DAYS = 14;
    private static final int ALWAYS_PERCENT = 90;
    private static final String DELIVERS = " AND status IN ('REGISTERED', 'CONFIRMED')";

    private record Pattern(int blocks, List<UUID> dossiers) {}

    private record Colleagues(UUID employer, int citizens, List<UUID> dossiers) {}

    private final Transactions transactions;
    private final AggregateStore<Review, ReviewEvent> reviews;
    private final Clock clock;
    private final int hoursInADay;
    private final int identicalBlocks;
    private final int newCitizens;
    private final int sameEmployer;
    private final int sameEmployerDays;

    @Inject
    Signals(
            Transactions transactions,
            AggregateStore<Review, ReviewEvent> reviews,
            Clock clock,
            @ConfigProperty(name = "loopbaankrediet.signals.hours-in-a-day") int hoursInADay,
            @ConfigProperty(name = "loopbaankrediet.signals.identical-blocks") int identicalBlocks,
            @ConfigProperty(name = "loopbaankrediet.signals.new-citizens") int newCitizens,
            @ConfigProperty(name = "loopbaankrediet.signals.same-employer") int sameEmployer,
            @ConfigProperty(name = "loopbaankrediet.signals.same-employer-days") int sameEmployerDays) {
        this.transactions = transactions;
        this.reviews = reviews;
        this.clock = clock;
        this.hoursInADay = hoursInADay;
        this.identicalBlocks = identicalBlocks;
        this.newCitizens = newCitizens;
        this.sameEmployer = sameEmployer;
        this.sameEmployerDays = sameEmployerDays;
    }

    /** Looks around a session of a counsellor. */
    void look(UUID counsellor, Instant startedAt) {
        LocalDate day = Days.of(startedAt);
        transactions.run(connection -> {
            hoursInADay(connection, counsellor, day);
            identicalSessions(connection, counsellor, day);
            manyCitizens(connection, counsellor, day);
            sameEmployer(connection, counsellor, day);
        });
    }

    private void hoursInADay(Connection connection, UUID counsellor, LocalDate day) throws SQLException {
        String which = " FROM session WHERE counsellor = ? AND started_at >= ? AND started_at <= ?" + DELIVERS;
        Object[] values = {counsellor, Days.begin(day), Days.end(day)};
        int halfHours = Sql.list(
                        connection, "SELECT coalesce(sum(half_hours), 0) AS n" + which, row -> row.getInt("n"), values)
                .getFirst();
        if (halfHours > 2 * hoursInADay) {
            List<UUID> dossiers = Sql.list(
                    connection,
                    "SELECT DISTINCT booking" + which + " ORDER BY booking",
                    row -> Sql.uuid(row, "booking"),
                    values);
            raise(ReviewKind.HOURS_IN_A_DAY, counsellor, day, day, dossiers, halfHours, 2 * hoursInADay);
        }
    }

    /** The most frequent start and length of the last 90 days, when nearly every block has it. */
    private void identicalSessions(Connection connection, UUID counsellor, LocalDate day) throws SQLException {
        LocalDate from = day.minusDays(IDENTICAL_WITHIN_DAYS);
        Object[] values = {counsellor, Days.begin(from), Days.end(day)};
        String which = " FROM session WHERE counsellor = ? AND started_at >= ? AND started_at <= ?" + DELIVERS;
        List<Pattern> most = Sql.list(
                connection,
                "SELECT count(DISTINCT booking) AS n, array_agg(DISTINCT booking) AS bookings" + which
                        + " GROUP BY (started_at AT TIME ZONE 'Europe/Brussels')::time, half_hours"
                        + " ORDER BY 1 DESC LIMIT 1",
                row -> new Pattern(row.getInt("n"), List.of((UUID[])
                        row.getArray("bookings").getArray())),
                values);
        int blocks = Sql.list(connection, "SELECT count(DISTINCT booking) AS n" + which, row -> row.getInt("n"), values)
                .getFirst();
        for (Pattern pattern : most) {
            if (pattern.blocks() * 100 >= blocks * ALWAYS_PERCENT) {
                raise(
                        ReviewKind.IDENTICAL_SESSIONS,
                        counsellor,
                        from,
                        day,
                        pattern.dossiers(),
                        pattern.blocks(),
                        identicalBlocks);
            }
        }
    }

    /** Citizens whose first session with the counsellor lies in the last 14 days. */
    private void manyCitizens(Connection connection, UUID counsellor, LocalDate day) throws SQLException {
        LocalDate from = day.minusDays(NEW_WITHIN_DAYS - 1L);
        List<UUID> dossiers = Sql.list(
                connection,
                "SELECT (array_agg(booking ORDER BY started_at))[1] AS booking FROM session WHERE counsellor = ?"
                        + DELIVERS + " GROUP BY wallet HAVING min(started_at) >= ? AND min(started_at) <= ?"
                        + " ORDER BY 1",
                row -> Sql.uuid(row, "booking"),
                counsellor,
                Days.begin(from),
                Days.end(day));
        raise(ReviewKind.MANY_CITIZENS, counsellor, from, day, dossiers, dossiers.size(), newCitizens);
    }

    /** Citizens of one employer who had a session with the counsellor in a short time; one review for each such employer. */
    private void sameEmployer(Connection connection, UUID counsellor, LocalDate day) throws SQLException {
        LocalDate from = day.minusDays(sameEmployerDays - 1L);
        List<Colleagues> found = Sql.list(
                connection,
                "SELECT employer, count(DISTINCT wallet) AS n, array_agg(DISTINCT booking) AS bookings"
                        + " FROM session JOIN employee USING (wallet)"
                        + " WHERE counsellor = ? AND started_at >= ? AND started_at <= ?" + DELIVERS
                        + " GROUP BY employer HAVING count(DISTINCT wallet) >= ? ORDER BY employer",
                row -> new Colleagues(Sql.uuid(row, "employer"), row.getInt("n"), List.of((UUID[])
                        row.getArray("bookings").getArray())),
                counsellor,
                Days.begin(from),
                Days.end(day),
                sameEmployer);
        for (Colleagues each : found) {
            raise(
                    ReviewKind.SAME_EMPLOYER,
                    counsellor,
                    month(day) + "\n" + each.employer(),
                    from,
                    day,
                    each.dossiers(),
                    each.citizens(),
                    sameEmployer - 1); // a signal is what is above it
        }
    }

    /** Once for a day, or for a month when it is about more days than one (D-48). */
    private void raise(
            ReviewKind kind,
            UUID counsellor,
            LocalDate from,
            LocalDate until,
            List<UUID> dossiers,
            int measured,
            int threshold) {
        String once = kind == ReviewKind.HOURS_IN_A_DAY ? until.toString() : month(until);
        raise(kind, counsellor, once, from, until, dossiers, measured, threshold);
    }

    private static String month(LocalDate day) {
        return day.toString().substring(0, "2027-03".length());
    }

    /** @param once the same is raised once */
    private void raise(
            ReviewKind kind,
            UUID counsellor,
            String once,
            LocalDate from,
            LocalDate until,
            List<UUID> dossiers,
            int measured,
            int threshold) {
        if (measured <= threshold) {
            return;
        }
        UUID review = UUID.nameUUIDFromBytes((kind + "\n" + counsellor + "\n" + once).getBytes(StandardCharsets.UTF_8));
        RaiseSignal command =
                new RaiseSignal(review, kind, counsellor, from, until, dossiers, measured, threshold, clock.instant());
        var unused = reviews.handle(review.toString(), state -> RaiseSignal.decide(state, command))
                .orThrow();
    }
}
