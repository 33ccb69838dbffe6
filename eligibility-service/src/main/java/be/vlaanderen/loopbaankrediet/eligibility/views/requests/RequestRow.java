package be.vlaanderen.loopbaankrediet.eligibility.views.requests;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** Whose request it is. Only read; {@link RequestsView} writes. */
@Entity
@Immutable
@Table(name = "entitlement_request")
public class RequestRow extends PanacheEntityBase {

    @Id
    public UUID request;

    public UUID citizen;

    public static Optional<UUID> citizen(UUID request) {
        return RequestRow.<RequestRow>findByIdOptional(request).map(row -> row.citizen);
    }
}
