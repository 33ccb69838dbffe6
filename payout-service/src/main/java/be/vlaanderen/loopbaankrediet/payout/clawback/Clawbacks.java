package be.vlaanderen.loopbaankrediet.payout.clawback;

import static be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackRefusal.ALREADY_ANSWERED;
import static be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackRefusal.ALREADY_DECIDED;
import static be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackRefusal.ANSWER_TOO_LATE;
import static be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackRefusal.CLAWBACK_UNKNOWN;
import static be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackRefusal.FOUR_EYES;
import static be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackRefusal.INSTALMENTS_DO_NOT_ADD_UP;
import static be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackRefusal.MORE_THAN_ANNOUNCED;
import static be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackRefusal.MORE_THAN_OWED;
import static be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackRefusal.MORE_THAN_PAID;
import static be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackRefusal.NOTHING_LEFT;
import static be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackRefusal.PAYOUT_NOT_PAID;
import static be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackRefusal.REPAYMENT_NOT_ASKED;
import static be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackRefusal.WAITING_FOR_ANSWER;

import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.PayoutApproved;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackCommand.AgreeInstalments;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackCommand.Announce;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackCommand.Answer;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackCommand.AskRepayment;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackCommand.Decide;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackCommand.NoteRepayment;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackCommand.SetOff;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackCommand.WriteOff;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackEvent.ClawbackAnnounced;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackEvent.ClawbackAnswered;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackEvent.ClawbackDecided;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackEvent.ClawbackSetOff;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackEvent.ClawbackSettled;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackEvent.ClawbackWrittenOff;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackEvent.Instalment;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackEvent.InstalmentsAgreed;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackEvent.RepaymentAsked;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackEvent.RepaymentReceived;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Aggregate;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.ToLongFunction;

/** The clawbacks of one payout: together never more than was paid. */
public record Clawbacks(Map<UUID, ClawbackState> all) {

    /** BVR art. 18 and 19, through MR 4.8: days to answer before a clawback is final. */
    static final int DAYS_TO_ANSWER = 15;

    /** D-68: days to pay an invoice. */
    static final int DAYS_TO_PAY = 30;

    public static final Clawbacks EMPTY = new Clawbacks(Map.of());
    public static final Aggregate<Clawbacks, ClawbackEvent> AGGREGATE =
            new Aggregate<>("Clawbacks", EMPTY, Clawbacks::evolve);

    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

    public static String stream(UUID payout) {
        return "clawbacks-" + payout;
    }

    public Decision<ClawbackEvent> decide(ClawbackCommand command) {
        if (command instanceof Announce announce) {
            return announce(announce);
        }
        ClawbackState clawback = all.get(command.clawback());
        if (clawback == null) {
            return Decision.refused(CLAWBACK_UNKNOWN);
        }
        return switch (command) {
            case Announce _ -> Decision.nothing();
            case Answer answer -> answer(clawback, answer);
            case Decide decide -> decide(clawback, decide);
            case SetOff setOff -> setOff(clawback, setOff);
            case AskRepayment ask -> askRepayment(clawback, ask);
            case AgreeInstalments agree -> agree(clawback, agree);
            case NoteRepayment note -> repaid(clawback, note);
            case WriteOff writeOff -> writeOff(clawback, writeOff);
        };
    }

    private Decision<ClawbackEvent> announce(Announce command) {
        PayoutApproved paid = command.paid();
        if (all.containsKey(command.clawback())) {
            return Decision.nothing();
        }
        if (paid == null) {
            return Decision.refused(PAYOUT_NOT_PAID);
        }
        int before = all.values().stream().mapToInt(ClawbackState::halfHours).sum();
        int left = paid.halfHours() - before;
        if (command.review() != null && left == 0) {
            return Decision.nothing();
        }
        int undue = command.review() == null ? command.halfHours() : Math.min(left, command.halfHours());
        if (undue > left) {
            return Decision.refused(MORE_THAN_PAID, Map.of("halfHoursLeft", left));
        }
        return Decision.of(new ClawbackAnnounced(
                command.clawback(),
                paid.payout(),
                paid.claim(),
                paid.booking(),
                paid.counsellor(),
                undue,
                part(paid.exclVatCents(), undue, paid, ClawbackAnnounced::exclVatCents, ClawbackDecided::exclVatCents),
                part(paid.vatCents(), undue, paid, ClawbackAnnounced::vatCents, ClawbackDecided::vatCents),
                part(
                        paid.coPaymentCents(),
                        undue,
                        paid,
                        ClawbackAnnounced::coPaymentCents,
                        ClawbackDecided::coPaymentCents),
                command.reason(),
                command.explanation(),
                command.officer(),
                LocalDate.ofInstant(command.at(), BRUSSELS).plusDays(DAYS_TO_ANSWER),
                command.hoursReturn(),
                command.review(),
                command.at()));
    }

    /** CN 2.1: at the tariff and regime at which it was paid. Rounded up to what was paid and is not clawed back yet. */
    private long part(
            long paidCents,
            int undueHalfHours,
            PayoutApproved paid,
            ToLongFunction<ClawbackAnnounced> announced,
            ToLongFunction<ClawbackDecided> decided) {
        long before = all.values().stream()
                .mapToLong(each -> {
                    ClawbackDecided last = each.decided();
                    return last == null ? announced.applyAsLong(each.announced()) : decided.applyAsLong(last);
                })
                .sum();
        return Math.min(paidCents - before, Math.ceilDiv(paidCents * undueHalfHours, paid.halfHours()));
    }

    private static Decision<ClawbackEvent> answer(ClawbackState clawback, Answer command) {
        if (!clawback.announced().counsellor().equals(command.counsellor())) {
            return Decision.refused(CLAWBACK_UNKNOWN);
        }
        ClawbackAnswered before = clawback.answered();
        if (before != null && command.answer().equals(before.answer())) {
            return Decision.nothing();
        }
        if (before != null) {
            return Decision.refused(ALREADY_ANSWERED);
        }
        if (clawback.decided() != null || clawback.isOver(command.at())) {
            return Decision.refused(ANSWER_TOO_LATE);
        }
        return Decision.of(new ClawbackAnswered(
                command.clawback(), clawback.announced().booking(), command.answer(), command.at()));
    }

    /** Four eyes: not by the officer who announced it. */
    private static Decision<ClawbackEvent> decide(ClawbackState clawback, Decide command) {
        ClawbackAnnounced announced = clawback.announced();
        ClawbackDecided before = clawback.decided();
        if (before != null) {
            boolean same = before.halfHours() == command.halfHours()
                    && before.reason() == command.reason()
                    && before.officer().equals(command.officer());
            return same ? Decision.nothing() : Decision.refused(ALREADY_DECIDED);
        }
        if (announced.review() == null && announced.officer().equals(command.officer())) {
            return Decision.refused(FOUR_EYES);
        }
        if (clawback.answered() == null && !clawback.isOver(command.at())) {
            return Decision.refused(
                    WAITING_FOR_ANSWER,
                    Map.of("answerUntil", announced.answerUntil().toString()));
        }
        if (command.halfHours() > announced.halfHours()) {
            return Decision.refused(MORE_THAN_ANNOUNCED, Map.of("halfHoursAnnounced", announced.halfHours()));
        }
        int all = announced.halfHours();
        ClawbackDecided decided = new ClawbackDecided(
                command.clawback(),
                announced.payout(),
                announced.claim(),
                announced.booking(),
                announced.counsellor(),
                command.halfHours(),
                announced.exclVatCents() * command.halfHours() / all,
                announced.vatCents() * command.halfHours() / all,
                announced.coPaymentCents() * command.halfHours() / all,
                command.reason(),
                command.explanation(),
                command.officer(),
                announced.hoursReturn(),
                command.at());
        return decided.totalCents() == 0
                ? Decision.of(decided, settled(clawback, 0, 0, 0, command.at()))
                : Decision.of(decided);
    }

    /** Never more than is left of the later payout: what is over waits for the next one. */
    private static Decision<ClawbackEvent> setOff(ClawbackState clawback, SetOff command) {
        long amount =
                Math.min(clawback.dueCents(LocalDate.ofInstant(command.at(), BRUSSELS)), command.availableCents());
        if (amount <= 0) {
            return Decision.nothing();
        }
        long left = clawback.leftCents() - amount;
        List<ClawbackEvent> events = new ArrayList<>();
        events.add(new ClawbackSetOff(
                command.clawback(),
                clawback.announced().booking(),
                command.againstPayout(),
                amount,
                left,
                command.at()));
        if (left == 0) {
            events.add(settled(clawback, clawback.setOffCents() + amount, 0, clawback.repaidCents(), command.at()));
        }
        return Decision.of(events);
    }

    /** MR 4.7: asked back by an invoice, with a reference that the bank brings back. */
    private static Decision<ClawbackEvent> askRepayment(ClawbackState clawback, AskRepayment command) {
        if (clawback.leftCents() == 0) {
            return Decision.refused(NOTHING_LEFT);
        }
        return clawback.asked() != null
                ? Decision.nothing()
                : Decision.of(new RepaymentAsked(
                        command.clawback(),
                        clawback.announced().booking(),
                        clawback.announced().counsellor(),
                        command.reference(),
                        clawback.leftCents(),
                        LocalDate.ofInstant(command.at(), BRUSSELS).plusDays(DAYS_TO_PAY),
                        command.officer(),
                        command.at()));
    }

    private static Decision<ClawbackEvent> agree(ClawbackState clawback, AgreeInstalments command) {
        InstalmentsAgreed before = clawback.agreed();
        if (before != null && before.instalments().equals(command.instalments())) {
            return Decision.nothing();
        }
        if (clawback.leftCents() == 0) {
            return Decision.refused(NOTHING_LEFT);
        }
        if (clawback.asked() == null) {
            return Decision.refused(REPAYMENT_NOT_ASKED);
        }
        LocalDate last = LocalDate.ofInstant(command.at(), BRUSSELS);
        long sum = 0;
        for (Instalment instalment : command.instalments()) {
            if (!instalment.dueOn().isAfter(last)) {
                return Decision.refused(INSTALMENTS_DO_NOT_ADD_UP, Map.of("leftCents", clawback.leftCents()));
            }
            last = instalment.dueOn();
            sum += instalment.amountCents();
        }
        return sum != clawback.leftCents()
                ? Decision.refused(INSTALMENTS_DO_NOT_ADD_UP, Map.of("leftCents", clawback.leftCents()))
                : Decision.of(new InstalmentsAgreed(
                        command.clawback(),
                        clawback.announced().booking(),
                        command.instalments(),
                        command.officer(),
                        command.at()));
    }

    /** D-68: of what the bank brings, as much as is owed. An officer who notes more has mistyped. */
    private static Decision<ClawbackEvent> repaid(ClawbackState clawback, NoteRepayment command) {
        if (clawback.entries().contains(command.entry())) {
            return Decision.nothing();
        }
        if (clawback.asked() == null) {
            return Decision.refused(REPAYMENT_NOT_ASKED);
        }
        boolean byBank = command.officer() == null;
        if (command.amountCents() > clawback.leftCents() && (!byBank || clawback.leftCents() == 0)) {
            return Decision.refused(MORE_THAN_OWED, Map.of("leftCents", clawback.leftCents()));
        }
        long amount = Math.min(command.amountCents(), clawback.leftCents());
        long left = clawback.leftCents() - amount;
        List<ClawbackEvent> events = new ArrayList<>();
        events.add(new RepaymentReceived(
                command.clawback(),
                clawback.announced().booking(),
                command.entry(),
                amount,
                left,
                command.officer(),
                command.at()));
        if (left == 0) {
            events.add(settled(clawback, clawback.setOffCents(), 0, clawback.repaidCents() + amount, command.at()));
        }
        return Decision.of(events);
    }

    /** Four eyes: not by who made the amount final. */
    private static Decision<ClawbackEvent> writeOff(ClawbackState clawback, WriteOff command) {
        ClawbackDecided decided = clawback.decided();
        if (clawback.writtenOffCents() > 0) {
            return Decision.nothing();
        }
        if (decided == null || clawback.leftCents() == 0) {
            return Decision.refused(NOTHING_LEFT);
        }
        if (decided.officer().equals(command.officer())) {
            return Decision.refused(FOUR_EYES);
        }
        return Decision.of(
                new ClawbackWrittenOff(
                        command.clawback(),
                        clawback.announced().booking(),
                        clawback.leftCents(),
                        command.reason(),
                        command.explanation(),
                        command.officer(),
                        command.at()),
                settled(clawback, clawback.setOffCents(), clawback.leftCents(), clawback.repaidCents(), command.at()));
    }

    private static ClawbackEvent settled(
            ClawbackState clawback, long setOffCents, long writtenOffCents, long repaidCents, Instant at) {
        ClawbackAnnounced announced = clawback.announced();
        return new ClawbackSettled(
                announced.clawback(),
                announced.payout(),
                announced.claim(),
                announced.booking(),
                announced.counsellor(),
                setOffCents,
                writtenOffCents,
                repaidCents,
                at);
    }

    public Clawbacks evolve(ClawbackEvent event) {
        ClawbackState after = event instanceof ClawbackAnnounced announced
                ? ClawbackState.announced(announced)
                : known(event.clawback()).evolve(event);
        Map<UUID, ClawbackState> changed = new HashMap<>(all);
        changed.put(event.clawback(), after);
        return new Clawbacks(Map.copyOf(changed));
    }

    private ClawbackState known(UUID id) {
        ClawbackState clawback = all.get(id);
        if (clawback == null) {
            throw new IllegalStateException("clawback " + id + " was never announced");
        }
        return clawback;
    }
}
