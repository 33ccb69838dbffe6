package be.vlaanderen.loopbaankrediet.payout.views.budget;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Read side of {@link BudgetView}. */
@Entity
@Table(name = "budget")
class BudgetRow extends PanacheEntityBase {

    @Id
    int year;

    @Column(name = "total_cents")
    long totalCents;

    @Column(name = "committed_cents")
    long committedCents;

    @Column(name = "settled_cents")
    long settledCents;

    int queue;
}
