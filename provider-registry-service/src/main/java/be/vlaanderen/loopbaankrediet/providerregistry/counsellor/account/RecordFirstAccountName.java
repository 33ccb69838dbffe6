package be.vlaanderen.loopbaankrediet.providerregistry.counsellor.account;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Counsellor;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.FirstAccountNameChecked;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.NameMatch;
import java.time.Instant;
import java.util.UUID;

/** What the bank says about the name behind the first account; it informs who decides, and blocks nothing (D-100). */
public record RecordFirstAccountName(UUID counsellor, NameMatch match, Instant at) {

    public static Decision<CounsellorEvent> decide(Counsellor counsellor, RecordFirstAccountName command) {
        return command.match() == counsellor.accounts().first()
                ? Decision.nothing()
                : Decision.of(new FirstAccountNameChecked(command.counsellor(), command.match(), command.at()));
    }
}
