package be.vlaanderen.loopbaankrediet.eligibility.entitlement.review;

import be.vlaanderen.loopbaankrediet.eligibility.entitlement.Consequence;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.Entitlement;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.SourceCorrected;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementRefusal;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.Reason;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.Request;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.SourceAsked;
import be.vlaanderen.loopbaankrediet.eligibility.rules.Facts;
import be.vlaanderen.loopbaankrediet.eligibility.rules.Judgement;
import be.vlaanderen.loopbaankrediet.eligibility.rules.RuleSets;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The sources say something else about the day of a request than they did. D-85: what is better for the citizen holds at once, what is worse waits
 * for an officer (GDPR art. 22).
 *
 * @param facts what they say now; what officers found stays laid over it
 */
public record CorrectSources(
        UUID citizen,
        UUID request,
        Facts facts,
        List<SourceAsked> sources,
        Reason reasonCode,
        boolean reEntrants,
        Instant at) {

    public static Decision<EntitlementEvent> decide(Entitlement entitlement, CorrectSources command) {
        Request request = entitlement.find(command.request());
        if (request == null) {
            return Decision.refused(EntitlementRefusal.REQUEST_UNKNOWN);
        }
        EntitlementRefusal closed = entitlement.closed(request);
        if (closed != null) {
            return Decision.refused(closed);
        }
        Judgement judgement = RuleSets.judge(
                request.file().findings().over(command.facts()), request.requestedOn(), command.reEntrants());
        if (judgement.equals(request.basis())) {
            return Decision.nothing();
        }
        Consequence consequence = Consequence.of(request.judged(), judgement);
        List<EntitlementEvent> events = new ArrayList<>();
        events.add(new SourceCorrected(
                command.citizen(),
                command.request(),
                judgement,
                command.sources(),
                command.reasonCode(),
                consequence == Consequence.WORSE,
                command.at()));
        if (consequence != Consequence.WORSE) {
            EntitlementEvent told = consequence.event(
                    entitlement,
                    command.citizen(),
                    request,
                    judgement,
                    command.sources(),
                    command.reasonCode(),
                    command.at());
            if (told != null) {
                events.add(told);
            }
        }
        return Decision.of(events);
    }
}
