package be.vlaanderen.loopbaankrediet.platform.web;

import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** How long files and books are kept; by the first day on which each rule holds, and nothing is old before the first. */
public final class Kept {

    /**
     * In years.
     *
     * @param files of administration (CN 2.5.3)
     * @param books of payments (art. 60 of the VAT code)
     */
    private record Years(int files, int books) {}

    private static final NavigableMap<LocalDate, Years> FROM =
            new TreeMap<>(Map.of(LocalDate.of(2027, 1, 1), new Years(5, 10)));

    private Kept() {}

    /** The first day of which files are still kept. */
    public static LocalDate filesSince(LocalDate today) {
        Map.Entry<LocalDate, Years> rule = FROM.floorEntry(today);
        return rule == null ? LocalDate.EPOCH : today.minusYears(rule.getValue().files());
    }

    /** The first day of which the books still need names and accounts. */
    public static LocalDate booksSince(LocalDate today) {
        Map.Entry<LocalDate, Years> rule = FROM.floorEntry(today);
        return rule == null ? LocalDate.EPOCH : today.minusYears(rule.getValue().books());
    }
}
