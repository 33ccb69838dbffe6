package be.vlaanderen.loopbaankrediet.wallet.sponsor;

import static be.vlaanderen.loopbaankrediet.platform.testkit.Scenario.given;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.NOW;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.id;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import be.vlaanderen.loopbaankrediet.wallet.sponsor.SponsorEvent.Admission;
import be.vlaanderen.loopbaankrediet.wallet.sponsor.SponsorEvent.EndReason;
import be.vlaanderen.loopbaankrediet.wallet.sponsor.SponsorEvent.SponsorAgreed;
import be.vlaanderen.loopbaankrediet.wallet.sponsor.SponsorEvent.SponsorAgreementEnded;
import be.vlaanderen.loopbaankrediet.wallet.sponsor.SponsorEvent.SponsorBillPaid;
import be.vlaanderen.loopbaankrediet.wallet.sponsor.SponsorEvent.SponsorBilled;
import be.vlaanderen.loopbaankrediet.wallet.sponsor.SponsorEvent.SponsorShareOwed;
import be.vlaanderen.loopbaankrediet.wallet.sponsor.SponsorEvent.SponsorShareReserved;
import be.vlaanderen.loopbaankrediet.wallet.sponsor.SponsorEvent.SponsorShareReturned;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** CN 2.1: an employer or fund pays all or part of the co-payment, up to a budget and an end date. */
class SponsorTest {

    private static final UUID SPONSOR = id("sponsor");
    private static final LocalDate FIRST = LocalDate.of(2027, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2027, 12, 31);
    private static final LocalDate TODAY = LocalDate.of(2027, 3, 1);
    private static final String OFFICER = "officer";

    @Test
    void a_sponsor_pays_a_percentage_or_an_amount_and_never_more_than_the_co_payment() {
        assertEquals(2_500, agreed(50, null, 10_000, Admission.CODE).shareOf(5_000));
        assertEquals(999, agreed(33, null, 10_000, Admission.CODE).shareOf(3_029));
        assertEquals(2_000, agreed(null, 2_000L, 10_000, Admission.CODE).shareOf(5_000));
        assertEquals(3_000, agreed(null, 4_000L, 10_000, Admission.CODE).shareOf(3_000));
    }

    @Test
    void a_booking_sets_budget_apart_and_a_repeat_changes_nothing() {
        given(Sponsor.AGGREGATE, agreed(50, null, 10_000, Admission.CODE))
                .when(ask("b1", "an", TODAY))
                .then(reserved("b1", "an", 2_500));
        given(Sponsor.AGGREGATE, agreed(50, null, 10_000, Admission.CODE), reserved("b1", "an", 2_500))
                .when(ask("b1", "an", TODAY))
                .thenNothing();
    }

    @Test
    void the_budget_is_never_exceeded_and_the_refusal_says_what_it_costs_without() {
        given(Sponsor.AGGREGATE, agreed(50, null, 4_999, Admission.CODE), reserved("b1", "an", 2_500))
                .when(ask("b2", "bob", TODAY))
                .thenRefused(SponsorRefusal.SPONSOR_BUDGET_EMPTY, Map.of("coPaymentCents", 5_000L));
        given(
                        Sponsor.AGGREGATE,
                        agreed(50, null, 4_999, Admission.CODE),
                        reserved("b1", "an", 2_500),
                        returned("b1", 2_500, false))
                .when(ask("b2", "bob", TODAY))
                .then(reserved("b2", "bob", 2_500));
    }

    @Test
    void only_from_the_first_to_the_last_day_and_not_after_an_early_end() {
        for (LocalDate day : List.of(FIRST.minusDays(1), LAST.plusDays(1))) {
            given(Sponsor.AGGREGATE, agreed(50, null, 10_000, Admission.CODE))
                    .when(ask("b1", "an", day))
                    .thenRefused(SponsorRefusal.SPONSOR_NOT_NOW);
        }
        given(Sponsor.AGGREGATE, agreed(50, null, 10_000, Admission.CODE), ended(TODAY.minusDays(1)))
                .when(ask("b1", "an", TODAY))
                .thenRefused(SponsorRefusal.SPONSOR_NOT_NOW);
        given(Sponsor.AGGREGATE, agreed(50, null, 10_000, Admission.CODE), ended(TODAY))
                .when(ask("b1", "an", TODAY))
                .then(reserved("b1", "an", 2_500));
    }

    /** D-13. */
    @Test
    void a_code_of_a_list_belongs_to_who_books_with_it_first_and_the_one_code_to_everyone() {
        given(Sponsor.AGGREGATE, agreed(50, null, 10_000, Admission.LIST), reserved("b1", "an", 2_500))
                .when(ask("b2", "bob", TODAY))
                .thenRefused(SponsorRefusal.SPONSOR_CODE_HELD);
        given(Sponsor.AGGREGATE, agreed(50, null, 10_000, Admission.LIST), reserved("b1", "an", 2_500))
                .when(ask("b2", "an", TODAY))
                .then(reserved("b2", "an", 2_500));
        given(Sponsor.AGGREGATE, agreed(50, null, 10_000, Admission.CODE), reserved("b1", "an", 2_500))
                .when(ask("b2", "bob", TODAY))
                .then(reserved("b2", "bob", 2_500));
    }

    @Test
    void the_share_is_owed_once_the_booking_stands() {
        given(Sponsor.AGGREGATE, reservedOnce()).when(need(2_500, false)).thenNothing();
        given(Sponsor.AGGREGATE, reservedOnce()).when(need(2_500, true)).then(owed("b1", 2_500));
        given(Sponsor.AGGREGATE, reservedOnce(owed("b1", 2_500)))
                .when(need(2_500, true))
                .thenNothing();
    }

    @Test
    void what_lapses_or_goes_back_is_free_again_once() {
        given(Sponsor.AGGREGATE, reservedOnce()).when(need(0, false)).then(returned("b1", 2_500, false));
        given(Sponsor.AGGREGATE, reservedOnce(returned("b1", 2_500, false)))
                .when(need(0, false))
                .thenNothing();
        given(Sponsor.AGGREGATE, reservedOnce(owed("b1", 2_500)))
                .when(need(1_250, true))
                .then(returned("b1", 1_250, true));
        assertEquals(
                8_750,
                given(Sponsor.AGGREGATE, reservedOnce(owed("b1", 2_500), returned("b1", 1_250, true)))
                        .state()
                        .leftCents());
    }

    /** D-15. */
    @Test
    void a_bill_is_made_of_the_months_that_are_over() {
        given(Sponsor.AGGREGATE, reservedOnce(owed("b1", 2_500)))
                .when(bill(LocalDate.of(2027, 3, 31)))
                .thenNothing();
        given(Sponsor.AGGREGATE, reservedOnce(owed("b1", 2_500)))
                .when(bill(LocalDate.of(2027, 4, 1)))
                .then(billed(2_500));
        given(Sponsor.AGGREGATE, reservedOnce(owed("b1", 2_500), billed(2_500)))
                .when(bill(LocalDate.of(2027, 4, 1)))
                .thenNothing();
    }

    @Test
    void more_back_than_booked_waits_for_the_next_bill() {
        given(Sponsor.AGGREGATE, reservedOnce(owed("b1", 2_500), billed(2_500), returnedIn(4, "b1", 1_250)))
                .when(bill(LocalDate.of(2027, 5, 1)))
                .thenNothing();
        given(
                        Sponsor.AGGREGATE,
                        reservedOnce(
                                owed("b1", 2_500),
                                billed(2_500),
                                returnedIn(4, "b1", 1_250),
                                reserved("b2", "bob", 2_500),
                                new SponsorShareOwed(SPONSOR, id("b2"), 2_500, LocalDate.of(2027, 5, 3), NOW)))
                .when(bill(LocalDate.of(2027, 6, 2)))
                .then(new SponsorBilled(
                        SPONSOR,
                        Sponsor.billId(SPONSOR, LocalDate.of(2027, 5, 31)),
                        1_250,
                        7,
                        LocalDate.of(2027, 4, 1),
                        LocalDate.of(2027, 5, 31),
                        NOW));
    }

    @Test
    void a_bill_is_paid_once() {
        UUID bill = Sponsor.billId(SPONSOR, LocalDate.of(2027, 3, 31));
        SponsorEvent paid = new SponsorBillPaid(SPONSOR, bill, 2_500, OFFICER, NOW);
        Function<Sponsor, Decision<SponsorEvent>> pay = state -> Sponsor.payBill(state, SPONSOR, bill, OFFICER, NOW);
        given(Sponsor.AGGREGATE, reservedOnce(owed("b1", 2_500), billed(2_500)))
                .when(pay)
                .then(paid);
        given(Sponsor.AGGREGATE, reservedOnce(owed("b1", 2_500), billed(2_500), paid))
                .when(pay)
                .thenNothing();
        given(Sponsor.AGGREGATE, reservedOnce()).when(pay).thenRefused(SponsorRefusal.BILL_UNKNOWN);
    }

    @Test
    void an_agreement_can_end_earlier_and_never_later() {
        given(Sponsor.AGGREGATE, reservedOnce()).when(end(TODAY)).then(ended(TODAY));
        given(Sponsor.AGGREGATE, reservedOnce(ended(TODAY))).when(end(TODAY)).thenNothing();
        given(Sponsor.AGGREGATE, reservedOnce(ended(TODAY)))
                .when(end(TODAY.plusDays(1)))
                .thenRefused(SponsorRefusal.SPONSOR_ENDED);
        given(Sponsor.AGGREGATE).when(end(TODAY)).thenRefused(SponsorRefusal.SPONSOR_UNKNOWN);
    }

    @Test
    void an_enterprise_number_has_its_check_digits() {
        assertTrue(EnterpriseNumber.isValid("0123456749"));
        for (String wrong : List.of("0123456748", "123456749", "0123.456.749", "", "BE0123456749", "2123456749")) {
            assertFalse(EnterpriseNumber.isValid(wrong), wrong);
        }
    }

    record Step(int kind, int booking, int person, int cents, int day) {}

    @Property(tries = 1000)
    void budget_and_bills_add_up_whatever_happens(@ForAll("histories") List<Step> steps) {
        SponsorAgreed terms = agreed(50, null, 9_000, Admission.LIST);
        Sponsor state = Sponsor.AGGREGATE.replay(List.of(terms));
        List<SponsorEvent> history = new ArrayList<>(List.of(terms));
        Map<UUID, Long> owed = new HashMap<>();
        for (Step step :
                steps.stream().sorted(Comparator.comparingInt(Step::day)).toList()) {
            UUID booking = id("b" + step.booking());
            LocalDate day = FIRST.plusDays(step.day());
            Decision<SponsorEvent> decision = switch (step.kind()) {
                case 0, 1 ->
                    Sponsor.reserve(
                            state,
                            new Sponsor.Ask(
                                    SPONSOR,
                                    booking,
                                    id("p" + step.person()),
                                    "code" + step.person() % 2,
                                    5_000,
                                    day,
                                    NOW));
                case 2, 3 ->
                    Sponsor.settle(state, new Sponsor.Need(SPONSOR, booking, step.cents(), step.kind() == 3, day, NOW));
                default -> Sponsor.bill(state, SPONSOR, 7, day, NOW);
            };
            if (decision instanceof Decision.Events<SponsorEvent> decided) {
                history.addAll(decided.events());
                for (SponsorEvent event : decided.events()) {
                    state = Sponsor.AGGREGATE.evolve().apply(state, event);
                    switch (event) {
                        case SponsorShareOwed e -> owed.merge(e.booking(), e.amountCents(), Long::sum);
                        case SponsorShareReturned e
                        when e.owed() -> owed.merge(e.booking(), -e.amountCents(), Long::sum);
                        default -> {}
                    }
                }
            }
            assertTrue(state.usedCents() >= 0 && state.usedCents() <= 9_000, "never more than the budget");
            long billed = state.bills().values().stream()
                    .mapToLong(Sponsor.Bill::cents)
                    .sum();
            long open = state.unbilled().values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            assertEquals(owed.values().stream().mapToLong(Long::longValue).sum(), billed + open, "owed is billed once");
        }
        assertEquals(state, Sponsor.AGGREGATE.replay(history));
    }

    @Provide
    Arbitrary<List<Step>> histories() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.integers().between(1, 6),
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.integers().between(0, 2_500),
                        Arbitraries.integers().between(0, 364))
                .as(Step::new)
                .list()
                .ofMaxSize(40);
    }

    private static SponsorAgreed agreed(
            @Nullable Integer percent, @Nullable Long blockCents, long budget, Admission admission) {
        return new SponsorAgreed(SPONSOR, percent, blockCents, budget, FIRST, LAST, admission, OFFICER, NOW);
    }

    private static SponsorEvent reserved(String booking, String person, long cents) {
        return new SponsorShareReserved(SPONSOR, id(booking), id(person), "K7WQ2MHN45", cents, NOW);
    }

    private static SponsorEvent owed(String booking, long cents) {
        return new SponsorShareOwed(SPONSOR, id(booking), cents, TODAY, NOW);
    }

    private static SponsorEvent returned(String booking, long cents, boolean owed) {
        return new SponsorShareReturned(SPONSOR, id(booking), cents, owed, TODAY, NOW);
    }

    private static SponsorEvent returnedIn(int month, String booking, long cents) {
        return new SponsorShareReturned(SPONSOR, id(booking), cents, true, LocalDate.of(2027, month, 9), NOW);
    }

    private static SponsorEvent billed(long cents) {
        return new SponsorBilled(
                SPONSOR,
                Sponsor.billId(SPONSOR, LocalDate.of(2027, 3, 31)),
                cents,
                7,
                LocalDate.of(2027, 3, 1),
                LocalDate.of(2027, 3, 31),
                NOW);
    }

    private static SponsorEvent ended(LocalDate lastDay) {
        return new SponsorAgreementEnded(SPONSOR, lastDay, EndReason.ASKED_BY_SPONSOR, OFFICER, NOW);
    }

    private static List<SponsorEvent> reservedOnce(SponsorEvent... then) {
        List<SponsorEvent> all =
                new ArrayList<>(List.of(agreed(50, null, 10_000, Admission.CODE), reserved("b1", "an", 2_500)));
        all.addAll(List.of(then));
        return all;
    }

    private static Function<Sponsor, Decision<SponsorEvent>> ask(String booking, String person, LocalDate day) {
        return state -> Sponsor.reserve(
                state, new Sponsor.Ask(SPONSOR, id(booking), id(person), "K7WQ2MHN45", 5_000, day, NOW));
    }

    private static Function<Sponsor, Decision<SponsorEvent>> need(long cents, boolean stands) {
        return state -> Sponsor.settle(state, new Sponsor.Need(SPONSOR, id("b1"), cents, stands, TODAY, NOW));
    }

    private static Function<Sponsor, Decision<SponsorEvent>> bill(LocalDate today) {
        return state -> Sponsor.bill(state, SPONSOR, 7, today, NOW);
    }

    private static Function<Sponsor, Decision<SponsorEvent>> end(LocalDate lastDay) {
        return state -> Sponsor.end(state, SPONSOR, lastDay, EndReason.ASKED_BY_SPONSOR, OFFICER, NOW);
    }
}
