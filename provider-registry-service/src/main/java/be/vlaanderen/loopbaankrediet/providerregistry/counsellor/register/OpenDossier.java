package be.vlaanderen.loopbaankrediet.providerregistry.counsellor.register;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Counsellor;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.CounsellorRegistered;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.DossierOpened;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Proof;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Route;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.RouteRules;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An officer enters a counsellor, who is registered at once when the route asks nothing more (CN 2.3).
 *
 * @param activeSince first day under the cheque scheme, null if never
 * @param today the day in Brussels
 */
public record OpenDossier(
        UUID counsellor,
        @Nullable LocalDate activeSince,
        Set<Proof> proofs,
        boolean vatLiable,
        LocalDate today,
        Instant at) {

    public static Decision<CounsellorEvent> decide(Counsellor counsellor, OpenDossier command) {
        if (counsellor.route() != null) {
            return Decision.nothing(); // a repeat
        }
        Route route = RouteRules.route(command.activeSince());
        CounsellorEvent opened = new DossierOpened(
                command.counsellor(),
                route,
                command.activeSince(),
                command.proofs().stream().sorted().toList(),
                command.vatLiable(),
                command.at());
        if (!RouteRules.missing(route, command.proofs()).isEmpty()) {
            return Decision.of(List.of(opened));
        }
        return Decision.of(List.of(
                opened,
                new CounsellorRegistered(
                        command.counsellor(), route, command.vatLiable(), command.today(), command.at())));
    }
}
