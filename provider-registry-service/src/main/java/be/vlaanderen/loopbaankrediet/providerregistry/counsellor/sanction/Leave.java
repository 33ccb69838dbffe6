package be.vlaanderen.loopbaankrediet.providerregistry.counsellor.sanction;

import static be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorRefusal.LEAVES_ALREADY;
import static be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorRefusal.LEAVING_DAY_OUT_OF_RANGE;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Counsellor;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.CounsellorLeft;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorRefusal;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Reason;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/**
 * The counsellor leaves by own wish (domain 5: hours that were booked and not delivered return to the citizens).
 *
 * @param from first day without registration, from today to a year ahead
 * @param today the day in Brussels
 */
public record Leave(UUID counsellor, LocalDate from, LocalDate today, Instant at) {

    public static Decision<CounsellorEvent> decide(Counsellor counsellor, Leave command) {
        LocalDate leftFrom = counsellor.standing().leftFrom();
        if (command.from().equals(leftFrom)) {
            return Decision.nothing(); // a repeat
        }
        CounsellorRefusal none = counsellor.withoutRegistration(command.today());
        if (none != null) {
            return Decision.refused(none);
        }
        if (leftFrom != null) {
            return Decision.refused(LEAVES_ALREADY, Map.of("from", leftFrom));
        }
        if (command.from().isBefore(command.today())
                || command.from().isAfter(command.today().plusYears(1))) {
            return Decision.refused(LEAVING_DAY_OUT_OF_RANGE);
        }
        return Decision.of(
                new CounsellorLeft(command.counsellor(), null, command.from(), Reason.OWN_WISH, null, command.at()));
    }
}
