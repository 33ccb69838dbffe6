package be.vlaanderen.loopbaankrediet.platform.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Calendar days are those of Brussels, wherever the machine stands. */
public final class Days {

    public static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

    private Days() {}

    public static LocalDate of(Instant instant) {
        return LocalDate.ofInstant(instant, BRUSSELS);
    }
}
