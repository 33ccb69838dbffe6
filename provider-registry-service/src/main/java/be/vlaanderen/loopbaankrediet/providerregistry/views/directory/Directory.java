package be.vlaanderen.loopbaankrediet.providerregistry.views.directory;

import be.vlaanderen.loopbaankrediet.platform.web.Days;
import be.vlaanderen.loopbaankrediet.providerregistry.profile.Mode;
import be.vlaanderen.loopbaankrediet.providerregistry.profile.Profile;
import be.vlaanderen.loopbaankrediet.providerregistry.profile.Theme;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds registered counsellors by what they show (domain 6). */
@Singleton
public class Directory {

    private final Clock clock;

    @Inject
    public Directory(Clock clock) {
        this.clock = clock;
    }

    /** @param municipality name or postal code */
    public record Search(
            @Nullable String municipality,
            @Nullable Theme theme,
            @Nullable String language,
            @Nullable Mode mode) {}

    /**
     * The counsellors that fit, in the order of the directory; without who is suspended or left (MR 4.8).
     *
     * @param after place in the order of the last one already seen; empty from the start
     */
    public List<RegisteredCounsellor> find(Search search, String after, int limit) {
        StringBuilder query =
                new StringBuilder("from RegisteredCounsellor r join fetch r.profile p where r.placeInOrder > :after"
                        + " and r.suspended = false and (r.leftFrom is null or r.leftFrom > :today)");
        Map<String, Object> parameters = new HashMap<>(Map.of("after", after, "today", Days.of(clock.instant())));
        String municipality = search.municipality();
        contains(query, parameters, "places", municipality == null ? null : Profile.searched(municipality));
        contains(
                query,
                parameters,
                "themes",
                search.theme() == null ? null : search.theme().name());
        contains(query, parameters, "languages", search.language());
        contains(
                query,
                parameters,
                "modes",
                search.mode() == null ? null : search.mode().name());
        query.append(" order by r.placeInOrder");
        return RegisteredCounsellor.<RegisteredCounsellor>find(query.toString(), parameters)
                .page(0, limit)
                .list();
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
