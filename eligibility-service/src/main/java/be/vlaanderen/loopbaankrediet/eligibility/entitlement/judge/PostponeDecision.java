package be.vlaanderen.loopbaankrediet.eligibility.entitlement.judge;

import be.vlaanderen.loopbaankrediet.eligibility.entitlement.Entitlement;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.DecisionPostponed;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.Request;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.Source;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** A source did not answer: the request waits, longer each time. */
public record PostponeDecision(UUID citizen, UUID request, Source source, Instant at) {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final int LAST_DOUBLING = 10; // 5 s, 10 s, … 85 min

    public static Decision<EntitlementEvent> decide(Entitlement entitlement, PostponeDecision command) {
        Request open = entitlement.open(command.request());
        if (open == null) {
            return Decision.nothing();
        }
        return Decision.of(new DecisionPostponed(
                command.citizen(),
                command.request(),
                command.source(),
                open.attempts() + 1,
                command.at().plus(pause(open.attempts())),
                command.at()));
    }

    private static Duration pause(int attempts) {
        return FIRST_PAUSE.multipliedBy(1L << Math.min(attempts, LAST_DOUBLING));
    }
}
