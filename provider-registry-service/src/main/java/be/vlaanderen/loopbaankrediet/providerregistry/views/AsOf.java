package be.vlaanderen.loopbaankrediet.providerregistry.views;

import be.vlaanderen.loopbaankrediet.platform.eventstore.AggregateStore;
import be.vlaanderen.loopbaankrediet.platform.web.Days;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The moment a question is about: now, or the end of the day in {@code ?asOf=}.
 *
 * @param day the day in Brussels
 * @param until what was stored up to and including it counts; null when everything does
 */
public record AsOf(LocalDate day, @Nullable Instant until) {

    public static final String MEANING = "The state at the end of this day; now when absent";

    /** Ends the request with a 400 for what is no day. */
    public static AsOf read(@Nullable String asOf, Clock clock) {
        if (asOf == null || asOf.isEmpty()) {
            return new AsOf(Days.of(clock.instant()), null);
        }
        LocalDate day = Days.asked("asOf", asOf);
        return new AsOf(day, Days.end(day));
    }

    public <S> S state(AggregateStore<S, ?> store, UUID id) {
        return until == null ? store.state(id.toString()) : store.stateAt(id.toString(), until);
    }

    public boolean includes(@Nullable Instant at) {
        return at != null && (until == null || !at.isAfter(until));
    }
}
