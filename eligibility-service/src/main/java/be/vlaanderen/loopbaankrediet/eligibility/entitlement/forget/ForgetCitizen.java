package be.vlaanderen.loopbaankrediet.eligibility.entitlement.forget;

import be.vlaanderen.loopbaankrediet.eligibility.entitlement.Entitlement;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.CitizenForgotten;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementRefusal;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/**
 * CN 2.5.3: administrative files are kept 5 years. D-83: counted from the last thing that happened, and never while the right runs.
 *
 * @param today in Brussels
 * @param lastDay the day in Brussels on which something happened last
 */
public record ForgetCitizen(UUID citizen, String officer, LocalDate lastDay, LocalDate today, Instant at) {

    static final int YEARS_KEPT = 5;

    public static Decision<EntitlementEvent> decide(Entitlement entitlement, ForgetCitizen command) {
        if (entitlement.lastAt() == null) {
            return Decision.nothing(); // nothing was ever asked, or it is forgotten already
        }
        if (entitlement.established() != null) {
            return Decision.refused(EntitlementRefusal.RIGHT_STILL_RUNS);
        }
        LocalDate keptUntil = command.lastDay().plusYears(YEARS_KEPT);
        if (!command.today().isAfter(keptUntil)) {
            return Decision.refused(EntitlementRefusal.FILE_STILL_KEPT, Map.of("keptUntil", keptUntil));
        }
        return Decision.of(new CitizenForgotten(command.citizen(), command.officer(), command.at()));
    }
}
