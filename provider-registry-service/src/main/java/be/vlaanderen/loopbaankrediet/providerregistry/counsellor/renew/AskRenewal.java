package be.vlaanderen.loopbaankrediet.providerregistry.counsellor.renew;

import static be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorRefusal.REASON_DOES_NOT_FIT;
import static be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorRefusal.RENEWAL_CLOSED;
import static be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorRefusal.RENEWAL_DAY_OUT_OF_RANGE;
import static be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorRefusal.RENEWAL_UNDER_WAY;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Counsellor;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.RenewalAsked;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorRefusal;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Proof;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Reason;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Renewal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/**
 * An officer asks a registered counsellor to show proofs anew (D-38).
 *
 * @param by the day by which they are wanted
 * @param today the day in Brussels
 */
public record AskRenewal(
        UUID counsellor,
        UUID renewal,
        Set<Proof> asked,
        LocalDate by,
        Reason reasonCode,
        String officer,
        LocalDate today,
        Instant at) {

    public static Decision<CounsellorEvent> decide(Counsellor counsellor, AskRenewal command) {
        Renewal known = counsellor.renewal();
        if (known != null && known.id().equals(command.renewal())) {
            return Decision.nothing(); // a repeat
        }
        if (counsellor.papers().contains(command.renewal())) {
            return Decision.refused(RENEWAL_CLOSED); // a late repeat of one before the last
        }
        CounsellorRefusal none = counsellor.withoutRegistration(command.today());
        if (none != null) {
            return Decision.refused(none);
        }
        if (known != null && !known.approved()) {
            return Decision.refused(RENEWAL_UNDER_WAY);
        }
        if (!command.reasonCode().isForRenewal()) {
            return Decision.refused(REASON_DOES_NOT_FIT);
        }
        if (!command.by().isAfter(command.today())
                || command.by().isAfter(command.today().plusYears(1))) {
            return Decision.refused(RENEWAL_DAY_OUT_OF_RANGE);
        }
        return Decision.of(new RenewalAsked(
                command.counsellor(),
                command.renewal(),
                command.asked().stream().sorted().toList(),
                command.by(),
                command.reasonCode(),
                command.officer(),
                command.at()));
    }
}
