package be.vlaanderen.loopbaankrediet.providerregistry.views.directory;

import be.vlaanderen.loopbaankrediet.providerregistry.profile.Profile;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who stands in the directory, in an order that favours no one. */
@Entity
@Table(name = "registered_counsellor")
public class RegisteredCounsellor extends PanacheEntityBase {

    @Id
    public UUID counsellor;

    public String route;

    @Column(name = "registered_on")
    public LocalDate registeredOn;

    @Column(name = "place_in_order")
    public String placeInOrder;

    public boolean suspended;

    /** First day without registration; null while there is no end. */
    @Column(name = "left_from")
    public @Nullable LocalDate leftFrom;

    @OneToOne
    @JoinColumn(name = "counsellor", insertable = false, updatable = false)
    public Profile profile;
}
