package be.vlaanderen.loopbaankrediet.providerregistry.views.directory;

import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Capacity;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Counsellor;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Route;
import be.vlaanderen.loopbaankrediet.providerregistry.profile.Profile;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who stands in the directory. */
@Entity
@Table(name = "registered_counsellor")
public class RegisteredCounsellor extends PanacheEntityBase {

    @Id
    public UUID counsellor;

    public String route;

    @Column(name = "registered_on")
    public LocalDate registeredOn;

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

    Counsellor.Status status(LocalDate today) {
        if (leftFrom != null && !today.isBefore(leftFrom)) {
            return Counsellor.Status.WITHDRAWN;
        }
        return suspended ? Counsellor.Status.SUSPENDED : Counsellor.Status.REGISTERED;
    }

    /** By the order of their ids. */
    static List<RegisteredCounsellor> all(
            Counsellor.@Nullable Status status,
            @Nullable Route route,
            @Nullable String partOfName,
            LocalDate today,
            UUID after,
            int limit) {
        StringBuilder query =
                new StringBuilder("from RegisteredCounsellor r join fetch r.profile p where r.counsellor > :after");
        Map<String, Object> parameters = new HashMap<>(Map.of("after", after));
        if (status != null) {
            query.append(
                    switch (status) {
                        case INCOMPLETE -> " and 1 = 0"; // nobody here is
                        case WITHDRAWN -> " and r.leftFrom <= :today";
                        case SUSPENDED -> " and r.suspended = true and (r.leftFrom is null or r.leftFrom > :today)";
                        case REGISTERED -> " and r.suspended = false and (r.leftFrom is null or r.leftFrom > :today)";
                    });
            if (status != Counsellor.Status.INCOMPLETE) {
                parameters.put("today", today);
            }
        }
        if (route != null) {
            query.append(" and r.route = :route");
            parameters.put("route", route.name());
        }
        if (partOfName != null) {
            query.append(" and position(lower(:name) in lower(p.name)) > 0");
            parameters.put("name", partOfName);
        }
        return RegisteredCounsellor.<RegisteredCounsellor>find(query + " order by r.counsellor", parameters)
                .page(0, limit)
                .list();
    }
}
