package be.vlaanderen.loopbaankrediet.providerregistry.counsellor.account;

import static be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorRefusal.COUNSELLOR_UNKNOWN;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Counsellor;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.AccountChangeAsked;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.AccountNameChecked;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.NameMatch;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The counsellor asks to be paid on another account; a later question replaces an unconfirmed one (domain 6: IBAN with history).
 *
 * @param match what its bank says about the name
 */
public record AskAccountChange(UUID counsellor, UUID change, NameMatch match, Instant at) {

    public static Decision<CounsellorEvent> decide(Counsellor counsellor, AskAccountChange command) {
        if (counsellor.route() == null) {
            return Decision.refused(COUNSELLOR_UNKNOWN);
        }
        // also of one that a later one replaced: its account and the name behind it are what they were
        return counsellor.accounts().known().contains(command.change())
                ? Decision.nothing()
                : Decision.of(List.of(
                        new AccountChangeAsked(command.counsellor(), command.change(), command.at()),
                        new AccountNameChecked(command.counsellor(), command.change(), command.match(), command.at())));
    }
}
