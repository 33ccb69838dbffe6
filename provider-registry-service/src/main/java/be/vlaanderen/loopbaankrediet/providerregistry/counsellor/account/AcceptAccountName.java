package be.vlaanderen.loopbaankrediet.providerregistry.counsellor.account;

import static be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorRefusal.ACCOUNT_CHANGE_UNKNOWN;
import static be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorRefusal.REASON_DOES_NOT_FIT;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.AccountChanges;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Counsellor;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.AccountNameAccepted;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Reason;
import java.time.Instant;
import java.util.UUID;

/**
 * An officer accepts an account that its bank says is in another name, for a reason; before that it cannot be confirmed (D-35).
 *
 * @param officer pseudonym
 */
public record AcceptAccountName(UUID counsellor, UUID change, Reason reasonCode, String officer, Instant at) {

    public static Decision<CounsellorEvent> decide(Counsellor counsellor, AcceptAccountName command) {
        AccountChanges accounts = counsellor.accounts();
        if (accounts.confirmed().containsKey(command.change())) {
            return Decision.nothing();
        }
        if (!command.change().equals(accounts.asked())) {
            return Decision.refused(ACCOUNT_CHANGE_UNKNOWN);
        }
        if (!command.reasonCode().isInFavour()) {
            return Decision.refused(REASON_DOES_NOT_FIT);
        }
        return accounts.isBlocked()
                ? Decision.of(new AccountNameAccepted(
                        command.counsellor(), command.change(), command.reasonCode(), command.officer(), command.at()))
                : Decision.nothing();
    }
}
