package be.vlaanderen.loopbaankrediet.eligibility.views.requests;

import be.vlaanderen.loopbaankrediet.eligibility.entitlement.SourceAsked;
import be.vlaanderen.loopbaankrediet.eligibility.rules.Condition;
import be.vlaanderen.loopbaankrediet.eligibility.rules.EducationLevel;
import be.vlaanderen.loopbaankrediet.eligibility.rules.Judgement;
import be.vlaanderen.loopbaankrediet.platform.eventstore.EventStore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request and its decision, as its citizen sees it. While pending only the explanation is known.
 *
 * @param hours granted, 0 when refused
 * @param coPaymentPerHourCents whole cents, also when refused
 * @param reachedOn when the required days are reached if the current job goes on
 * @param alternatives what can be done or used after a refusal; empty otherwise
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RequestAnswer(
        UUID request,
        Status status,
        LocalDate requestedOn,
        @Nullable Integer workedDays,
        @Nullable Integer requiredDays,
        List<Condition> failed,
        @Nullable Integer hours,
        @Nullable Integer coPaymentPerHourCents,
        @Nullable EducationLevel educationLevel,
        @Nullable String ruleVersion,
        @Nullable LocalDate reachedOn,
        Explanation explanation,
        List<Alternative> alternatives) {

    public enum Status {
        PENDING,
        ENTITLED,
        REFUSED
    }

    private static final ObjectMapper JSON = EventStore.json();

    /** Empty for who asks after somebody else's request. */
    public static Optional<RequestAnswer> find(UUID citizen, UUID request) {
        return RequestRow.find(citizen, request).map(RequestAnswer::of);
    }

    /** The newest request of a citizen; empty for who never asked. */
    public static Optional<RequestAnswer> newest(UUID citizen) {
        return RequestRow.newest(citizen).stream().findFirst().map(RequestAnswer::of);
    }

    static RequestAnswer of(RequestRow row) {
        if (row.judgement == null || row.sources == null) {
            return new RequestAnswer(
                    row.request,
                    row.status,
                    row.requestedOn,
                    null,
                    null,
                    List.of(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    Explanation.ofPending(row.silent),
                    List.of());
        }
        try {
            Judgement judgement = JSON.readValue(row.judgement, Judgement.class);
            List<SourceAsked> sources = JSON.readValue(row.sources, new TypeReference<>() {});
            return new RequestAnswer(
                    row.request,
                    row.status,
                    row.requestedOn,
                    judgement.workedDays(),
                    judgement.requiredDays(),
                    judgement.failed(),
                    judgement.hours(),
                    judgement.coPaymentPerHourCents(),
                    judgement.educationLevel(),
                    judgement.ruleVersion(),
                    judgement.reachedOn(),
                    Explanation.of(judgement, sources, row.requestedOn),
                    Alternative.of(judgement));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored judgement cannot be read", e);
        }
    }
}
