package be.vlaanderen.loopbaankrediet.eligibility.views.requests;

import be.vlaanderen.loopbaankrediet.eligibility.entitlement.Source;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Sort;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** One request of a citizen and what became of it. Only read; {@link RequestsView} writes. */
@Entity
@Immutable
@Table(name = "entitlement_request")
public class RequestRow extends PanacheEntityBase {

    private static final int NEWEST = 50;

    @Id
    public UUID request;

    public UUID citizen;

    @Column(name = "requested_on")
    public LocalDate requestedOn;

    @Column(name = "requested_at")
    public Instant requestedAt;

    @Enumerated(EnumType.STRING)
    public RequestAnswer.Status status;

    /** JSON, absent while pending. */
    @Nullable public String judgement;

    /** JSON, absent while pending. */
    @Nullable public String sources;

    /** The source that did not answer. */
    @Enumerated(EnumType.STRING)
    @Nullable public Source silent;

    /** Nothing for who asks after somebody else's request. */
    static Optional<RequestRow> find(UUID citizen, UUID request) {
        return find("citizen = ?1 and request = ?2", citizen, request).firstResultOptional();
    }

    static List<RequestRow> newest(UUID citizen) {
        Sort newestFirst = Sort.descending("requestedAt").and("request");
        return RequestRow.<RequestRow>find("citizen = ?1", newestFirst, citizen)
                .page(Page.ofSize(NEWEST))
                .list();
    }
}
