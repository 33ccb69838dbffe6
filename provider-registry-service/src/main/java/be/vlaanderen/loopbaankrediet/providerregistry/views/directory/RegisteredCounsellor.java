package be.vlaanderen.loopbaankrediet.providerregistry.views.directory;

import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Capacity;
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

    /** How many new citizens can come; null when it was never told. */
    public @Nullable Integer places;

    @Column(name = "places_until")
    public @Nullable LocalDate placesUntil;

    /** Null when it is not known on that day (D-32). */
    @Nullable Capacity capacityOn(LocalDate day) {
        if (places == null || placesUntil == null) {
            return null;
        }
        Capacity capacity = new Capacity(places, placesUntil);
        return capacity.isKnownOn(day) ? capacity : null;
    }

    @OneToOne
    @JoinColumn(name = "counsellor", insertable = false, updatable = false)
    public Profile profile;
}
