package be.vlaanderen.loopbaankrediet.providerregistry.views.directory;

import be.vlaanderen.loopbaankrediet.platform.web.Days;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Capacity;
import be.vlaanderen.loopbaankrediet.providerregistry.places.Municipalities;
import be.vlaanderen.loopbaankrediet.providerregistry.places.Municipality;
import be.vlaanderen.loopbaankrediet.providerregistry.profile.Mode;
import be.vlaanderen.loopbaankrediet.providerregistry.profile.Profile;
import be.vlaanderen.loopbaankrediet.providerregistry.profile.TargetGroup;
import be.vlaanderen.loopbaankrediet.providerregistry.profile.Theme;
import be.vlaanderen.loopbaankrediet.providerregistry.vault.Digest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds registered counsellors by what they show (domain 6). D-31: nearest first, and where that does not decide, in an order that is drawn anew each
 * day: the same for everybody, so that pages join, and on no day in the same ones' favour.
 */
@Singleton
public class Directory {

    /** What {@link Found#place} looks like: the day of the order, the distance, the place in the order. */
    static final Pattern PLACE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}-[0-9]{5}-[0-9a-f]{64}");

    private static final String LISTED = "from RegisteredCounsellor r join fetch r.profile p"
            + " where r.suspended = false and (r.leftFrom is null or r.leftFrom > :today)";

    private final Municipalities municipalities;
    private final Clock clock;

    @Inject
    public Directory(Municipalities municipalities, Clock clock) {
        this.municipalities = municipalities;
        this.clock = clock;
    }

    /**
     * @param municipality name or postal code that a place of the counsellor has
     * @param near distances are counted from there
     * @param withinKm only with {@code near}
     * @param freeCapacity only those who said that they can take somebody
     */
    public record Search(
            @Nullable String municipality,
            @Nullable Municipality near,
            int withinKm,
            @Nullable Theme theme,
            @Nullable String language,
            @Nullable Mode mode,
            @Nullable TargetGroup targetGroup,
            boolean freeCapacity) {}

    /**
     * @param distanceKm to the nearest place of the counsellor; null when nothing was said about where
     * @param capacity null when it is not known
     * @param place in the order
     */
    public record Found(
            RegisteredCounsellor counsellor,
            @Nullable Integer distanceKm,
            @Nullable Capacity capacity,
            String place) {}

    /**
     * The counsellors that fit, in order; without who is suspended or left (MR 4.8).
     *
     * @param after place of the last one already seen; empty from the start
     */
    public List<Found> find(Search search, String after, int limit) {
        String day = after.isEmpty() ? Days.of(clock.instant()).toString() : after.substring(0, 10);
        return fitting(search).stream()
                .flatMap(each -> found(each, search, day).stream())
                .filter(each -> each.place().compareTo(after) > 0)
                .sorted(Comparator.comparing(Found::place))
                .limit(limit)
                .toList();
    }

    /** Who this is; empty for somebody who is not, or not now, in the directory. */
    public Optional<Found> one(UUID counsellor) {
        LocalDate today = Days.of(clock.instant());
        return RegisteredCounsellor.<RegisteredCounsellor>find(
                        LISTED + " and r.counsellor = :counsellor", Map.of("today", today, "counsellor", counsellor))
                .firstResultOptional()
                .map(found -> new Found(found, null, found.capacityOn(today), ""));
    }

    private Optional<Found> found(RegisteredCounsellor counsellor, Search search, String day) {
        Municipality near = search.near();
        Integer distance = near == null ? null : distance(counsellor.profile, near);
        if (near != null && (distance == null || distance > search.withinKm())) {
            return Optional.empty();
        }
        String drawn = Digest.of((day + counsellor.counsellor).getBytes(StandardCharsets.UTF_8));
        return Optional.of(new Found(
                counsellor,
                distance,
                counsellor.capacityOn(Days.of(clock.instant())),
                "%s-%05d-%s".formatted(day, distance == null ? 0 : distance, drawn)));
    }

    /** Null when no place of the counsellor is known. */
    private @Nullable Integer distance(Profile profile, Municipality near) {
        return profile.shownPlaces().stream()
                .map(place -> municipalities
                        .find(place.postalCode())
                        .or(() -> municipalities.find(place.municipality()))
                        .map(near::kilometresTo)
                        .orElse(null))
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private List<RegisteredCounsellor> fitting(Search search) {
        LocalDate today = Days.of(clock.instant());
        StringBuilder query = new StringBuilder(LISTED);
        Map<String, Object> parameters = new HashMap<>(Map.of("today", today));
        String municipality = search.municipality();
        contains(query, parameters, "places", municipality == null ? null : Profile.searched(municipality));
        contains(query, parameters, "themes", name(search.theme()));
        contains(query, parameters, "languages", search.language());
        contains(query, parameters, "modes", name(search.mode()));
        contains(query, parameters, "targetGroups", name(search.targetGroup()));
        if (search.freeCapacity()) {
            query.append(" and r.places > 0 and r.placesUntil >= :today");
        }
        return RegisteredCounsellor.<RegisteredCounsellor>find(query.toString(), parameters)
                .list();
    }

    private static @Nullable String name(@Nullable Enum<?> wanted) {
        return wanted == null ? null : wanted.name();
    }

    private static void contains(
            StringBuilder query, Map<String, Object> parameters, String list, @Nullable String wanted) {
        if (wanted != null) {
            query.append(" and array_contains(p.")
                    .append(list)
                    .append(", :")
                    .append(list)
                    .append(')');
            parameters.put(list, wanted);
        }
    }
}
