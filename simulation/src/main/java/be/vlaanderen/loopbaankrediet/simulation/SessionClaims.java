package be.vlaanderen.loopbaankrediet.simulation;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Aggregate;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Outcome;
import be.vlaanderen.loopbaankrediet.platform.web.Days;
import be.vlaanderen.loopbaankrediet.platform.web.Idempotency;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.Block;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.Mode;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.Session;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.Theme;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.answer.ConfirmInSilence;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.answer.ConfirmSession;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.answer.DisputeSession;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.claim.SubmitClaim;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.correct.KeepClaim;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.correct.RefuseClaim;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.correct.ReleaseClaim;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.guide.GuidanceStep;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.guide.GuidanceStep.AcceptAgreement;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.guide.GuidanceStep.AttestPlan;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.guide.GuidanceStep.HandOverPlan;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.guide.GuidanceStep.RecordAgreement;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.open.CloseBlock;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.open.OpenBlock;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.open.ReleaseUnusedTime;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.register.RegisterSession;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.register.WithdrawSession;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.survey.AnswerSurvey;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.undue.FindUndue;
import be.vlaanderen.loopbaankrediet.sessionclaims.complaint.AnswerComplaint;
import be.vlaanderen.loopbaankrediet.sessionclaims.complaint.Complaint;
import be.vlaanderen.loopbaankrediet.sessionclaims.complaint.ComplaintEvent;
import be.vlaanderen.loopbaankrediet.sessionclaims.complaint.ComplaintEvent.ComplaintKind;
import be.vlaanderen.loopbaankrediet.sessionclaims.complaint.ComplaintEvent.ComplaintOutcome;
import be.vlaanderen.loopbaankrediet.sessionclaims.complaint.ComplaintEvent.ComplaintReason;
import be.vlaanderen.loopbaankrediet.sessionclaims.complaint.DecideComplaint;
import be.vlaanderen.loopbaankrediet.sessionclaims.complaint.FileComplaint;
import be.vlaanderen.loopbaankrediet.sessionclaims.counsellor.Counsellor;
import be.vlaanderen.loopbaankrediet.sessionclaims.counsellor.CounsellorEvent.CounsellorRecorded;
import be.vlaanderen.loopbaankrediet.sessionclaims.counsellor.CounsellorEvent.RegistrationChanged;
import be.vlaanderen.loopbaankrediet.sessionclaims.publishing.SessionPublisher;
import be.vlaanderen.loopbaankrediet.sessionclaims.registration.SessionRegistration;
import be.vlaanderen.loopbaankrediet.sessionclaims.review.CheckDossier;
import be.vlaanderen.loopbaankrediet.sessionclaims.review.CloseReview;
import be.vlaanderen.loopbaankrediet.sessionclaims.review.DrawSample;
import be.vlaanderen.loopbaankrediet.sessionclaims.review.Review;
import be.vlaanderen.loopbaankrediet.sessionclaims.review.ReviewEvent;
import be.vlaanderen.loopbaankrediet.sessionclaims.review.ReviewEvent.Check;
import be.vlaanderen.loopbaankrediet.sessionclaims.review.ReviewEvent.CheckReason;
import be.vlaanderen.loopbaankrediet.sessionclaims.review.ReviewEvent.CheckResult;
import be.vlaanderen.loopbaankrediet.sessionclaims.review.ReviewEvent.ReviewOutcome;
import be.vlaanderen.loopbaankrediet.sessionclaims.review.ReviewEvent.ReviewReason;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** session-claims-service: what was delivered, confirmed and claimed. */
final class SessionClaims extends Service {

    private record Booked(
            UUID wallet,
            UUID booking,
            UUID counsellor,
            String code,
            int halfHours,
            int coPaymentCents,
            Instant bookedAt) {}

    private record Cancelled(UUID wallet, UUID booking, Instant cancelledAt) {}

    private record GivenUp(UUID wallet, UUID booking, boolean counsellorGone, Instant givenUpAt) {}

    private record Registered(UUID counsellor, LocalDate registeredOn, Instant registeredAt) {}

    private record Suspended(UUID counsellor, LocalDate from, Instant suspendedAt) {}

    private record Reinstated(UUID counsellor, LocalDate from, Instant reinstatedAt) {}

    private record Left(UUID counsellor, LocalDate from, Instant leftAt) {}

    private record Released(UUID claim, UUID booking, Instant releasedAt) {}

    private record Kept(UUID claim, UUID booking, String reasonCode, Instant keptAt) {}

    private record NeverPaid(UUID session) {}

    private record Refused(
            UUID claim,
            UUID booking,
            List<String> failed,
            @Nullable List<NeverPaid> neverPaid,
            Instant refusedAt) {}

    private record Slot(UUID booking, BlockEvent.SessionRegistered session) {}

    private final Map<UUID, Slot> sessions = new LinkedHashMap<>();
    private final Map<UUID, BlockEvent.BlockOpened> blocks = new LinkedHashMap<>();
    private final Set<UUID> reviews = new LinkedHashSet<>();

    SessionClaims(World world) {
        super(world, new SessionPublisher());
        store.view(event -> {
            switch (event.payload()) {
                case BlockEvent.BlockOpened opened -> blocks.put(opened.booking(), opened);
                case BlockEvent.SessionRegistered e -> sessions.put(e.session(), new Slot(e.booking(), e));
                case ReviewEvent.ReviewOpened e -> reviews.add(e.review());
                default -> {}
            }
        });
        follows(
                "wallet",
                "BlockBooked",
                Booked.class,
                said -> decide(
                        said.booking(),
                        block -> OpenBlock.decide(
                                block,
                                new OpenBlock(
                                        said.booking(),
                                        said.wallet(),
                                        said.counsellor(),
                                        said.code(),
                                        said.halfHours(),
                                        said.coPaymentCents(),
                                        said.bookedAt()))));
        follows(
                "wallet",
                "BlockCancelled",
                Cancelled.class,
                said -> decide(
                        said.booking(),
                        block -> CloseBlock.decide(
                                block, new CloseBlock(said.booking(), said.wallet(), said.cancelledAt()))));
        follows(
                "wallet",
                "BlockGivenUp",
                GivenUp.class,
                said -> decide(
                        said.booking(),
                        block -> ReleaseUnusedTime.decide(
                                block,
                                new ReleaseUnusedTime(
                                        said.booking(),
                                        said.wallet(),
                                        said.counsellorGone(),
                                        said.givenUpAt(),
                                        now()))));
        follows(
                "provider-registry",
                "CounsellorRegistered",
                Registered.class,
                said -> must(store.handle(
                        Counsellor.AGGREGATE,
                        Counsellor.stream(said.counsellor()),
                        state -> state.record(
                                new CounsellorRecorded(said.counsellor(), said.registeredOn(), said.registeredAt())))));
        follows(
                "provider-registry",
                "CounsellorSuspended",
                Suspended.class,
                said -> standing(said.counsellor(), false, said.from(), said.suspendedAt()));
        follows(
                "provider-registry",
                "CounsellorReinstated",
                Reinstated.class,
                said -> standing(said.counsellor(), true, said.from(), said.reinstatedAt()));
        follows(
                "provider-registry",
                "CounsellorLeft",
                Left.class,
                said -> standing(said.counsellor(), false, said.from(), said.leftAt()));
        follows(
                "payout",
                "ClaimReleased",
                Released.class,
                said -> attempt(
                        said.booking(),
                        block -> ReleaseClaim.decide(block, new ReleaseClaim(said.claim(), said.releasedAt()))));
        follows(
                "payout",
                "ClaimKept",
                Kept.class,
                said -> attempt(
                        said.booking(),
                        block -> KeepClaim.decide(
                                block, new KeepClaim(said.claim(), said.reasonCode(), said.keptAt()))));
        follows("payout", "PayoutRefused", Refused.class, this::refuse);
        if (world.guarded(Guard.SILENT_CONFIRMATION)) {
            sweeps("silence counts as yes", this::confirmInSilence);
        }
    }

    private void refuse(Refused said) {
        RefuseClaim command = new RefuseClaim(
                said.claim(),
                said.failed().stream().map(BlockEvent.FailedCheck::of).toList(),
                said.neverPaid() == null
                        ? List.of()
                        : said.neverPaid().stream().map(NeverPaid::session).toList(),
                said.refusedAt());
        attempt(said.booking(), block -> RefuseClaim.decide(block, command));
    }

    private void standing(UUID counsellor, boolean registered, LocalDate from, Instant decidedAt) {
        RegistrationChanged change =
                new RegistrationChanged(counsellor, registered, from, Days.of(decidedAt), decidedAt);
        must(store.handle(Counsellor.AGGREGATE, Counsellor.stream(counsellor), state -> state.record(change)));
    }

    private void confirmInSilence() {
        for (UUID session : List.copyOf(sessions.keySet())) {
            Session known = session(session);
            if (known != null && known.status() == Session.Status.REGISTERED && !now().isBefore(known.answerBefore())) {
                attempt(
                        booking(session),
                        block -> ConfirmInSilence.decide(block, new ConfirmInSilence(session, now())));
            }
        }
    }

    // What counsellors, citizens and officers ask

    /** With the code of the booking; a wrong counsellor's code is refused. */
    boolean register(String key, UUID booking, UUID counsellor, Instant startedAt, Instant endedAt) {
        return asks(() -> registers(key, booking, counsellor, startedAt, endedAt));
    }

    private boolean registers(String key, UUID booking, UUID counsellor, Instant startedAt, Instant endedAt) {
        BlockEvent.BlockOpened opened = blocks.get(booking);
        if (opened == null || !opened.counsellor().equals(counsellor)) {
            return false; // the code is found for its own counsellor only
        }
        UUID session = SessionRegistration.session(Idempotency.id("session", counsellor.toString(), key), booking);
        boolean registered =
                store.state(Counsellor.AGGREGATE, Counsellor.stream(counsellor)).isRegisteredOn(Session.day(startedAt));
        RegisterSession command = new RegisterSession(
                session,
                booking,
                counsellor,
                startedAt,
                endedAt,
                Mode.ONLINE,
                List.of(Theme.JOB_TARGET),
                registered || !world.guarded(Guard.REGISTERED_ON_THE_DAY),
                world.guarded(Guard.OVERLAP_COUNSELLOR)
                        && overlaps(
                                session,
                                startedAt,
                                endedAt,
                                each -> each.counsellor().equals(counsellor)),
                world.guarded(Guard.OVERLAP_CITIZEN)
                        && overlaps(
                                session,
                                startedAt,
                                endedAt,
                                each -> each.wallet().equals(opened.wallet())),
                now());
        return attempt(booking, block -> RegisterSession.decide(seenBy(block), command));
    }

    private Block seenBy(Block block) {
        BlockEvent.BlockOpened opened = block.opened();
        return world.guarded(Guard.BLOCK_SIZE) || opened == null
                ? block
                : new Block(
                        new BlockEvent.BlockOpened(
                                opened.booking(),
                                opened.wallet(),
                                opened.counsellor(),
                                opened.code(),
                                opened.halfHours() + 100,
                                opened.coPaymentCents(),
                                opened.paidAt()),
                        block.closedAt(),
                        block.releases(),
                        block.sessions(),
                        block.claims(),
                        block.guidance());
    }

    private boolean overlaps(UUID self, Instant from, Instant until, Predicate<BlockEvent.SessionRegistered> whose) {
        return sessions.values().stream()
                .map(Slot::session)
                .filter(each -> !each.session().equals(self))
                .filter(whose)
                .filter(each ->
                        each.startedAt().isBefore(until) && each.endedAt().isAfter(from))
                .anyMatch(each -> {
                    Session known = session(each.session());
                    return known != null && known.delivers();
                });
    }

    boolean confirm(UUID session) {
        return asks(() -> attempt(
                booking(session),
                block -> ConfirmSession.decide(block, new ConfirmSession(session, wallet(session), now()))));
    }

    boolean dispute(UUID session) {
        return asks(() -> attempt(
                booking(session),
                block -> DisputeSession.decide(block, new DisputeSession(session, wallet(session), now()))));
    }

    boolean withdraw(UUID session) {
        return asks(() -> attempt(
                booking(session),
                block -> WithdrawSession.decide(block, new WithdrawSession(session, counsellor(session), now()))));
    }

    boolean claim(UUID booking) {
        BlockEvent.BlockOpened opened = blocks.get(booking);
        return opened != null
                && asksFreely(() -> attempt(
                        booking,
                        block -> SubmitClaim.decide(block, new SubmitClaim(booking, opened.counsellor(), now()))));
    }

    /** A complaint about one session, founded at once: (part of) it turns out undue. */
    boolean complain(UUID session, int halfHours, boolean hoursReturn) {
        UUID complaint = world.uuid();
        return asks(() -> accepted(() -> store.transaction(() -> {
            file(complaint, session);
            return judge(complaint, ComplaintOutcome.FOUNDED, ComplaintReason.GUIDANCE_NOT_GIVEN)
                    ? findUndue(
                            session,
                            halfHours,
                            hoursReturn,
                            BlockEvent.Origin.COMPLAINT,
                            complaint,
                            BlockEvent.UndueReason.NOT_DELIVERED)
                    : block(booking(session));
        })));
    }

    /** Answered by its counsellor, and unfounded. */
    boolean complainInVain(UUID session) {
        UUID complaint = world.uuid();
        return asks(() -> accepted(() -> store.transaction(() -> {
            file(complaint, session);
            complaint(
                    complaint, state -> AnswerComplaint.decide(state, new AnswerComplaint(counsellor(session), now())));
            return judge(complaint, ComplaintOutcome.UNFOUNDED, ComplaintReason.RULES_WERE_FOLLOWED);
        })));
    }

    private void file(UUID complaint, UUID session) {
        UUID booking = booking(session);
        complaint(
                complaint,
                state -> FileComplaint.decide(
                        state,
                        new FileComplaint(
                                complaint,
                                ComplaintKind.GUIDANCE,
                                wallet(session),
                                booking,
                                session,
                                block(booking),
                                now())));
    }

    /** False for a repeat. */
    private boolean judge(UUID complaint, ComplaintOutcome outcome, ComplaintReason reason) {
        boolean undue = outcome == ComplaintOutcome.FOUNDED;
        return complaint(
                complaint,
                state ->
                        DecideComplaint.decide(state, new DecideComplaint(outcome, reason, undue, "officer-1", now())));
    }

    private boolean complaint(UUID complaint, Function<Complaint, Decision<ComplaintEvent>> decide) {
        return store.handle(Complaint.AGGREGATE, "complaint-" + complaint, decide)
                .isNew();
    }

    private Block findUndue(
            UUID session,
            int halfHours,
            boolean hoursReturn,
            BlockEvent.Origin origin,
            UUID review,
            BlockEvent.UndueReason reason) {
        FindUndue command = new FindUndue(session, halfHours, hoursReturn, origin, review, reason, now());
        return decide(booking(session), block -> FindUndue.decide(block, command));
    }

    // Reviews

    boolean draw(UUID counsellor, String officer) {
        UUID review = world.uuid();
        UUID seed = world.uuid();
        return asks(() -> review(
                review,
                state -> DrawSample.decide(
                        state,
                        new DrawSample(
                                review,
                                counsellor,
                                Days.of(now()).minusYears(1),
                                Days.of(now()),
                                seed,
                                population(counsellor),
                                3,
                                officer,
                                now()))));
    }

    private List<UUID> population(UUID counsellor) {
        return sessions.values().stream()
                .filter(slot -> slot.session().counsellor().equals(counsellor))
                .map(Slot::booking)
                .distinct()
                .toList();
    }

    /** Everything is in order, or a part of what was delivered was not. */
    boolean check(UUID review, int undueHalfHours, String officer) {
        UUID booking =
                world.anyOrNone(store.state(Review.AGGREGATE, review.toString()).unchecked());
        if (booking == null) {
            return false;
        }
        Check fine = new Check(CheckResult.OK, null);
        Check attendance =
                undueHalfHours == 0 ? fine : new Check(CheckResult.NOT_OK, CheckReason.DIFFERS_FROM_REGISTRATION);
        UUID session = world.anyOrNone(
                block(booking).sessions().stream().map(Session::id).toList());
        boolean hoursReturn = world.random().nextBoolean();
        return asks(() -> accepted(() -> store.transaction(() -> {
            CheckDossier command = new CheckDossier(booking, fine, attendance, fine, officer, now());
            boolean isNew = store.handle(
                            Review.AGGREGATE, review.toString(), state -> CheckDossier.decide(state, command))
                    .isNew();
            if (isNew && undueHalfHours > 0 && session != null) {
                findUndue(
                        session,
                        undueHalfHours,
                        hoursReturn,
                        BlockEvent.Origin.INSPECTION,
                        review,
                        BlockEvent.UndueReason.SHORTER_THAN_REGISTERED);
            }
            return booking;
        })));
    }

    boolean close(UUID review, String officer) {
        return asks(() -> review(
                review,
                state -> CloseReview.decide(
                        state, new CloseReview(ReviewOutcome.REMARKS, ReviewReason.EXPLAINED, officer, now()))));
    }

    List<UUID> reviews() {
        return List.copyOf(reviews);
    }

    private boolean review(UUID review, Function<Review, Decision<ReviewEvent>> decide) {
        return store.handle(Review.AGGREGATE, review.toString(), decide)
                instanceof Outcome.Accepted<Review, ReviewEvent>;
    }

    // Agreement, plan and what the citizen thinks of it

    /** The counsellor writes it down, or, when that was done, the citizen agrees. */
    boolean agree(BlockEvent.BlockOpened block) {
        boolean written = block(block.booking()).guidance().agreement() != null;
        return guide(
                block,
                written && world.random().nextInt(4) > 0
                        ? new AcceptAgreement(block.wallet(), now())
                        : new RecordAgreement(block.counsellor(), List.of(world.any(List.of(Theme.values()))), now()));
    }

    boolean plan(BlockEvent.BlockOpened block) {
        boolean handedOver = block(block.booking()).guidance().planHandedOverAt() != null;
        return guide(
                block,
                handedOver ? new AttestPlan(block.wallet(), now()) : new HandOverPlan(block.counsellor(), now()));
    }

    boolean answerSurvey(BlockEvent.BlockOpened block, int score) {
        return attempt(
                block.booking(),
                state -> AnswerSurvey.decide(
                        state, new AnswerSurvey(block.wallet(), List.of(score, score, score), true, now())));
    }

    private boolean guide(BlockEvent.BlockOpened block, GuidanceStep step) {
        return attempt(block.booking(), state -> GuidanceStep.decide(state, step));
    }

    // How they are looked up

    List<BlockEvent.BlockOpened> opened() {
        return new ArrayList<>(blocks.values());
    }

    List<UUID> sessions() {
        return new ArrayList<>(sessions.keySet());
    }

    Block block(UUID booking) {
        return store.state(Block.AGGREGATE, booking.toString());
    }

    @Nullable Session session(UUID session) {
        return block(booking(session)).session(session);
    }

    private UUID booking(UUID session) {
        return slot(session).booking();
    }

    private UUID wallet(UUID session) {
        return slot(session).session().wallet();
    }

    private UUID counsellor(UUID session) {
        return slot(session).session().counsellor();
    }

    private Slot slot(UUID session) {
        Slot slot = sessions.get(session);
        if (slot == null) {
            throw new IllegalArgumentException("session " + session + " was never registered");
        }
        return slot;
    }

    private Block decide(UUID booking, Function<Block, Decision<BlockEvent>> decide) {
        return must(store.handle(aggregate(), booking.toString(), decide));
    }

    private boolean attempt(UUID booking, Function<Block, Decision<BlockEvent>> decide) {
        return store.handle(aggregate(), booking.toString(), decide) instanceof Outcome.Accepted<Block, BlockEvent>;
    }

    private static Aggregate<Block, BlockEvent> aggregate() {
        return Block.AGGREGATE;
    }
}
