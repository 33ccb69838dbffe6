package be.vlaanderen.loopbaankrediet.providerregistry.counsellor.vat;

import static be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorRefusal.COUNSELLOR_UNKNOWN;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Counsellor;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.TurnoverCounted;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.VatThresholdNeared;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A payout was approved: it counts towards the VAT threshold of its year. Who is exempt is warned at 80 % and at 100 %; the regime itself changes only when the
 * counsellor or an officer says so (D-33).
 *
 * @param approvedOn the day in Brussels
 */
public record CountTurnover(UUID counsellor, UUID payout, LocalDate approvedOn, long exclVatCents, Instant at) {

    private static final List<Integer> PERCENTAGES = List.of(100, 80);

    public static Decision<CounsellorEvent> decide(Counsellor counsellor, CountTurnover command) {
        if (counsellor.route() == null) {
            return Decision.refused(COUNSELLOR_UNKNOWN);
        }
        if (counsellor.turnover().payouts().contains(command.payout())) {
            return Decision.nothing(); // a repeat
        }
        int year = command.approvedOn().getYear();
        long total = counsellor.turnover().in(year) + command.exclVatCents();
        long threshold = VatThreshold.cents(year);
        CounsellorEvent counted =
                new TurnoverCounted(command.counsellor(), command.payout(), year, command.exclVatCents(), command.at());
        int percent = PERCENTAGES.stream()
                .filter(each -> total * 100 >= threshold * each)
                .findFirst()
                .orElse(0);
        boolean warn =
                percent > counsellor.turnover().warnedAbout(year) && !counsellor.vatLiableOn(command.approvedOn());
        return warn
                ? Decision.of(List.of(
                        counted,
                        new VatThresholdNeared(command.counsellor(), year, percent, total, threshold, command.at())))
                : Decision.of(List.of(counted));
    }
}
