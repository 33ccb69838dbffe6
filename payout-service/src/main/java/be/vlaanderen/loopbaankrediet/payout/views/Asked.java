package be.vlaanderen.loopbaankrediet.payout.views;

import be.vlaanderen.loopbaankrediet.platform.web.Days;
import be.vlaanderen.loopbaankrediet.platform.web.Problem;
import be.vlaanderen.loopbaankrediet.platform.web.Problem.Issue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;

/** What stands in a question: how pages and days are asked for. */
public final class Asked {

    public static final String LIMIT = "[1-9]|[1-9][0-9]|100";
    public static final String LIMIT_WRONG = "Kies een getal van 1 tot en met 100.";
    public static final String UUID_FORM = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";
    public static final String AFTER_WRONG = "Neem de waarde van 'next' van de vorige bladzijde.";

    private Asked() {}

    /** Throws a 400 problem for what is no day of these two centuries. */
    public static LocalDate day(String name, String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() >= 2000 && day.getYear() < 2200) {
                return day;
            }
        } catch (DateTimeParseException e) {
            // told below
        }
        throw Problem.badRequest(
                        List.of(Issue.of("invalid-value", "query", name, "Geef een dag, bijvoorbeeld 2027-03-31.")))
                .exception();
    }

    /** The first moment of the day in Brussels. */
    public static Instant begin(LocalDate day) {
        return day.atStartOfDay(Days.BRUSSELS).toInstant();
    }

    /** The first moment after the day in Brussels. */
    public static Instant end(LocalDate day) {
        return begin(day.plusDays(1));
    }
}
