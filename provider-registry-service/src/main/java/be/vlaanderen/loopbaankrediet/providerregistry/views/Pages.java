package be.vlaanderen.loopbaankrediet.providerregistry.views;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Lists that are read page by page, oldest first. */
public final class Pages {

    /** What {@link #place} looks like. */
    public static final Pattern PLACE = Pattern.compile("[0-9]{15}-[0-9a-f-]{36}");

    private Pages() {}

    /** A text that sorts by time. */
    public static String place(Instant at, UUID id) {
        return "%015d-%s".formatted(at.toEpochMilli(), id);
    }

    /** The first {@code limit} of the rows, of which one more was read. */
    public static <R> List<R> shown(List<R> rows, int limit) {
        return rows.size() > limit ? rows.subList(0, limit) : rows;
    }

    /** What to give as {@code after} to read on; null on the last page. */
    public static <R> @Nullable String next(List<R> rows, int limit, Function<R, String> place) {
        return rows.size() > limit ? place.apply(rows.get(limit - 1)) : null;
    }
}
