package be.vlaanderen.loopbaankrediet.benchmarks.crud;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;

/** A row a citizen. */
@Entity
@Table(name = "crud_wallet")
public class Wallet extends PanacheEntityBase {

    @Id
    public UUID citizen;

    public int grantedHalfHours;
    public int reservedHalfHours;
    public long coPaymentCents;

    @Version
    public int version;
}
