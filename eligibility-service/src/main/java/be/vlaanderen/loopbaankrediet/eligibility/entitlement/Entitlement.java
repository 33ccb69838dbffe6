package be.vlaanderen.loopbaankrediet.eligibility.entitlement;

import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.CitizenForgotten;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.DecisionPostponed;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.DecisionProposed;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.DecisionReviewed;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.EntitlementEstablished;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.EntitlementRefused;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.EntitlementRequested;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.EntitlementRevised;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.EvidenceSent;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.ObjectionFiled;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.ProposalRejected;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.SourceCorrected;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Aggregate;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one citizen asked and got. At most one request is open, and at most one holds the right: six hours for a career (CN 2.1).
 *
 * @param requests oldest first
 * @param established the request that holds the right
 * @param everEstablished the right was held once, also when it was withdrawn later
 * @param lastAt when something happened last; absent when nothing did, or it was forgotten
 */
public record Entitlement(
        List<Request> requests,
        @Nullable UUID established,
        boolean everEstablished,
        @Nullable Instant lastAt) {

    public static final Entitlement EMPTY = new Entitlement(List.of(), null, false, null);

    public static final Aggregate<Entitlement, EntitlementEvent> AGGREGATE =
            new Aggregate<>("Entitlement", EMPTY, Entitlement::evolve);

    public Entitlement evolve(EntitlementEvent event) {
        Entitlement next = switch (event) {
            case EntitlementRequested asked -> with(asked);
            case DecisionPostponed later ->
                change(
                        later.request(),
                        request -> request.open() ? request.postponed(later.source(), later.attempt()) : request);
            case EntitlementEstablished yes ->
                change(
                                yes.request(),
                                request -> request.workingFor(yes.employers())
                                        .decided(yes.judgement(), yes.sources(), yes.at()))
                        .holding(yes.request());
            case EntitlementRefused no ->
                change(
                        no.request(),
                        request -> request.workingFor(no.employers()).decided(no.judgement(), no.sources(), no.at()));
            case EntitlementRevised revised ->
                change(
                                revised.request(),
                                request -> request.decided(revised.judgement(), revised.sources(), revised.at())
                                        .with(request.file().with(revised)))
                        .holding(revised.judgement().entitled() ? revised.request() : null);
            case EvidenceSent sent ->
                change(sent.request(), request -> request.with(request.file().with(sent)));
            case ObjectionFiled filed ->
                change(filed.request(), request -> request.with(request.file().with(filed)));
            case DecisionProposed proposed ->
                change(
                        proposed.request(),
                        request -> request.with(request.file().with(proposed)));
            case ProposalRejected rejected ->
                change(
                        rejected.request(),
                        request -> request.with(request.file().with(rejected)));
            case DecisionReviewed reviewed -> change(reviewed.request(), request -> reviewed(request, reviewed));
            case SourceCorrected corrected -> change(corrected.request(), request -> corrected(request, corrected));
            case CitizenForgotten forgotten -> EMPTY;
        };
        return new Entitlement(
                next.requests,
                next.established,
                next.everEstablished,
                event instanceof CitizenForgotten ? null : event.at());
    }

    public @Nullable Request find(UUID request) {
        return requests.stream()
                .filter(each -> each.id().equals(request))
                .findFirst()
                .orElse(null);
    }

    /** The one request that waits for its first decision. */
    public @Nullable Request open() {
        return requests.stream().filter(Request::open).findFirst().orElse(null);
    }

    /** The request is open, and so can be answered. */
    public @Nullable Request open(UUID request) {
        Request found = find(request);
        return found != null && found.open() ? found : null;
    }

    /** The request whose answer is the answer to this one: itself when it was taken in, else the right held or the request under way. */
    public UUID answering(UUID request) {
        Request open = open();
        if (find(request) != null) {
            return request;
        }
        return established != null ? established : open != null ? open.id() : request;
    }

    /** Why nothing more can be done about a request; absent when something can. */
    public @Nullable EntitlementRefusal closed(Request request) {
        if (request.open()) {
            return EntitlementRefusal.NOT_DECIDED_YET;
        }
        boolean another = open() != null || (established != null && !established.equals(request.id()));
        return another ? EntitlementRefusal.ANSWERED_BY_ANOTHER_REQUEST : null;
    }

    private static Request reviewed(Request request, DecisionReviewed reviewed) {
        return request.decided(reviewed.judgement(), request.newestSources(), reviewed.at())
                .with(request.file().with(reviewed));
    }

    private static Request corrected(Request request, SourceCorrected corrected) {
        Request noted = request.with(request.file().with(corrected));
        return corrected.waits() ? noted : noted.decided(corrected.judgement(), corrected.sources(), corrected.at());
    }

    private Entitlement with(EntitlementRequested asked) {
        Request request =
                new Request(asked.request(), asked.requestedOn(), asked.at(), List.of(), 0, null, null, CaseFile.EMPTY);
        return new Entitlement(
                Stream.concat(requests.stream(), Stream.of(request)).toList(), established, everEstablished, lastAt);
    }

    private Entitlement holding(@Nullable UUID request) {
        return new Entitlement(requests, request, everEstablished || request != null, lastAt);
    }

    private Entitlement change(UUID request, UnaryOperator<Request> change) {
        return new Entitlement(
                requests.stream()
                        .map(each -> each.id().equals(request) ? change.apply(each) : each)
                        .toList(),
                established,
                everEstablished,
                lastAt);
    }
}
