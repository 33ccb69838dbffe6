package be.vlaanderen.loopbaankrediet.sessionclaims.views;

import be.vlaanderen.loopbaankrediet.platform.web.Days;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param next value of {@code after} for the next page; null on the last
 */
public record Page<T>(List<T> items, @Nullable UUID next) {

    public static final String LIMIT = "[1-9]|[1-9][0-9]|100";
    public static final String LIMIT_WRONG = "Kies een getal van 1 tot en met 100.";
    public static final String AFTER_WRONG = "Neem de waarde van 'next' van de vorige bladzijde.";
    public static final String ID = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";
    public static final String ID_WRONG = "Geef een kenmerk (UUID).";

    /** @param found one more than asked, when there is more */
    public static <T> Page<T> of(List<T> found, int limit, Function<T, UUID> id) {
        return found.size() <= limit
                ? new Page<>(found, null)
                : new Page<>(found.subList(0, limit), id.apply(found.get(limit - 1)));
    }

    public <R> List<R> map(Function<T, R> read) {
        return items.stream().map(read).toList();
    }

    /** What stands in a question, as an id; its form was checked. */
    public static @Nullable UUID id(@Nullable String text) {
        return text == null || text.isEmpty() ? null : UUID.fromString(text);
    }

    /** Until when "as of" a day looks; null asks for now. */
    public static @Nullable Instant asOf(@Nullable String day) {
        return day == null ? null : Days.end(Days.asked("asOf", day));
    }
}
