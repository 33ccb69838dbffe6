package be.vlaanderen.loopbaankrediet.providerregistry.counsellor.capacity;

import static be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorRefusal.CAPACITY_DAY_OUT_OF_RANGE;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Capacity;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Counsellor;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.CapacityStated;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorRefusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * D-32: the counsellor says how many new citizens they can take, for at most {@value #LONGEST_DAYS} days.
 *
 * @param today the day in Brussels
 */
public record StateCapacity(UUID counsellor, int places, LocalDate until, LocalDate today, Instant at) {

    static final int LONGEST_DAYS = 62;

    public static Decision<CounsellorEvent> decide(Counsellor counsellor, StateCapacity command) {
        CounsellorRefusal none = counsellor.withoutRegistration(command.today());
        if (none != null) {
            return Decision.refused(none);
        }
        if (command.until().isBefore(command.today())
                || command.until().isAfter(command.today().plusDays(LONGEST_DAYS))) {
            return Decision.refused(CAPACITY_DAY_OUT_OF_RANGE);
        }
        return new Capacity(command.places(), command.until()).equals(counsellor.capacity())
                ? Decision.nothing()
                : Decision.of(
                        new CapacityStated(command.counsellor(), command.places(), command.until(), command.at()));
    }
}
