package be.vlaanderen.loopbaankrediet.eligibility.entitlement;

import be.vlaanderen.loopbaankrediet.eligibility.rules.Judgement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Everything that can happen to the right of one citizen. Stored for ever: fields are added, never changed. */
public sealed interface EntitlementEvent {

    UUID citizen();

    UUID request();

    Instant at();

    /** @param requestedOn day in Brussels; its rule set judges, whenever the sources answer */
    record EntitlementRequested(UUID citizen, UUID request, LocalDate requestedOn, Instant at)
            implements EntitlementEvent {}

    /**
     * A source was silent; never a reason to refuse.
     *
     * @param attempt from 1
     */
    record DecisionPostponed(UUID citizen, UUID request, Source source, int attempt, Instant nextAttemptAt, Instant at)
            implements EntitlementEvent {}

    record EntitlementEstablished(
            UUID citizen,
            UUID request,
            LocalDate requestedOn,
            Judgement judgement,
            List<SourceAsked> sources,
            Instant at)
            implements EntitlementEvent {}

    record EntitlementRefused(
            UUID citizen,
            UUID request,
            LocalDate requestedOn,
            Judgement judgement,
            List<SourceAsked> sources,
            Instant at)
            implements EntitlementEvent {}
}
