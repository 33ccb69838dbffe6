package be.vlaanderen.loopbaankrediet.wallet.views;

import be.vlaanderen.loopbaankrediet.wallet.wallet.BookingStatus;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A booking as its citizen sees it; written by {@link WalletView}. */
@Entity
@Immutable
@Table(name = "booking")
class BookingRow extends PanacheEntityBase {

    @Id
    public UUID booking;

    public UUID wallet;
    public UUID counsellor;

    @Enumerated(EnumType.STRING)
    public BookingStatus status;

    @Column(name = "half_hours")
    public int halfHours;

    @Column(name = "used_half_hours")
    public int usedHalfHours;

    @Column(name = "co_payment_cents")
    public long coPaymentCents;

    public String code;

    @Column(name = "checkout_url")
    public String checkoutUrl;

    public Integer place;

    @Column(name = "pay_before")
    public Instant payBefore;

    @Column(name = "reserved_at")
    public Instant reservedAt;

    @Column(name = "booked_at")
    public Instant bookedAt;

    @Column(name = "giving_up")
    public boolean givingUp;

    @Column(name = "returned_half_hours")
    public int returnedHalfHours;
}
