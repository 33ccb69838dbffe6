package be.vlaanderen.loopbaankrediet.wallet.sponsor;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Aggregate;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import be.vlaanderen.loopbaankrediet.wallet.sponsor.SponsorEvent.Admission;
import be.vlaanderen.loopbaankrediet.wallet.sponsor.SponsorEvent.EndReason;
import be.vlaanderen.loopbaankrediet.wallet.sponsor.SponsorEvent.SponsorAgreed;
import be.vlaanderen.loopbaankrediet.wallet.sponsor.SponsorEvent.SponsorAgreementEnded;
import be.vlaanderen.loopbaankrediet.wallet.sponsor.SponsorEvent.SponsorBillPaid;
import be.vlaanderen.loopbaankrediet.wallet.sponsor.SponsorEvent.SponsorBilled;
import be.vlaanderen.loopbaankrediet.wallet.sponsor.SponsorEvent.SponsorCodesIssued;
import be.vlaanderen.loopbaankrediet.wallet.sponsor.SponsorEvent.SponsorShareOwed;
import be.vlaanderen.loopbaankrediet.wallet.sponsor.SponsorEvent.SponsorShareReserved;
import be.vlaanderen.loopbaankrediet.wallet.sponsor.SponsorEvent.SponsorShareReturned;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An agreement with a sponsor, and what became of its budget. Always: what is reserved or owed is at most the budget.
 *
 * @param terms null before the agreement
 * @param lastDay on which can be booked
 * @param holders of the codes of a list (D-13)
 * @param shares of each booking, as they are now
 * @param usedCents the sum of them
 * @param unbilled what came to be owed less what came back, of each month that has no bill yet
 */
public record Sponsor(
        @Nullable SponsorAgreed terms,
        LocalDate lastDay,
        Map<String, UUID> holders,
        Map<UUID, Share> shares,
        long usedCents,
        Map<YearMonth, Long> unbilled,
        Map<UUID, Bill> bills) {

    /** @param owed the booking stands; before that it is reserved */
    public record Share(long cents, boolean owed) {}

    public record Bill(long cents, boolean paid) {}

    public static final Sponsor NONE = new Sponsor(null, LocalDate.MIN, Map.of(), Map.of(), 0, Map.of(), Map.of());

    public static final Aggregate<Sponsor, SponsorEvent> AGGREGATE = new Aggregate<>("Sponsor", NONE, Sponsor::evolve);

    /** Id of the stream; a prefix keeps it apart from those of wallets. */
    public static String stream(UUID sponsor) {
        return "sponsor-" + sponsor;
    }

    public long leftCents() {
        return terms == null ? 0 : terms.budgetCents() - usedCents;
    }

    public long openBillsCents() {
        return bills.values().stream()
                .filter(bill -> !bill.paid())
                .mapToLong(Bill::cents)
                .sum();
    }

    public long shareCents(UUID booking) {
        Share share = shares.get(booking);
        return share == null ? 0 : share.cents();
    }

    public boolean isOpenOn(LocalDate day) {
        return terms != null && !day.isBefore(terms.from()) && !day.isAfter(lastDay);
    }

    public static Decision<SponsorEvent> agree(Sponsor state, SponsorAgreed agreement, int codes) {
        return state.terms != null
                ? Decision.nothing()
                : Decision.of(
                        agreement,
                        new SponsorCodesIssued(agreement.sponsor(), codes, agreement.officer(), agreement.at()));
    }

    public static Decision<SponsorEvent> issueCodes(
            Sponsor state, UUID sponsor, int codes, String officer, LocalDate today, Instant at) {
        if (state.terms == null) {
            return Decision.refused(SponsorRefusal.SPONSOR_UNKNOWN);
        }
        if (state.terms.admission() == Admission.CODE) {
            return Decision.refused(SponsorRefusal.SPONSOR_HAS_ONE_CODE);
        }
        return today.isAfter(state.lastDay)
                ? Decision.refused(SponsorRefusal.SPONSOR_ENDED)
                : Decision.of(new SponsorCodesIssued(sponsor, codes, officer, at));
    }

    /** What a booking asks of a sponsor. @param code that the citizen gave, known to be one of this sponsor */
    public record Ask(
            UUID sponsor, UUID booking, UUID wallet, String code, long coPaymentCents, LocalDate today, Instant at) {}

    /** CN 2.1: up to a budget and an end date. A refusal says what the citizen pays without the sponsor. */
    public static Decision<SponsorEvent> reserve(Sponsor state, Ask ask) {
        if (state.shares.containsKey(ask.booking())) {
            return Decision.nothing();
        }
        Map<String, Object> without = Map.of("coPaymentCents", ask.coPaymentCents());
        if (state.terms == null) {
            return Decision.refused(SponsorRefusal.SPONSOR_CODE_UNKNOWN, without);
        }
        if (!state.isOpenOn(ask.today())) {
            return Decision.refused(SponsorRefusal.SPONSOR_NOT_NOW, without);
        }
        UUID holder = state.holders.get(ask.code());
        if (holder != null && !holder.equals(ask.wallet())) {
            return Decision.refused(SponsorRefusal.SPONSOR_CODE_HELD, without);
        }
        long share = state.terms.shareOf(ask.coPaymentCents());
        if (share > state.leftCents()) {
            return Decision.refused(SponsorRefusal.SPONSOR_BUDGET_EMPTY, without);
        }
        return Decision.of(
                new SponsorShareReserved(ask.sponsor(), ask.booking(), ask.wallet(), ask.code(), share, ask.at()));
    }

    /** What a booking needs of the sponsor now. @param stands and is owed; before that it is reserved */
    public record Need(UUID sponsor, UUID booking, long cents, boolean stands, LocalDate today, Instant at) {}

    /** The share follows the booking: owed once it stands, and free again as far as hours or price went down. */
    public static Decision<SponsorEvent> settle(Sponsor state, Need need) {
        Share share = state.shares.get(need.booking());
        if (share == null) {
            return Decision.nothing();
        }
        List<SponsorEvent> facts = new ArrayList<>();
        boolean owed = share.owed() || need.stands();
        if (owed && !share.owed()) {
            facts.add(new SponsorShareOwed(need.sponsor(), need.booking(), share.cents(), need.today(), need.at()));
        }
        if (need.cents() < share.cents()) {
            facts.add(new SponsorShareReturned(
                    need.sponsor(), need.booking(), share.cents() - need.cents(), owed, need.today(), need.at()));
        }
        return Decision.of(facts);
    }

    /** D-15: over the months that are over. */
    public static Decision<SponsorEvent> bill(Sponsor state, UUID sponsor, long number, LocalDate today, Instant at) {
        YearMonth running = YearMonth.from(today);
        SortedMap<YearMonth, Long> over = new TreeMap<>(state.unbilled).headMap(running);
        long amount = over.values().stream().mapToLong(Long::longValue).sum();
        if (amount <= 0) {
            return Decision.nothing();
        }
        LocalDate until = running.atDay(1).minusDays(1);
        return Decision.of(new SponsorBilled(
                sponsor, billId(sponsor, until), amount, number, over.firstKey().atDay(1), until, at));
    }

    /** One bill for a sponsor and a last day. */
    public static UUID billId(UUID sponsor, LocalDate until) {
        return UUID.nameUUIDFromBytes(("bill " + sponsor + " " + until).getBytes(StandardCharsets.UTF_8));
    }

    public static Decision<SponsorEvent> payBill(Sponsor state, UUID sponsor, UUID id, String officer, Instant at) {
        Bill bill = state.bills.get(id);
        if (bill == null) {
            return Decision.refused(SponsorRefusal.BILL_UNKNOWN);
        }
        return bill.paid()
                ? Decision.nothing()
                : Decision.of(new SponsorBillPaid(sponsor, id, bill.cents(), officer, at));
    }

    public static Decision<SponsorEvent> end(
            Sponsor state, UUID sponsor, LocalDate lastDay, EndReason reason, String officer, Instant at) {
        if (state.terms == null) {
            return Decision.refused(SponsorRefusal.SPONSOR_UNKNOWN);
        }
        if (lastDay.equals(state.lastDay)) {
            return Decision.nothing();
        }
        return lastDay.isAfter(state.lastDay)
                ? Decision.refused(SponsorRefusal.SPONSOR_ENDED, Map.of("lastDay", state.lastDay))
                : Decision.of(new SponsorAgreementEnded(sponsor, lastDay, reason, officer, at));
    }

    private Sponsor evolve(SponsorEvent event) {
        return switch (event) {
            case SponsorAgreed e -> new Sponsor(e, e.until(), holders, shares, usedCents, unbilled, bills);
            case SponsorCodesIssued ignored -> this;
            case SponsorShareReserved e -> holder(e).share(e.booking(), new Share(e.amountCents(), false));
            case SponsorShareOwed e ->
                share(e.booking(), new Share(e.amountCents(), true)).unbilled(e.on(), e.amountCents());
            case SponsorShareReturned e -> returned(e);
            case SponsorBilled e ->
                new Sponsor(
                        terms,
                        lastDay,
                        holders,
                        shares,
                        usedCents,
                        without(unbilled, YearMonth.from(e.until())),
                        with(bills, e.bill(), new Bill(e.amountCents(), false)));
            case SponsorBillPaid e ->
                new Sponsor(
                        terms,
                        lastDay,
                        holders,
                        shares,
                        usedCents,
                        unbilled,
                        with(bills, e.bill(), new Bill(e.amountCents(), true)));
            case SponsorAgreementEnded e ->
                new Sponsor(terms, e.lastDay(), holders, shares, usedCents, unbilled, bills);
        };
    }

    private Sponsor returned(SponsorShareReturned e) {
        Share share = shares.getOrDefault(e.booking(), new Share(0, e.owed()));
        Sponsor after = share(e.booking(), new Share(share.cents() - e.amountCents(), share.owed()));
        return e.owed() ? after.unbilled(e.on(), -e.amountCents()) : after;
    }

    private Sponsor holder(SponsorShareReserved e) {
        return terms == null || terms.admission() == Admission.CODE
                ? this
                : new Sponsor(terms, lastDay, with(holders, e.code(), e.wallet()), shares, usedCents, unbilled, bills);
    }

    private Sponsor share(UUID booking, Share share) {
        Share before = shares.get(booking);
        return new Sponsor(
                terms,
                lastDay,
                holders,
                with(shares, booking, share),
                usedCents + share.cents() - (before == null ? 0 : before.cents()),
                unbilled,
                bills);
    }

    private Sponsor unbilled(LocalDate on, long cents) {
        Map<YearMonth, Long> next = new HashMap<>(unbilled);
        next.merge(YearMonth.from(on), cents, Long::sum);
        return new Sponsor(terms, lastDay, holders, shares, usedCents, Collections.unmodifiableMap(next), bills);
    }

    private static Map<YearMonth, Long> without(Map<YearMonth, Long> unbilled, YearMonth last) {
        Map<YearMonth, Long> next = new HashMap<>(unbilled);
        next.keySet().removeIf(month -> !month.isAfter(last));
        return Collections.unmodifiableMap(next);
    }

    private static <K, V> Map<K, V> with(Map<K, V> before, K key, V value) {
        Map<K, V> next = new HashMap<>(before);
        next.put(key, value);
        return Collections.unmodifiableMap(next);
    }
}
