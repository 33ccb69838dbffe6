package be.vlaanderen.loopbaankrediet.simulation;

import be.vlaanderen.loopbaankrediet.eligibility.entitlement.Findings;
import be.vlaanderen.loopbaankrediet.eligibility.rules.EducationLevel;
import be.vlaanderen.loopbaankrediet.payout.batch.Batch;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackEvent.Instalment;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackEvent.RepaymentAsked;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackState;
import be.vlaanderen.loopbaankrediet.platform.web.Days;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Sanction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

/** What comes to the desks of the administration: sanctions, files to the bank, clawbacks, complaints and rights; one step at a time. */
final class Desks {

    private final World world;

    Desks(World world) {
        this.world = world;
    }

    boolean complains() {
        UUID session = world.anyOrNone(world.sessionClaims.sessions());
        return session != null
                && world.sessionClaims.complain(
                        session, 1 + world.random().nextInt(3), world.random().nextBoolean());
    }

    boolean announced(Sanction.Kind kind) {
        return world.registry.announce(world.any(world.counsellors()), kind);
    }

    boolean sanctioned() {
        return world.registry.decide(
                world.any(world.counsellors()), world.random().nextInt(4) == 0);
    }

    boolean leaves() {
        return world.registry.leave(
                world.any(world.counsellors()),
                Days.of(world.now()).plusDays(world.random().nextInt(40)));
    }

    boolean changesVat() {
        return world.registry.changeVat(
                world.any(world.counsellors()),
                world.random().nextBoolean(),
                Days.of(world.now()).plusDays(world.random().nextInt(60)));
    }

    boolean releases() {
        UUID batch = world.anyOrNone(world.payouts.files.batches().stream()
                .filter(each -> world.payouts.files.batch(each).status() == Batch.Status.WAITING
                        || world.payouts.files.batch(each).status() == Batch.Status.HELD)
                .toList());
        return batch != null && world.payouts.files.release(batch, officer());
    }

    boolean holds() {
        UUID batch = world.anyOrNone(world.payouts.files.batches());
        return batch != null && world.payouts.files.hold(batch, officer());
    }

    boolean refuses() {
        UUID batch = world.anyOrNone(world.payouts.files.batches());
        return batch != null && world.payouts.files.refuse(batch, officer());
    }

    boolean paysAgain() {
        UUID claim = world.anyOrNone(claimsThatAre("REJECTED"));
        return claim != null && world.payouts.files.payAgain(claim, officer());
    }

    boolean clawsBack() {
        UUID claim = world.anyOrNone(claimsThatAre("PAID"));
        return claim != null
                && world.payouts.announce(
                        claim, 1 + world.random().nextInt(4), world.random().nextBoolean(), officer());
    }

    boolean answersClawback() {
        UUID clawback = world.anyOrNone(world.payouts.clawbacks());
        return clawback != null && world.payouts.answer(clawback);
    }

    boolean decidesClawback() {
        UUID id = world.anyOrNone(world.payouts.clawbacks());
        ClawbackState clawback = id == null ? null : world.payouts.clawback(id);
        return id != null
                && clawback != null
                && world.payouts.decideClawback(
                        id, world.random().nextInt(clawback.announced().halfHours() + 1), officer());
    }

    boolean writesOff() {
        UUID clawback = world.anyOrNone(world.payouts.clawbacks());
        return clawback != null && world.payouts.writeOff(clawback, officer());
    }

    boolean paysBills() {
        return !world.sponsors().isEmpty() && world.wallets.payBills(world.any(world.sponsors()));
    }

    /** Of what was paid before, part is found undue, and now and then asked back by an invoice. */
    void pastClawback() {
        UUID claim = world.anyOrNone(claimsThatAre("PAID"));
        if (claim == null
                || !world.payouts.announce(
                        claim, 1 + world.random().nextInt(4), world.random().nextBoolean(), "officer-1")) {
            return;
        }
        world.passes(Duration.ofDays(17));
        for (UUID clawback : world.payouts.clawbacks()) {
            world.payouts.decideClawback(clawback, 1 + world.random().nextInt(2), "officer-2");
            if (world.random().nextBoolean()) {
                world.payouts.askRepayment(clawback, "officer-2");
            }
        }
    }

    boolean asksRepayment() {
        UUID clawback = world.anyOrNone(clawbacks(each -> each.leftCents() > 0));
        return clawback != null && world.payouts.askRepayment(clawback, officer());
    }

    /** Two or three parts, a month or so apart; now and then they do not add up. */
    boolean agreesInstalments() {
        UUID id = world.anyOrNone(clawbacks(each -> each.asked() != null));
        ClawbackState clawback = id == null ? null : world.payouts.clawback(id);
        if (id == null || clawback == null || clawback.leftCents() < 3) {
            return false;
        }
        int parts = 2 + world.random().nextInt(2);
        long part = clawback.leftCents() / parts;
        List<Instalment> instalments = new ArrayList<>();
        for (int i = 1; i <= parts; i++) {
            long cents = i < parts ? part : clawback.leftCents() - part * (parts - 1);
            instalments.add(new Instalment(Days.of(world.now()).plusDays(20L * i), cents));
        }
        if (world.random().nextInt(10) == 0) {
            instalments.removeFirst();
        }
        return world.payouts.agree(id, instalments, officer());
    }

    /** All, a part, more than is owed, or with a reference that nobody gave. */
    boolean paysBack() {
        UUID id = world.anyOrNone(clawbacks(each -> each.asked() != null));
        ClawbackState clawback = id == null ? null : world.payouts.clawback(id);
        RepaymentAsked asked = clawback == null ? null : clawback.asked();
        if (clawback == null || asked == null) {
            return false;
        }
        long left = Math.max(clawback.leftCents(), 100);
        switch (world.random().nextInt(8)) {
            case 0 ->
                world.bank.receive(asked.reference(), left + 1 + world.random().nextInt(500));
            case 1 -> world.bank.receive(asked.reference() + 1, left);
            case 2, 3, 4 ->
                world.bank.receive(asked.reference(), 1 + world.random().nextLong(left));
            default -> world.bank.receive(asked.reference(), left);
        }
        return true;
    }

    boolean notesRepayment() {
        UUID id = world.anyOrNone(clawbacks(each -> each.asked() != null));
        ClawbackState clawback = id == null ? null : world.payouts.clawback(id);
        if (id == null || clawback == null) {
            return false;
        }
        UUID entry = world.uuid();
        long cents = 1 + world.random().nextLong(Math.max(clawback.leftCents(), 100));
        boolean done = world.payouts.noteRepayment(id, entry, cents, officer());
        if (world.random().nextInt(4) == 0) {
            world.count(Fault.REQUEST_REPEATED);
            world.payouts.noteRepayment(id, entry, cents, officer());
        }
        return done;
    }

    private List<UUID> clawbacks(Predicate<ClawbackState> which) {
        return world.payouts.clawbacks().stream()
                .filter(each -> {
                    ClawbackState clawback = world.payouts.clawback(each);
                    return clawback != null && which.test(clawback);
                })
                .toList();
    }

    boolean findsSomethingElse() {
        EducationLevel[] levels = {EducationLevel.LOW, EducationLevel.HIGH, null};
        Findings found = new Findings(
                List.of(),
                levels[world.random().nextInt(3)],
                null,
                world.random().nextInt(6) == 0 ? world.random().nextBoolean() : null,
                world.random().nextInt(4) == 0 ? world.random().nextInt(2) : null,
                null);
        return world.eligibility.find(world.any(world.citizens()), found, officer());
    }

    boolean answersProposal() {
        UUID citizen = world.anyOrNone(world.eligibility.withProposal(world.citizens()));
        return citizen != null
                && world.eligibility.answerProposal(
                        citizen, officer(), world.random().nextInt(3) > 0);
    }

    boolean sponsorEnds() {
        return !world.sponsors().isEmpty()
                && world.wallets.end(
                        world.any(world.sponsors()),
                        Days.of(world.now()).plusDays(world.random().nextInt(60)));
    }

    boolean draws() {
        return world.sessionClaims.draw(world.any(world.counsellors()), officer());
    }

    boolean looksAtDossier() {
        UUID review = world.anyOrNone(world.sessionClaims.reviews());
        return review != null
                && world.sessionClaims.check(review, world.random().nextInt(4), officer());
    }

    boolean closesReview() {
        UUID review = world.anyOrNone(world.sessionClaims.reviews());
        return review != null && world.sessionClaims.close(review, officer());
    }

    boolean losesOrFindsAccount() {
        world.payouts.files.losesOrFindsAccount(world.any(world.counsellors()));
        return true;
    }

    boolean complainsInVain() {
        UUID session = world.anyOrNone(world.sessionClaims.sessions());
        return session != null && world.sessionClaims.complainInVain(session);
    }

    private List<UUID> claimsThatAre(String status) {
        return world.payouts.claims().entrySet().stream()
                .filter(each -> each.getValue().equals(status))
                .map(Map.Entry::getKey)
                .toList();
    }

    private String officer() {
        return "officer-" + (1 + world.random().nextInt(3));
    }
}
