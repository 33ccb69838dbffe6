package be.vlaanderen.loopbaankrediet.providerregistry.counsellor;

import static be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Requirement.ACTIVE_ENTERPRISE;
import static be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Requirement.EQUIVALENCE_OR_QUALIFICATION;
import static be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Requirement.EXPERIENCE_3_YEARS;
import static be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Requirement.FINANCIAL_HEALTH;
import static be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Requirement.FINANCIAL_MANAGEMENT;
import static be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Requirement.LISTED_DIPLOMA;
import static be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Requirement.QUALIFICATION;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which route somebody takes, and what that route asks (CN 2.3, D-7). */
public final class RouteRules {

    private static final LocalDate TRANSITION_FROM = LocalDate.of(2024, 1, 1);
    private static final LocalDate TRANSITION_TO = LocalDate.of(2025, 12, 31);

    private RouteRules() {}

    /**
     * D-7: the transition route runs from 2024-01-01 to 2025-12-31, both days in.
     *
     * @param activeSince first day under the cheque scheme, null if never
     */
    public static Route route(@Nullable LocalDate activeSince) {
        if (activeSince == null || activeSince.isAfter(TRANSITION_TO)) {
            return Route.R3;
        }
        return activeSince.isBefore(TRANSITION_FROM) ? Route.R1 : Route.R2;
    }

    /**
     * A route for who wants to know before applying.
     *
     * @param activeFrom earliest first day under the cheque scheme; null for any
     * @param activeUntil latest first day; null for any
     * @param requirements the enterprise first, then in alphabetical order
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Way(
            Route route,
            @Nullable LocalDate activeFrom,
            @Nullable LocalDate activeUntil,
            List<Requirement> requirements) {}

    /** All routes; who was never active takes the last. */
    public static List<Way> ways() {
        return List.of(
                way(Route.R1, null, TRANSITION_FROM.minusDays(1)),
                way(Route.R2, TRANSITION_FROM, TRANSITION_TO),
                way(Route.R3, TRANSITION_TO.plusDays(1), null));
    }

    private static Way way(Route route, @Nullable LocalDate activeFrom, @Nullable LocalDate activeUntil) {
        return new Way(
                route,
                activeFrom,
                activeUntil,
                Stream.concat(Stream.of(ACTIVE_ENTERPRISE), asked(route).stream())
                        .toList());
    }

    /** What the route asks and no proof shows, in alphabetical order. */
    public static List<Requirement> missing(Route route, Set<Proof> proofs) {
        return asked(route).stream()
                .filter(requirement -> !requirement.isMetBy(proofs))
                .toList();
    }

    /** In alphabetical order. */
    private static List<Requirement> asked(Route route) {
        return switch (route) {
            case R1 -> List.of(EQUIVALENCE_OR_QUALIFICATION, FINANCIAL_HEALTH, FINANCIAL_MANAGEMENT);
            case R2 -> List.of(EXPERIENCE_3_YEARS, FINANCIAL_HEALTH, FINANCIAL_MANAGEMENT, QUALIFICATION);
            case R3 ->
                List.of(EXPERIENCE_3_YEARS, FINANCIAL_HEALTH, FINANCIAL_MANAGEMENT, LISTED_DIPLOMA, QUALIFICATION);
        };
    }
}
