package be.vlaanderen.loopbaankrediet.payout.views.payouts;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Read side of {@link PayoutView}. */
@Entity
@Table(name = "payout")
class PayoutRow extends PanacheEntityBase {

    @Id
    UUID claim;

    UUID booking;
    UUID counsellor;
    String status;

    @Column(name = "decided_at")
    Instant decidedAt;

    String failed;

    @Nullable UUID payout;

    @Column(name = "half_hours")
    @Nullable Integer halfHours;

    @Column(name = "excl_vat_cents")
    @Nullable Long exclVatCents;

    @Column(name = "vat_cents")
    @Nullable Long vatCents;

    @Column(name = "total_cents")
    @Nullable Long totalCents;

    @Column(name = "co_payment_cents")
    @Nullable Long coPaymentCents;

    @Column(name = "government_share_cents")
    @Nullable Long governmentShareCents;

    @Column(name = "set_off_cents")
    long setOffCents;

    @Nullable UUID batch;

    @Column(name = "end_to_end_id")
    @Nullable String endToEndId;

    @Column(name = "sent_at")
    @Nullable Instant sentAt;

    @Column(name = "answered_at")
    @Nullable Instant answeredAt;

    @Column(name = "released_at")
    @Nullable Instant releasedAt;

    @Column(name = "reason_code")
    @Nullable String reasonCode;

    /** The reference of each file in which a payout stood begins with the id of the payout. */
    static Optional<PayoutRow> byEndToEndId(String endToEndId) {
        return endToEndId.matches("[0-9a-f]{32}[0-9]{0,3}")
                ? find(
                                "payout",
                                UUID.fromString(
                                        endToEndId.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12}).*", "$1-$2-$3-$4-$5")))
                        .firstResultOptional()
                : Optional.empty();
    }

    /** Newest first, from after a row of the same counsellor on. */
    static List<PayoutRow> page(UUID counsellor, @Nullable UUID after, int size) {
        String own = "from PayoutRow p where p.counsellor = ?1 ";
        String order = "order by p.decidedAt desc, p.claim desc";
        return (after == null
                        ? PayoutRow.<PayoutRow>find(own + order, counsellor)
                        : PayoutRow.<PayoutRow>find(
                                own
                                        + "and exists (select 1 from PayoutRow a where a.claim = ?2 and a.counsellor = ?1"
                                        + " and (p.decidedAt < a.decidedAt or (p.decidedAt = a.decidedAt and p.claim < a.claim))) "
                                        + order,
                                counsellor,
                                after))
                .range(0, size - 1)
                .list();
    }
}
