package be.vlaanderen.loopbaankrediet.providerregistry.counsellor.sanction;

import static be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorRefusal.DECIDED_ALREADY;
import static be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorRefusal.REASON_DOES_NOT_FIT;
import static be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorRefusal.SANCTION_UNKNOWN;
import static be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorRefusal.TIME_TO_ANSWER_RUNS;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Counsellor;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.CounsellorLeft;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.CounsellorSuspended;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.SanctionDropped;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorRefusal;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Reason;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Sanction;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/**
 * An officer makes an announced sanction final, once the counsellor was heard, or drops it, which needs no waiting (BVR art. 18, 19
 * through MR 4.8). A final one holds from today on.
 *
 * @param outcome {@code FINAL} or {@code DROPPED}
 * @param officer pseudonym
 * @param today the day in Brussels
 */
public record DecideSanction(
        UUID counsellor,
        UUID sanction,
        Sanction.State outcome,
        Reason reasonCode,
        String officer,
        LocalDate today,
        Instant at) {

    public static Decision<CounsellorEvent> decide(Counsellor counsellor, DecideSanction command) {
        Sanction sanction = counsellor.standing().sanctions().get(command.sanction());
        if (sanction == null) {
            return Decision.refused(SANCTION_UNKNOWN);
        }
        if (sanction.state() != Sanction.State.OPEN) {
            return sanction.state() == command.outcome() ? Decision.nothing() : Decision.refused(DECIDED_ALREADY);
        }
        return command.outcome() == Sanction.State.DROPPED ? drop(command) : makeFinal(counsellor, sanction, command);
    }

    private static Decision<CounsellorEvent> drop(DecideSanction command) {
        if (!command.reasonCode().isInFavour()) {
            return Decision.refused(REASON_DOES_NOT_FIT);
        }
        return Decision.of(new SanctionDropped(
                command.counsellor(), command.sanction(), command.reasonCode(), command.officer(), command.at()));
    }

    private static Decision<CounsellorEvent> makeFinal(
            Counsellor counsellor, Sanction sanction, DecideSanction command) {
        CounsellorRefusal none = counsellor.withoutRegistration(command.today());
        if (none != null) {
            return Decision.refused(none);
        }
        if (!command.reasonCode().isAgainst()) {
            return Decision.refused(REASON_DOES_NOT_FIT);
        }
        if (!sanction.isHeard(command.today())) {
            return Decision.refused(TIME_TO_ANSWER_RUNS, Map.of("answerBy", sanction.answerBy()));
        }
        return Decision.of(
                sanction.kind() == Sanction.Kind.WITHDRAWAL
                        ? new CounsellorLeft(
                                command.counsellor(),
                                command.sanction(),
                                command.today(),
                                command.reasonCode(),
                                command.officer(),
                                command.at())
                        : new CounsellorSuspended(
                                command.counsellor(),
                                command.sanction(),
                                command.today(),
                                command.reasonCode(),
                                command.officer(),
                                command.at()));
    }
}
