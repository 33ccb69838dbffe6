package be.vlaanderen.loopbaankrediet.sessionclaims.survey;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Transactions;
import be.vlaanderen.loopbaankrediet.platform.web.Days;
import be.vlaanderen.loopbaankrediet.sessionclaims.survey.Questions.Question;
import be.vlaanderen.loopbaankrediet.sessionclaims.views.Sql;
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

/** Averages of what citizens said; cells under 5 people are not published (domain 8). */
@Singleton
public class SurveyResults {

    /** So many answers before anything is shown. */
    static final int FEWEST = 5;

    /** @param mean of the scores, 1 to 10 */
    public record Mean(String question, String text, BigDecimal mean) {}

    /**
     * @param published false under {@code fewest} answers: then nothing else is shown
     * @param satisfactionPercent mean of the 11 scores as a percentage (MR table 19)
     * @param questionAnsweredPercent who said that their question was answered
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Results(
            boolean published,
            int fewest,
            @Nullable Integer answers,
            @Nullable BigDecimal satisfactionPercent,
            @Nullable BigDecimal questionAnsweredPercent,
            List<Mean> questions) {}

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
    public Results of(@Nullable UUID counsellor, @Nullable Integer year) {
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
                + " FROM survey" + where;
        return transactions.in(connection ->
                Sql.list(connection, sql, this::read, values.toArray()).getFirst());
    }

    private Results read(ResultSet row) throws SQLException {
        int answers = row.getInt("answers");
        if (answers < FEWEST) {
            return new Results(false, FEWEST, null, null, null, List.of());
        }
        List<Mean> means = new ArrayList<>();
        for (Question each : questions.all().scored()) {
            means.add(new Mean(each.question(), each.text(), row.getBigDecimal(each.question())));
        }
        return new Results(
                true, FEWEST, answers, row.getBigDecimal("satisfaction"), row.getBigDecimal("answered"), means);
    }
}
