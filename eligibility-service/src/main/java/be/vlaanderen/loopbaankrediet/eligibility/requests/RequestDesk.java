package be.vlaanderen.loopbaankrediet.eligibility.requests;

import be.vlaanderen.loopbaankrediet.eligibility.citizens.CitizenVault;
import be.vlaanderen.loopbaankrediet.eligibility.citizens.EmployerVault;
import be.vlaanderen.loopbaankrediet.eligibility.citizens.Ssin;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.Entitlement;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementRefusal;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.Reason;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.Request;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.Source;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.SourceAsked;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.judge.JudgeEntitlement;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.judge.PostponeDecision;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.request.RequestEntitlement;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.review.CorrectSources;
import be.vlaanderen.loopbaankrediet.eligibility.rules.Facts;
import be.vlaanderen.loopbaankrediet.eligibility.sources.SourceSilent;
import be.vlaanderen.loopbaankrediet.eligibility.sources.Sources;
import be.vlaanderen.loopbaankrediet.platform.eventstore.AggregateStore;
import be.vlaanderen.loopbaankrediet.platform.eventstore.RefusedException;
import be.vlaanderen.loopbaankrediet.platform.web.Days;
import be.vlaanderen.loopbaankrediet.platform.web.Idempotency;
import be.vlaanderen.loopbaankrediet.platform.web.Problem;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Takes in a request, asks the sources outside of any transaction, and hands what they said to the rules. */
@Singleton
public class RequestDesk {

    private static final Logger LOG = Logger.getLogger(RequestDesk.class);

    private final CitizenVault vault;
    private final EmployerVault employerVault;
    private final AggregateStore<Entitlement, EntitlementEvent> entitlements;
    private final Sources sources;
    private final Clock clock;
    private final boolean reEntrants;

    @Inject
    public RequestDesk(
            CitizenVault vault,
            EmployerVault employerVault,
            AggregateStore<Entitlement, EntitlementEvent> entitlements,
            Sources sources,
            Clock clock,
            @ConfigProperty(name = "rules.re-entrants") boolean reEntrants) {
        this.vault = vault;
        this.employerVault = employerVault;
        this.entitlements = entitlements;
        this.sources = sources;
        this.clock = clock;
        this.reEntrants = reEntrants;
    }

    /** @param request the one that holds the answer: a right already held, or a request already under way, answers for a new one */
    public record Asked(UUID citizen, UUID request) {}

    /** @param key a repeat with the same one is the same request; without one, each time is a new question */
    public Asked ask(Ssin ssin, @Nullable String key) {
        UUID citizen = vault.citizen(ssin);
        UUID request = key == null ? UUID.randomUUID() : Idempotency.id("request", citizen.toString(), key);
        Instant at = now();
        Entitlement entitlement = entitlements
                .handle(
                        citizen.toString(),
                        state -> RequestEntitlement.decide(
                                state, new RequestEntitlement(citizen, request, Days.of(at), at)))
                .orThrow();
        UUID answering = entitlement.answering(request);
        finish(citizen, answering);
        return new Asked(citizen, answering);
    }

    /** Answers an open request, or lets it wait longer; nothing when it is not open. May be repeated. */
    void finish(UUID citizen, UUID request) {
        Request open = entitlements.state(citizen.toString()).open(request);
        if (open == null) {
            return;
        }
        try {
            Optional<Ssin> ssin = vault.ssin(citizen);
            if (ssin.isEmpty()) {
                LOG.infof("request %s waits: its citizen was forgotten", request);
                postpone(citizen, request, Source.PERSON);
                return;
            }
            Sources.Answers answers = sources.ask(ssin.get(), open.requestedOn());
            List<UUID> employers = employerVault.employers(citizen, answers.employers());
            Instant at = now();
            entitlements
                    .handle(
                            citizen.toString(),
                            state -> JudgeEntitlement.decide(
                                    state,
                                    new JudgeEntitlement(
                                            citizen,
                                            request,
                                            answers.facts(),
                                            answers.asked(),
                                            employers,
                                            reEntrants,
                                            at)))
                    .orThrow();
        } catch (SourceSilent silent) {
            LOG.warnf("request %s waits: %s", request, silent.getMessage());
            postpone(citizen, request, silent.source());
        }
    }

    /**
     * Asks the sources again about the day of a request that was decided.
     *
     * @throws be.vlaanderen.loopbaankrediet.platform.web.ProblemException 503 when one of them does not answer; nothing changes then
     */
    public void askAgain(UUID citizen, UUID request) {
        Entitlement entitlement = entitlements.state(citizen.toString());
        Request decided = entitlement.find(request);
        EntitlementRefusal no = decided == null ? EntitlementRefusal.REQUEST_UNKNOWN : entitlement.closed(decided);
        if (decided == null || no != null) {
            throw new RefusedException(no == null ? EntitlementRefusal.REQUEST_UNKNOWN : no);
        }
        try {
            Ssin ssin = vault.ssin(citizen).orElseThrow(() -> new RefusedException(EntitlementRefusal.REQUEST_UNKNOWN));
            Sources.Answers answers = sources.ask(ssin, decided.requestedOn());
            correct(citizen, request, answers.facts(), answers.asked(), Reason.SOURCE_CORRECTED);
        } catch (SourceSilent silent) {
            LOG.warnf("request %s: %s", request, silent.getMessage());
            throw Problem.of(
                            "source-silent",
                            503,
                            "Een bron antwoordt nu niet. Er is niets veranderd. Probeer het later opnieuw.",
                            Map.of("source", silent.source()))
                    .exception();
        }
    }

    /** CN 2.5.1: VDAB's history says more used cheques than a decision rests on. */
    void chequesFound(UUID citizen, UUID request, int chequesUsed) {
        Request decided = entitlements.state(citizen.toString()).find(request);
        if (decided == null || decided.open()) {
            return;
        }
        Instant at = now();
        correct(
                citizen,
                request,
                Facts.of(decided.basis()).withChequesUsed(chequesUsed),
                decided.newestSources().stream()
                        .map(asked -> asked.source() == Source.USED_CHEQUES
                                ? new SourceAsked(Source.USED_CHEQUES, at)
                                : asked)
                        .toList(),
                Reason.CHEQUES_FOUND);
    }

    private void correct(UUID citizen, UUID request, Facts facts, List<SourceAsked> asked, Reason reason) {
        CorrectSources command = new CorrectSources(citizen, request, facts, asked, reason, reEntrants, now());
        entitlements
                .handle(citizen.toString(), state -> CorrectSources.decide(state, command))
                .orThrow();
    }

    private void postpone(UUID citizen, UUID request, Source source) {
        Instant at = now();
        entitlements
                .handle(
                        citizen.toString(),
                        state -> PostponeDecision.decide(state, new PostponeDecision(citizen, request, source, at)))
                .orThrow();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
