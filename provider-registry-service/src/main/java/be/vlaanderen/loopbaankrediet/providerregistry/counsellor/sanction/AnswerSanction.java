package be.vlaanderen.loopbaankrediet.providerregistry.counsellor.sanction;

import static be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorRefusal.ANSWERED_ALREADY;
import static be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorRefusal.DECIDED_ALREADY;
import static be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorRefusal.SANCTION_UNKNOWN;
import static be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorRefusal.TIME_TO_ANSWER_IS_OVER;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Counsellor;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.SanctionAnswered;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Sanction;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/**
 * The counsellor answers an announced sanction, once, within 15 days (BVR art. 18, 19 through MR 4.8).
 *
 * @param answer id under which the words stand in the vault
 * @param today the day in Brussels
 */
public record AnswerSanction(UUID counsellor, UUID sanction, UUID answer, LocalDate today, Instant at) {

    public static Decision<CounsellorEvent> decide(Counsellor counsellor, AnswerSanction command) {
        Sanction sanction = counsellor.standing().sanctions().get(command.sanction());
        if (sanction == null) {
            return Decision.refused(SANCTION_UNKNOWN);
        }
        if (command.answer().equals(sanction.answer())) {
            return Decision.nothing(); // a repeat
        }
        if (sanction.answer() != null) {
            return Decision.refused(ANSWERED_ALREADY);
        }
        if (sanction.state() != Sanction.State.OPEN) {
            return Decision.refused(DECIDED_ALREADY);
        }
        if (sanction.isHeard(command.today())) {
            return Decision.refused(TIME_TO_ANSWER_IS_OVER, Map.of("answerBy", sanction.answerBy()));
        }
        return Decision.of(
                new SanctionAnswered(command.counsellor(), command.sanction(), command.answer(), command.at()));
    }
}
