package be.vlaanderen.loopbaankrediet.providerregistry.counsellor.vat;

import static be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorRefusal.COUNSELLOR_UNKNOWN;
import static be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorRefusal.NOT_REGISTERED;
import static be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorRefusal.REGIME_DAY_OUT_OF_RANGE;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Counsellor;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.CounsellorVatRegimeChanged;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * From a day on, the counsellor is (or is not) liable to VAT; the history stays, because the day of delivery decides (domain 7).
 *
 * @param today the day in Brussels
 */
public record ChangeVatRegime(UUID counsellor, boolean vatLiable, LocalDate from, LocalDate today, Instant at) {

    public static Decision<CounsellorEvent> decide(Counsellor counsellor, ChangeVatRegime command) {
        if (counsellor.route() == null) {
            return Decision.refused(COUNSELLOR_UNKNOWN);
        }
        LocalDate registeredOn = counsellor.registeredOn();
        if (registeredOn == null) {
            return Decision.refused(NOT_REGISTERED);
        }
        if (command.from().isBefore(registeredOn)
                || command.from().isAfter(command.today().plusYears(1))) {
            return Decision.refused(REGIME_DAY_OUT_OF_RANGE);
        }
        if (counsellor.vatLiableOn(command.from()) == command.vatLiable()) {
            return Decision.nothing();
        }
        return Decision.of(new CounsellorVatRegimeChanged(
                command.counsellor(), command.vatLiable(), command.from(), command.at()));
    }
}
