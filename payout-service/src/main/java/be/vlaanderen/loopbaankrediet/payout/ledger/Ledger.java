package be.vlaanderen.loopbaankrediet.payout.ledger;

import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.BookingRecorded;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.CancellationRecorded;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.ClaimKept;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.ClaimReceived;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.ClaimReleased;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.CoPaymentRecorded;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.HoursReturnRecorded;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.LapseRecorded;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.PayoutApproved;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.PayoutBatched;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.PayoutPaid;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.PayoutRefused;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.PayoutRejected;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.PayoutReturned;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.PayoutSent;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.PayoutSetOff;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.PriceLoweringRecorded;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.RestorationRecorded;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.SponsorshipRecorded;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.UndueDropped;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.UndueRecorded;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackEvent;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackEvent.ClawbackAnnounced;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackEvent.ClawbackAnswered;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackEvent.ClawbackDecided;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackEvent.ClawbackSetOff;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackEvent.ClawbackSettled;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackEvent.ClawbackWrittenOff;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackEvent.InstalmentsAgreed;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackEvent.RepaymentAsked;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackEvent.RepaymentReceived;
import be.vlaanderen.loopbaankrediet.payout.sponsor.SponsorEvent;
import be.vlaanderen.loopbaankrediet.payout.sponsor.SponsorEvent.SponsorPaymentRecorded;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * How each fact is booked, and what the sums say. Domain 7: at any time co-payments used + government share = paid + payable. A sent or
 * rejected payout stays payable until the bank has booked it.
 */
public final class Ledger {

    /** The names of the accounts, as a pattern. */
    public static final String ACCOUNTS =
            "BANK|CO_PAYMENTS|CO_PAYMENTS_REFUNDED|GOVERNMENT_SHARE|PAYABLE_TO_COUNSELLORS"
                    + "|RECEIVABLE_FROM_COUNSELLORS|CLAWED_BACK|WRITTEN_OFF|RECEIVABLE_FROM_SPONSORS|CO_PAYMENTS_RESTORED|BANK_REPAYMENTS";

    private Ledger() {}

    public enum Account {
        /** Money at the bank: in by co-payments, out by payouts and refunds; government fills what is short. */
        BANK,
        /** Credit: received from citizens. Debit: used for delivered time. */
        CO_PAYMENTS,
        CO_PAYMENTS_REFUNDED,
        GOVERNMENT_SHARE,
        PAYABLE_TO_COUNSELLORS,
        /** Debit: found undue and final. Credit: set off against later payouts, or written off. */
        RECEIVABLE_FROM_COUNSELLORS,
        CLAWED_BACK,
        WRITTEN_OFF,
        /** Debit: part of a co-payment that a sponsor owes (CN 2.1). Credit: paid, or no longer owed. Below zero we owe the sponsor. */
        RECEIVABLE_FROM_SPONSORS,
        /** Given back for delivered time that turned out undue (MR 4.7): what was clawed back pays for it. */
        CO_PAYMENTS_RESTORED,
        /** Money at the bank that counsellors paid back. */
        BANK_REPAYMENTS
    }

    /** One side of an entry. */
    public record Line(Account account, long debitCents, long creditCents) {}

    /** Sums of one account, or of one line of the trial balance. */
    public record Total(String account, long debitCents, long creditCents) {}

    /**
     * @param coPaymentCents co-payments used for delivered time
     * @param coPaymentHeldCents received, not used and not paid back
     * @param governmentShareCents what government adds for delivered time
     * @param approvedCents owed to counsellors so far: paid and payable
     * @param paidCents by the bank, and by set-off against clawbacks
     * @param balanced debits equal credits, coPaymentCents + governmentShareCents = paidCents + payableCents, and clawedBackCents =
     *     setOffCents + writtenOffCents + repaidCents + receivableCents with nothing below zero
     * @param clawedBackCents found undue and final
     * @param setOffCents part of paidCents that was set off
     * @param receivableCents still owed by counsellors
     * @param sponsorReceivableCents counted as received co-payment and still owed by sponsors
     * @param repaidCents paid back by counsellors
     * @param restoredCents co-payment given back for time that was clawed back
     */
    public record TrialBalance(
            long coPaymentCents,
            long coPaymentHeldCents,
            long governmentShareCents,
            long approvedCents,
            long payableCents,
            long paidCents,
            boolean balanced,
            List<Total> accounts,
            long clawedBackCents,
            long setOffCents,
            long writtenOffCents,
            long receivableCents,
            long sponsorReceivableCents,
            long restoredCents,
            long repaidCents) {}

    /** The entry of a fact: its lines are equal on both sides; none when no money moved or became owed. */
    public static List<Line> entry(BookingEvent event) {
        return switch (event) {
            case CoPaymentRecorded received ->
                List.of(
                        debit(Account.BANK, received.amountCents()),
                        credit(Account.CO_PAYMENTS, received.amountCents()));
            case SponsorshipRecorded sponsored ->
                List.of(
                        debit(Account.RECEIVABLE_FROM_SPONSORS, sponsored.amountCents()),
                        credit(Account.CO_PAYMENTS, sponsored.amountCents()));
            case CancellationRecorded cancelled ->
                refund(Account.CO_PAYMENTS_REFUNDED, cancelled.refundCents(), cancelled.sponsorRefundCents());
            case HoursReturnRecorded returned ->
                refund(Account.CO_PAYMENTS_REFUNDED, returned.refundCents(), returned.sponsorRefundCents());
            case RestorationRecorded restored ->
                // of a refused claim it was held and never used (D-95)
                refund(
                        restored.claimRefused() ? Account.CO_PAYMENTS_REFUNDED : Account.CO_PAYMENTS_RESTORED,
                        restored.refundCents(),
                        restored.sponsorRefundCents());
            case PriceLoweringRecorded lowered ->
                Stream.concat(
                                refund(
                                        Account.CO_PAYMENTS_REFUNDED,
                                        lowered.refundCents(),
                                        lowered.sponsorRefundCents())
                                        .stream(),
                                lowered.usedAboveCents() == 0
                                        ? Stream.of()
                                        : Stream.of(
                                                debit(Account.CO_PAYMENTS, -lowered.usedAboveCents()),
                                                debit(Account.GOVERNMENT_SHARE, lowered.usedAboveCents())))
                        .toList();
            case PayoutApproved approved ->
                List.of(
                        debit(Account.CO_PAYMENTS, approved.coPaymentCents()),
                        debit(Account.GOVERNMENT_SHARE, approved.governmentShareCents()),
                        credit(Account.PAYABLE_TO_COUNSELLORS, approved.totalCents()));
            case ClaimReleased released ->
                // taken back on the side where it stood, so that the turnover stays what really happened
                released.payout() == null
                        ? List.of()
                        : List.of(
                                debit(Account.CO_PAYMENTS, -released.coPaymentCents()),
                                debit(Account.GOVERNMENT_SHARE, -released.governmentShareCents()),
                                credit(Account.PAYABLE_TO_COUNSELLORS, -released.totalCents()));
            case PayoutSetOff setOff ->
                List.of(
                        debit(Account.PAYABLE_TO_COUNSELLORS, setOff.amountCents()),
                        credit(Account.RECEIVABLE_FROM_COUNSELLORS, setOff.amountCents()));
            case PayoutPaid paid ->
                List.of(
                        debit(Account.PAYABLE_TO_COUNSELLORS, paid.amountCents()),
                        credit(Account.BANK, paid.amountCents()));
            case BookingRecorded _,
                    LapseRecorded _,
                    ClaimReceived _,
                    PayoutRefused _,
                    PayoutBatched _,
                    PayoutSent _,
                    PayoutReturned _,
                    ClaimKept _,
                    UndueRecorded _,
                    UndueDropped _,
                    PayoutRejected _ -> List.of();
        };
    }

    /** The bill is money now. */
    public static List<Line> entry(SponsorEvent event) {
        return switch (event) {
            case SponsorPaymentRecorded paid ->
                List.of(
                        debit(Account.BANK, paid.amountCents()),
                        credit(Account.RECEIVABLE_FROM_SPONSORS, paid.amountCents()));
        };
    }

    /** The citizen gets money, a sponsor owes less. */
    private static List<Line> refund(Account account, long citizenCents, long sponsorCents) {
        List<Line> lines = new ArrayList<>();
        if (citizenCents + sponsorCents != 0) {
            lines.add(debit(account, citizenCents + sponsorCents));
        }
        if (citizenCents != 0) {
            lines.add(credit(Account.BANK, citizenCents));
        }
        if (sponsorCents != 0) {
            lines.add(credit(Account.RECEIVABLE_FROM_SPONSORS, sponsorCents));
        }
        return lines;
    }

    /** What is set off is booked with the payout that it is taken from. */
    public static List<Line> entry(ClawbackEvent event) {
        return switch (event) {
            case ClawbackDecided decided ->
                decided.totalCents() == 0
                        ? List.of()
                        : List.of(
                                debit(Account.RECEIVABLE_FROM_COUNSELLORS, decided.totalCents()),
                                credit(Account.CLAWED_BACK, decided.totalCents()));
            case ClawbackWrittenOff written ->
                List.of(
                        debit(Account.WRITTEN_OFF, written.amountCents()),
                        credit(Account.RECEIVABLE_FROM_COUNSELLORS, written.amountCents()));
            case RepaymentReceived repaid ->
                List.of(
                        debit(Account.BANK_REPAYMENTS, repaid.amountCents()),
                        credit(Account.RECEIVABLE_FROM_COUNSELLORS, repaid.amountCents()));
            case ClawbackAnnounced _,
                    ClawbackAnswered _,
                    ClawbackSetOff _,
                    RepaymentAsked _,
                    InstalmentsAgreed _,
                    ClawbackSettled _ -> List.of();
        };
    }

    public static TrialBalance balance(List<Total> sums) {
        List<Total> accounts = Arrays.stream(Account.values())
                .map(account -> total(account, sums))
                .toList();
        Total coPayments = total(Account.CO_PAYMENTS, sums);
        long coPayment = coPayments.debitCents();
        long held = coPayments.creditCents()
                - coPayment
                - total(Account.CO_PAYMENTS_REFUNDED, sums).debitCents();
        long share = total(Account.GOVERNMENT_SHARE, sums).debitCents();
        long approved = total(Account.PAYABLE_TO_COUNSELLORS, sums).creditCents();
        long paid = total(Account.PAYABLE_TO_COUNSELLORS, sums).debitCents();
        long payable = approved - paid;
        Total receivable = total(Account.RECEIVABLE_FROM_COUNSELLORS, sums);
        long clawedBack = total(Account.CLAWED_BACK, sums).creditCents();
        long writtenOff = total(Account.WRITTEN_OFF, sums).debitCents();
        long repaid = total(Account.BANK_REPAYMENTS, sums).debitCents();
        long setOff = receivable.creditCents() - writtenOff - repaid;
        long owed = receivable.debitCents() - receivable.creditCents();
        Total sponsors = total(Account.RECEIVABLE_FROM_SPONSORS, sums);
        long debits = accounts.stream().mapToLong(Total::debitCents).sum();
        long credits = accounts.stream().mapToLong(Total::creditCents).sum();
        return new TrialBalance(
                coPayment,
                held,
                share,
                approved,
                payable,
                paid,
                debits == credits
                        && coPayment + share == paid + payable
                        && clawedBack == setOff + writtenOff + repaid + owed
                        && setOff >= 0
                        && owed >= 0,
                accounts,
                clawedBack,
                setOff,
                writtenOff,
                owed,
                sponsors.debitCents() - sponsors.creditCents(),
                total(Account.CO_PAYMENTS_RESTORED, sums).debitCents(),
                repaid);
    }

    private static Total total(Account account, List<Total> sums) {
        return sums.stream()
                .filter(sum -> sum.account().equals(account.name()))
                .findFirst()
                .orElse(new Total(account.name(), 0, 0));
    }

    private static Line debit(Account account, long cents) {
        return new Line(account, cents, 0);
    }

    private static Line credit(Account account, long cents) {
        return new Line(account, 0, cents);
    }
}
