package be.vlaanderen.loopbaankrediet.providerregistry.views;

import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Application;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Counsellor;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Renewal;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Sanction;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody can do next.
 *
 * @param about id of the application, renewal, sanction or change
 * @param from first day on which it can be done; absent when it can be done now
 * @param until last day; absent when there is no end
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NextStep(
        Step step,
        @Nullable UUID about,
        @Nullable LocalDate from,
        @Nullable LocalDate until) {

    /** What there is to do; the first ones are the counsellor's, the last two an officer's. */
    public enum Step {
        SEND_DOCUMENTS,
        SEND_RENEWAL,
        ANSWER_SANCTION,
        CONFIRM_ACCOUNT_CHANGE,
        DECIDE_SANCTION,
        END_SUSPENSION
    }

    /** What waits for the counsellor. */
    public static List<NextStep> of(Counsellor counsellor, LocalDate today) {
        List<NextStep> steps = new ArrayList<>();
        Application application = counsellor.application();
        if (application != null && application.isOpen() && application.lacksDocuments()) {
            steps.add(new NextStep(Step.SEND_DOCUMENTS, application.id(), null, null));
        }
        Renewal renewal = counsellor.renewal();
        if (renewal != null && renewal.state() == Renewal.State.ASKED) {
            steps.add(new NextStep(Step.SEND_RENEWAL, renewal.id(), null, renewal.by()));
        }
        counsellor.standing().sanctions().entrySet().stream()
                .filter(each -> each.getValue().state() == Sanction.State.OPEN
                        && !each.getValue().isHeard(today))
                .map(each -> new NextStep(
                        Step.ANSWER_SANCTION,
                        each.getKey(),
                        null,
                        each.getValue().answerBy()))
                .sorted(Comparator.comparing(step -> String.valueOf(step.until())))
                .forEach(steps::add);
        UUID change = counsellor.accounts().asked();
        if (change != null && !counsellor.accounts().isBlocked()) {
            steps.add(new NextStep(Step.CONFIRM_ACCOUNT_CHANGE, change, null, null));
        }
        return steps;
    }
}
