package be.vlaanderen.loopbaankrediet.providerregistry.counsellor.account;

import static be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorRefusal.ACCOUNT_CHANGE_UNKNOWN;
import static be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorRefusal.NAME_DOES_NOT_MATCH;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Counsellor;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.AccountChangeConfirmed;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * The counsellor confirms the change, which holds a day later: time for the person at the old contact address to notice one that they did not
 * ask for (domain 6: IBAN with history).
 */
public record ConfirmAccountChange(UUID counsellor, UUID change, Instant at) {

    static final Duration COOLING_OFF = Duration.ofDays(1);

    public static Decision<CounsellorEvent> decide(Counsellor counsellor, ConfirmAccountChange command) {
        if (counsellor.accounts().confirmed().containsKey(command.change())) {
            return Decision.nothing(); // a repeat
        }
        if (!command.change().equals(counsellor.accounts().asked())) {
            return Decision.refused(ACCOUNT_CHANGE_UNKNOWN);
        }
        if (counsellor.accounts().isBlocked()) {
            return Decision.refused(NAME_DOES_NOT_MATCH);
        }
        return Decision.of(new AccountChangeConfirmed(
                command.counsellor(), command.change(), command.at().plus(COOLING_OFF), command.at()));
    }
}
