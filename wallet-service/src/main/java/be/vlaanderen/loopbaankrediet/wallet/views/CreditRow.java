package be.vlaanderen.loopbaankrediet.wallet.views;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** What was granted to a wallet; written by {@link WalletView}. */
@Entity
@Immutable
@Table(name = "credit")
class CreditRow extends PanacheEntityBase {

    @Id
    public UUID wallet;

    @Column(name = "granted_half_hours")
    public int grantedHalfHours;

    @Column(name = "co_payment_per_hour_cents")
    public long coPaymentPerHourCents;
}
