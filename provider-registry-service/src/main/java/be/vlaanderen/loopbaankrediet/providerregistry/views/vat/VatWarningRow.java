package be.vlaanderen.loopbaankrediet.providerregistry.views.vat;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody whose turnover came near the VAT threshold of a year. */
@Entity
@Table(name = "vat_warning")
public class VatWarningRow extends PanacheEntityBase {

    /** Oldest first. */
    @Id
    public String place;

    public UUID counsellor;

    @Column(name = "calendar_year")
    public int year;

    public int percent;

    @Column(name = "turnover_cents")
    public long turnoverCents;

    @Column(name = "threshold_cents")
    public long thresholdCents;

    @Column(name = "warned_at")
    public Instant warnedAt;

    /** First day of the regime with VAT that was told afterwards; null while there is none. */
    @Column(name = "liable_from")
    public @Nullable LocalDate liableFrom;

    /** @param open whether only those without a later regime with VAT are wanted */
    static List<VatWarningRow> all(boolean open, int percent, String after, int limit) {
        return VatWarningRow.<VatWarningRow>find(
                        "place > ?1 and percent >= ?2" + (open ? " and liableFrom is null" : "") + " order by place",
                        after,
                        percent)
                .page(0, limit)
                .list();
    }
}
