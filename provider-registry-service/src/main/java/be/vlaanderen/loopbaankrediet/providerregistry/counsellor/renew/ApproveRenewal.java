package be.vlaanderen.loopbaankrediet.providerregistry.counsellor.renew;

import static be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorRefusal.RENEWAL_UNKNOWN;
import static be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorRefusal.STILL_MISSING;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Counsellor;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.RenewalApproved;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Renewal;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * An officer has seen all that was asked anew (D-38).
 *
 * @param officer pseudonym
 */
public record ApproveRenewal(UUID counsellor, UUID renewal, String officer, Instant at) {

    public static Decision<CounsellorEvent> decide(Counsellor counsellor, ApproveRenewal command) {
        Renewal renewal = counsellor.renewal();
        if (renewal == null || !renewal.id().equals(command.renewal())) {
            return Decision.refused(RENEWAL_UNKNOWN);
        }
        return switch (renewal.state()) {
            case APPROVED -> Decision.nothing();
            case ASKED -> Decision.refused(STILL_MISSING, Map.of("missing", renewal.missing()));
            case SENT ->
                Decision.of(
                        new RenewalApproved(command.counsellor(), command.renewal(), command.officer(), command.at()));
        };
    }
}
