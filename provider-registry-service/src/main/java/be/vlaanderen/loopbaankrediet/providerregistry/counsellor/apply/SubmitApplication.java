package be.vlaanderen.loopbaankrediet.providerregistry.counsellor.apply;

import static be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorRefusal.APPLICATION_CLOSED;
import static be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorRefusal.APPLICATION_UNDER_WAY;
import static be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorRefusal.COUNSELLOR_EXISTS;
import static be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorRefusal.DIPLOMA_NOT_LISTED;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Application;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Counsellor;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.ApplicationSubmitted;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.EnterpriseCheckAsked;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Proof;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.RouteRules;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody applies to become a counsellor (CN 2.3); once, and again after a refusal.
 *
 * @param activeSince first day under the cheque scheme, null if never; it decides the route
 * @param claimed the proofs that will be sent
 * @param diploma code on the ministerial list; asked from who announces a listed diploma
 * @param diplomaListed whether that code is on the list of today
 * @param askEnterprise whether there is a source that knows about the enterprise (D-34)
 */
public record SubmitApplication(
        UUID counsellor,
        UUID application,
        @Nullable LocalDate activeSince,
        Set<Proof> claimed,
        @Nullable String diploma,
        boolean diplomaListed,
        boolean vatLiable,
        boolean askEnterprise,
        Instant at) {

    public static Decision<CounsellorEvent> decide(Counsellor counsellor, SubmitApplication command) {
        Application known = counsellor.application();
        if (known != null && known.id().equals(command.application())) {
            return Decision.nothing(); // a repeat
        }
        if (counsellor.route() != null) {
            return Decision.refused(COUNSELLOR_EXISTS);
        }
        if (counsellor.papers().contains(command.application())) {
            return Decision.refused(APPLICATION_CLOSED); // a late repeat of one before the last
        }
        if (known != null && known.isOpen()) {
            return Decision.refused(APPLICATION_UNDER_WAY);
        }
        boolean named = command.diploma() != null || command.claimed().contains(Proof.LISTED_DIPLOMA);
        if (named && !command.diplomaListed()) {
            return Decision.refused(DIPLOMA_NOT_LISTED);
        }
        List<CounsellorEvent> events = new ArrayList<>();
        events.add(new ApplicationSubmitted(
                command.counsellor(),
                command.application(),
                RouteRules.route(command.activeSince()),
                command.activeSince(),
                command.claimed().stream().sorted().toList(),
                command.diploma(),
                command.vatLiable(),
                command.at()));
        if (command.askEnterprise()) {
            events.add(new EnterpriseCheckAsked(command.counsellor(), command.application(), command.at()));
        }
        return Decision.of(events);
    }
}
