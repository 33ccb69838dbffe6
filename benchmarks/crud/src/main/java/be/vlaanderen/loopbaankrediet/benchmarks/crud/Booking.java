package be.vlaanderen.loopbaankrediet.benchmarks.crud;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A row a booking. */
@Entity
@Table(name = "crud_booking", indexes = @Index(name = "crud_booking_citizen", columnList = "citizen"))
public class Booking extends PanacheEntityBase {

    @Id
    public UUID id;

    public UUID citizen;
    public UUID counsellor;
    public int halfHours;
    public long coPaymentCents;
    public String status;
    public Instant reservedAt;
}
