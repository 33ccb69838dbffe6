package be.vlaanderen.loopbaankrediet.payout.desk;

import be.vlaanderen.loopbaankrediet.platform.web.Days;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * How many blocks may be committed in a month: a dated setting, {@code 2027-03=1000,2027-09=none}, each from that month on. None by default
 * (OP tells of the quota of March 2025).
 */
@Singleton
public class Quotas {

    private static final String NONE = "none";

    private final NavigableMap<YearMonth, String> from = new TreeMap<>();

    @Inject
    Quotas(@ConfigProperty(name = "payout.quota-blocks") Optional<String> setting) {
        for (String part : setting.orElse("").split(",", -1)) {
            if (!part.isBlank()) {
                String[] sides = part.strip().split("=", -1);
                if (sides.length != 2 || !sides[1].matches("[0-9]{1,7}|" + NONE)) {
                    throw new IllegalArgumentException("a quota is 2027-03=1000 or 2027-09=none, not: " + part);
                }
                from.put(YearMonth.parse(sides[0]), sides[1]);
            }
        }
    }

    /** Null when there is no quota in the month of that moment. */
    public @Nullable Integer at(Instant moment) {
        Map.Entry<YearMonth, String> holds = from.floorEntry(YearMonth.from(Days.of(moment)));
        return holds == null || holds.getValue().equals(NONE) ? null : Integer.valueOf(holds.getValue());
    }
}
