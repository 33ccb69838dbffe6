package be.vlaanderen.loopbaankrediet.providerregistry.counsellor.register;

import static be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorRefusal.COUNSELLOR_UNKNOWN;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Counsellor;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.CounsellorRegistered;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.ProofsShown;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Proof;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Route;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Adds proofs to a dossier; the last one that the route asks registers the counsellor. A proof once shown stays shown.
 *
 * @param today the day in Brussels
 */
public record ShowProofs(UUID counsellor, Set<Proof> proofs, LocalDate today, Instant at) {

    public static Decision<CounsellorEvent> decide(Counsellor counsellor, ShowProofs command) {
        Route route = counsellor.route();
        if (route == null) {
            return Decision.refused(COUNSELLOR_UNKNOWN);
        }
        List<Proof> fresh = command.proofs().stream()
                .filter(proof -> !counsellor.proofs().contains(proof))
                .sorted()
                .toList();
        if (fresh.isEmpty()) {
            return Decision.nothing();
        }
        List<CounsellorEvent> events = new ArrayList<>();
        events.add(new ProofsShown(command.counsellor(), fresh, command.at()));
        if (counsellor.missingWith(fresh).isEmpty() && counsellor.registeredOn() == null) {
            events.add(new CounsellorRegistered(
                    command.counsellor(), route, counsellor.vatLiableAtFirst(), command.today(), command.at()));
        }
        return Decision.of(events);
    }
}
