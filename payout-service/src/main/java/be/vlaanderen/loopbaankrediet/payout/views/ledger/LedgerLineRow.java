package be.vlaanderen.loopbaankrediet.payout.views.ledger;

import be.vlaanderen.loopbaankrediet.payout.ledger.Ledger;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;

/** Read side of {@link LedgerView}. */
@Entity
@Table(name = "ledger_line")
@IdClass(LedgerLineRow.Key.class)
class LedgerLineRow extends PanacheEntityBase {

    record Key(String eventId, int line) {}

    @Id
    @Column(name = "event_id")
    String eventId;

    @Id
    int line;

    String account;

    @Column(name = "debit_cents")
    long debitCents;

    @Column(name = "credit_cents")
    long creditCents;

    @Column(name = "booked_at")
    Instant bookedAt;

    /** One query, so that all sums are of the same moment. */
    static List<Ledger.Total> sums() {
        return getEntityManager()
                .createQuery(
                        "select l.account, sum(l.debitCents), sum(l.creditCents) from LedgerLineRow l group by l.account",
                        Ledger.Total.class)
                .getResultList();
    }

    static List<Ledger.Total> sumsBefore(Instant end) {
        return getEntityManager()
                .createQuery(
                        "select l.account, sum(l.debitCents), sum(l.creditCents) from LedgerLineRow l"
                                + " where l.bookedAt < :end group by l.account",
                        Ledger.Total.class)
                .setParameter("end", end)
                .getResultList();
    }
}
