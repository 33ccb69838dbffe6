package be.vlaanderen.loopbaankrediet.eligibility.entitlement.judge;

import be.vlaanderen.loopbaankrediet.eligibility.entitlement.Consequence;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.Entitlement;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.EntitlementRefused;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.Reason;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.Request;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.SourceAsked;
import be.vlaanderen.loopbaankrediet.eligibility.rules.Facts;
import be.vlaanderen.loopbaankrediet.eligibility.rules.Judgement;
import be.vlaanderen.loopbaankrediet.eligibility.rules.RuleSets;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * All sources answered: the rule set of the day of the request decides.
 *
 * @param employers pseudonyms of the employers of that day (D-50)
 * @param reEntrants the rules for re-entrants are switched on (VR)
 */
public record JudgeEntitlement(
        UUID citizen,
        UUID request,
        Facts facts,
        List<SourceAsked> sources,
        List<UUID> employers,
        boolean reEntrants,
        Instant at) {

    /** Of who has no employer, and without the rules for re-entrants, as it is by default. */
    public JudgeEntitlement(UUID citizen, UUID request, Facts facts, List<SourceAsked> sources, Instant at) {
        this(citizen, request, facts, sources, List.of(), false, at);
    }

    public static Decision<EntitlementEvent> decide(Entitlement entitlement, JudgeEntitlement command) {
        Request open = entitlement.open(command.request());
        if (open == null) {
            return Decision.nothing(); // decided meanwhile
        }
        Judgement judgement = RuleSets.judge(command.facts(), open.requestedOn(), command.reEntrants());
        EntitlementEvent right = judgement.entitled()
                ? Consequence.RIGHT.event(
                        entitlement,
                        command.citizen(),
                        open.workingFor(command.employers()),
                        judgement,
                        command.sources(),
                        Reason.ASKED_AGAIN,
                        command.at())
                : null;
        return Decision.of(
                right != null
                        ? right
                        : new EntitlementRefused(
                                command.citizen(),
                                command.request(),
                                open.requestedOn(),
                                judgement,
                                command.sources(),
                                command.employers(),
                                command.at()));
    }
}
