package be.vlaanderen.loopbaankrediet.eligibility.views.requests;

import be.vlaanderen.loopbaankrediet.eligibility.citizens.Words;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.Entitlement;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.Request;
import be.vlaanderen.loopbaankrediet.platform.eventstore.AggregateStore;
import be.vlaanderen.loopbaankrediet.platform.web.Days;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The requests of a citizen as they are, or as they were at the end of a day. */
@Singleton
public class RequestReader {

    private final AggregateStore<Entitlement, EntitlementEvent> entitlements;
    private final Words words;
    private final boolean reEntrants;

    @Inject
    public RequestReader(
            AggregateStore<Entitlement, EntitlementEvent> entitlements,
            Words words,
            @ConfigProperty(name = "rules.re-entrants") boolean reEntrants) {
        this.entitlements = entitlements;
        this.words = words;
        this.reEntrants = reEntrants;
    }

    /** @param asOf absent for now */
    public Entitlement entitlement(UUID citizen, @Nullable LocalDate asOf) {
        return asOf == null
                ? entitlements.state(citizen.toString())
                : entitlements.stateAt(citizen.toString(), Days.end(asOf));
    }

    /** Empty for who asks after somebody else's request, or one that was not made yet. */
    public Optional<RequestAnswer> find(UUID citizen, UUID request, @Nullable LocalDate asOf) {
        Entitlement entitlement = entitlement(citizen, asOf);
        Request found = entitlement.find(request);
        return found == null
                ? Optional.empty()
                : Optional.of(RequestAnswer.of(entitlement, found, words.about(citizen), reEntrants));
    }

    public List<RequestAnswer> newestFirst(UUID citizen, @Nullable LocalDate asOf) {
        Entitlement entitlement = entitlement(citizen, asOf);
        Map<UUID, String> about = words.about(citizen);
        return entitlement.requests().reversed().stream()
                .map(request -> RequestAnswer.of(entitlement, request, about, reEntrants))
                .toList();
    }

    /** The newest request; empty for who never asked. */
    public Optional<RequestAnswer> newest(UUID citizen, @Nullable LocalDate asOf) {
        Entitlement entitlement = entitlement(citizen, asOf);
        return entitlement.requests().isEmpty()
                ? Optional.empty()
                : Optional.of(RequestAnswer.of(
                        entitlement, entitlement.requests().getLast(), words.about(citizen), reEntrants));
    }
}
