package be.vlaanderen.loopbaankrediet.platform.web;

import be.vlaanderen.loopbaankrediet.platform.web.Problem.Issue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;

/** Calendar days are those of Brussels, wherever the machine stands. */
public final class Days {

    public static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

    private Days() {}

    public static LocalDate of(Instant instant) {
        return LocalDate.ofInstant(instant, BRUSSELS);
    }

    /** The first moment of the day. */
    public static Instant begin(LocalDate day) {
        return day.atStartOfDay(BRUSSELS).toInstant();
    }

    /** The last moment of the day: what was stored up to and including it is the state "as of" that day. */
    public static Instant end(LocalDate day) {
        return begin(day.plusDays(1)).minusNanos(1);
    }

    /**
     * A day as it stands in a question.
     *
     * @throws ProblemException a 400 that names the parameter, for what is no day of these two centuries
     */
    public static LocalDate asked(String parameter, String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() >= 2000 && day.getYear() < 2200) {
                return day;
            }
        } catch (DateTimeParseException e) {
            // told below
        }
        throw Problem.badRequest(List.of(
                        Issue.of("invalid-value", "query", parameter, "Geef een dag, bijvoorbeeld 2027-03-31.")))
                .exception();
    }
}
