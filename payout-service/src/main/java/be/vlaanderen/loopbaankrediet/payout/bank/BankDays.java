package be.vlaanderen.loopbaankrediet.payout.bank;

import be.vlaanderen.loopbaankrediet.platform.web.Days;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

/** The days on which euro payments are settled (D-61): every day but weekends and the closing days of TARGET. */
final class BankDays {

    private static final HolidayManager TARGET =
            HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.TARGET));

    private BankDays() {}

    static boolean isBankDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !TARGET.isHoliday(day);
    }

    /**
     * The first day on which the bank can execute a file that it gets now.
     *
     * @param cutOff in Brussels; from then on a file is for the next bank day
     */
    static LocalDate execution(Instant now, LocalTime cutOff) {
        LocalDate day = Days.of(now);
        if (!now.atZone(Days.BRUSSELS).toLocalTime().isBefore(cutOff)) {
            day = day.plusDays(1);
        }
        while (!isBankDay(day)) {
            day = day.plusDays(1);
        }
        return day;
    }
}
