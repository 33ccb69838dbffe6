package be.vlaanderen.loopbaankrediet.providerregistry.counsellor;

import static be.vlaanderen.loopbaankrediet.platform.testkit.Scenario.given;
import static be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Counsellor.AGGREGATE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import be.vlaanderen.loopbaankrediet.platform.testkit.Contracts;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.CounsellorRegistered;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.DossierOpened;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.TurnoverCounted;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.VatThresholdNeared;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.vat.CountTurnover;
import be.vlaanderen.loopbaankrediet.providerregistry.received.WhenPayoutApprovedThenCountTurnover;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TurnoverTest {

    private static final UUID ID = UUID.fromString("3f0c1d52-7a64-4a6e-9d0b-5c1f2b7e8a10");
    private static final Instant AT = Instant.parse("2027-06-01T09:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2027, 6, 1);
    private static final long THRESHOLD = 2_500_000;

    @Test
    void a_payout_counts_once_towards_the_year_of_its_approval() {
        given(AGGREGATE, opened(false), registered(false))
                .when(it -> CountTurnover.decide(it, count(1, 18_000)))
                .then(counted(1, 18_000));
        given(AGGREGATE, opened(false), registered(false), counted(1, 18_000))
                .when(it -> CountTurnover.decide(it, count(1, 18_000)))
                .thenNothing();
        Counsellor counsellor =
                AGGREGATE.replay(List.of(opened(false), registered(false), counted(1, 18_000), counted(2, 9_000)));
        assertEquals(27_000, counsellor.turnover().in(2027));
        assertEquals(0, counsellor.turnover().in(2028));
    }

    @Test
    void who_is_exempt_is_warned_at_80_and_at_100_percent_once() {
        given(AGGREGATE, opened(false), registered(false), counted(1, 1_999_999))
                .when(it -> CountTurnover.decide(it, count(2, 1)))
                .then(counted(2, 1), neared(80, 2_000_000));
        given(AGGREGATE, opened(false), registered(false), counted(1, 2_000_000), neared(80, 2_000_000))
                .when(it -> CountTurnover.decide(it, count(2, 1)))
                .then(counted(2, 1));
        given(AGGREGATE, opened(false), registered(false), counted(1, 2_000_000), neared(80, 2_000_000))
                .when(it -> CountTurnover.decide(it, count(2, 500_000)))
                .then(counted(2, 500_000), neared(100, THRESHOLD));
        given(AGGREGATE, opened(false), registered(false))
                .when(it -> CountTurnover.decide(it, count(1, THRESHOLD)))
                .then(counted(1, THRESHOLD), neared(100, THRESHOLD));
    }

    @Test
    void who_adds_vat_already_is_not_warned() {
        given(AGGREGATE, opened(true), registered(true))
                .when(it -> CountTurnover.decide(it, count(1, THRESHOLD)))
                .then(counted(1, THRESHOLD));
    }

    @Test
    void a_new_year_begins_at_nothing() {
        var nextYear = new CountTurnover(ID, payout(2), LocalDate.of(2028, 1, 1), 18_000, AT);
        given(AGGREGATE, opened(false), registered(false), counted(1, THRESHOLD), neared(100, THRESHOLD))
                .when(it -> CountTurnover.decide(it, nextYear))
                .then(new TurnoverCounted(ID, payout(2), 2028, 18_000, AT));
    }

    @Test
    void the_message_of_the_payouts_is_understood() {
        var message = Contracts.sample("payout", "PayoutApproved.v1");
        CountTurnover command = WhenPayoutApprovedThenCountTurnover.command(message);
        assertEquals(18_000, command.exclVatCents());
        assertEquals(LocalDate.of(2027, 2, 20), command.approvedOn());
    }

    private static CountTurnover count(int payout, long cents) {
        return new CountTurnover(ID, payout(payout), DAY, cents, AT);
    }

    private static CounsellorEvent counted(int payout, long cents) {
        return new TurnoverCounted(ID, payout(payout), 2027, cents, AT);
    }

    private static CounsellorEvent neared(int percent, long total) {
        return new VatThresholdNeared(ID, 2027, percent, total, THRESHOLD, AT);
    }

    private static UUID payout(int number) {
        return new UUID(0, number);
    }

    private static CounsellorEvent opened(boolean vatLiable) {
        return new DossierOpened(ID, Route.R1, null, List.of(), vatLiable, AT);
    }

    private static CounsellorEvent registered(boolean vatLiable) {
        return new CounsellorRegistered(ID, Route.R1, vatLiable, LocalDate.of(2027, 1, 4), AT);
    }
}
