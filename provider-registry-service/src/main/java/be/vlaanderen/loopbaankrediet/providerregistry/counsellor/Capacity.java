package be.vlaanderen.loopbaankrediet.providerregistry.counsellor;

import java.time.LocalDate;

/**
 * How many new citizens a counsellor can take (D-32).
 *
 * @param until last day on which this is known; nothing is known after it
 */
public record Capacity(int places, LocalDate until) {

    public boolean isKnownOn(LocalDate day) {
        return !day.isAfter(until);
    }
}
