package be.vlaanderen.loopbaankrediet.eligibility.paging;

import be.vlaanderen.loopbaankrediet.platform.web.Days;
import be.vlaanderen.loopbaankrediet.platform.web.Problem;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which piece of a list is asked: rows have a number, and a page follows the last one seen. What is no number or day is a problem 400.
 *
 * @param after number of the last row seen, 0 for the first page
 * @param limit most rows of a page, 1 to 100
 */
public record Paging(long after, int limit) {

    private static final int MOST = 100;

    public static Paging of(@Nullable String after, @Nullable String limit) {
        long from = number("after", after, 0, "Geef de waarde van 'next' van de vorige bladzijde.");
        long most = number("limit", limit, MOST, "Geef een getal van 1 tot 100.");
        if (most < 1 || most > MOST) {
            throw wrong("limit", "Geef een getal van 1 tot 100.");
        }
        return new Paging(from, (int) most);
    }

    /** The rows of this page, when the number of a row is its place in the list. */
    public <T> List<T> in(List<T> all) {
        int from = (int) Math.min(after, all.size());
        return new ArrayList<>(all.subList(from, Math.min(all.size(), from + limit)));
    }

    /** What to give as {@code after} to read on; absent on the last page. */
    public @Nullable String nextIn(List<?> all) {
        return after + limit < all.size() ? String.valueOf(after + limit) : null;
    }

    /** A day from a query; absent when it is not given. */
    public static @Nullable LocalDate day(String name, @Nullable String text) {
        return text == null || text.isEmpty() ? null : Days.asked(name, text);
    }

    /** A day of a career from a query, which may lie far back; absent when it is not given. */
    public static @Nullable LocalDate careerDay(String name, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() >= 1940 && day.getYear() < 2100) {
                return day;
            }
        } catch (DateTimeParseException e) {
            // told below
        }
        throw wrong(name, "Geef een dag als jjjj-mm-dd, bijvoorbeeld 1998-09-01.");
    }

    /** A code from a query; absent when it is not given. */
    public static <E extends Enum<E>> @Nullable E oneOf(String name, @Nullable String text, Class<E> codes) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        E[] all = codes.getEnumConstants();
        return Arrays.stream(all)
                .filter(code -> code.name().equals(text))
                .findFirst()
                .orElseThrow(() -> wrong(
                        name,
                        "Kies uit: " + Arrays.stream(all).map(Enum::name).collect(Collectors.joining(", ")) + "."));
    }

    private static long number(String name, @Nullable String text, long otherwise, String detail) {
        if (text == null || text.isEmpty()) {
            return otherwise;
        }
        if (!text.matches("[0-9]{1,9}")) {
            throw wrong(name, detail);
        }
        return Long.parseLong(text);
    }

    private static RuntimeException wrong(String name, String detail) {
        return Problem.badRequest(List.of(Problem.Issue.of("invalid-value", "query", name, detail)))
                .exception();
    }
}
