package be.vlaanderen.loopbaankrediet.sessionclaims.survey;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Sql;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Transactions;
import be.vlaanderen.loopbaankrediet.platform.web.Days;
import be.vlaanderen.loopbaankrediet.sessionclaims.survey.Questions.Question;
import be.vlaanderen.loopbaankrediet.sessionclaims.views.Page;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Averages of what citizens said; cells under 5 people are not published (domain 8). They go on by five answers at a time, so that nobody reads
 * the newest answer from the difference (D-49).
 */
@Singleton
public class SurveyResults {

    /** So many answers before anything is shown. */
    static final int FEWEST = 5;

    /** @param mean of the scores, 1 to 10 */
    public record Mean(String question, String text, BigDecimal mean) {}

    /**
     * @param published false under {@code fewest} answers: then nothing else is shown
     * @param answers that are in the averages: a multiple of {@code fewest}
     * @param satisfactionPercent mean of the 11 scores as a percentage (MR table 19)
     * @param questionAnsweredPercent who said that their question was answered
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record SurveyAverages(
            boolean published,
            int fewest,
            @Nullable Integer answers,
            @Nullable BigDecimal satisfactionPercent,
            @Nullable BigDecimal questionAnsweredPercent,
            List<Mean> questions) {}

    /** @param question {@code good}, {@code better} or {@code suggestions} */
    public record Written(UUID id, String question, String written) {}

    private static final String MEANS = IntStream.rangeClosed(1, Questions.SCORED)
            .mapToObj(n -> "round(avg(scores[" + n + "]), 2) AS q" + n)
            .collect(Collectors.joining(", "));
    private static final String MEAN_OF_ALL = IntStream.rangeClosed(1, Questions.SCORED)
            .mapToObj(n -> "scores[" + n + "]")
            .collect(Collectors.joining(" + ", "round(avg(", ") * 10 / " + Questions.SCORED + ", 1)"));

    private final Transactions transactions;
    private final Questions questions;

    @Inject
    SurveyResults(Transactions transactions, Questions questions) {
        this.transactions = transactions;
        this.questions = questions;
    }

    /**
     * @param counsellor null for all
     * @param year of the answer, null for ever
     */
    public SurveyAverages of(@Nullable UUID counsellor, @Nullable Integer year) {
        StringBuilder where = new StringBuilder(" WHERE true");
        List<Object> values = new ArrayList<>();
        if (counsellor != null) {
            where.append(" AND counsellor = ?");
            values.add(counsellor);
        }
        if (year != null) {
            where.append(" AND answered_at >= ? AND answered_at < ?");
            values.add(Days.begin(LocalDate.of(year, 1, 1)));
            values.add(Days.begin(LocalDate.of(year + 1, 1, 1)));
        }
        String sql = "SELECT count(*) AS answers, " + MEAN_OF_ALL + " AS satisfaction,"
                + " round(avg(CASE WHEN question_answered THEN 100 ELSE 0 END), 1) AS answered, " + MEANS
                + " FROM (SELECT s.*, row_number() OVER (ORDER BY answered_at, booking) AS n, count(*) OVER () AS total"
                + " FROM survey s" + where + ") s WHERE n <= total - total % " + FEWEST;
        return transactions.in(connection ->
                Sql.list(connection, sql, this::read, values.toArray()).getFirst());
    }

    private SurveyAverages read(ResultSet row) throws SQLException {
        int answers = row.getInt("answers");
        if (answers < FEWEST) {
            return new SurveyAverages(false, FEWEST, null, null, null, List.of());
        }
        List<Mean> means = new ArrayList<>();
        for (Question each : questions.all().scored()) {
            means.add(new Mean(each.question(), each.text(), row.getBigDecimal(each.question())));
        }
        return new SurveyAverages(
                true, FEWEST, answers, row.getBigDecimal("satisfaction"), row.getBigDecimal("answered"), means);
    }

    /**
     * What citizens wrote in their own words, of a counsellor with enough answers; in an order, and under ids, that tell neither when nor in
     * which block it was written.
     */
    public Page<Written> written(UUID counsellor, @Nullable UUID after, int limit) {
        List<Object> values = new ArrayList<>(List.of(counsellor));
        String from = "";
        if (after != null) {
            from = " AND id > ?";
            values.add(after);
        }
        String sql = "SELECT id, part, content FROM (SELECT md5(booking::text || part)::uuid AS id, part, content"
                + " FROM survey JOIN written_vault ON about = booking AND part IN ('good', 'better', 'suggestions')"
                + " WHERE counsellor = ?) w WHERE true" + from + " ORDER BY id LIMIT " + (limit + 1);
        if (!of(counsellor, null).published()) {
            return new Page<>(List.of(), null);
        }
        List<Written> found = transactions.in(connection -> Sql.list(
                connection,
                sql,
                row -> new Written(Sql.uuid(row, "id"), row.getString("part"), row.getString("content")),
                values.toArray()));
        return Page.of(found, limit, Written::id);
    }
}
