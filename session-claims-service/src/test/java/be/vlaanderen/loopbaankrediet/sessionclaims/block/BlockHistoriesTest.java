package be.vlaanderen.loopbaankrediet.sessionclaims.block;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.ClaimSubmitted;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.ClaimedSession;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.GuidanceCompleted;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.Origin;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.SessionConfirmed;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.UndueReason;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.UnusedTimeReleased;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.answer.ConfirmInSilence;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.answer.ConfirmSession;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.answer.DisputeSession;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.claim.SubmitClaim;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.correct.KeepClaim;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.correct.RefuseClaim;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.correct.ReleaseClaim;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.guide.CompleteGuidance;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.open.CloseBlock;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.open.OpenBlock;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.open.ReleaseUnusedTime;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.register.RegisterSession;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.register.WithdrawSession;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.undue.FindUndue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Whatever counsellor, citizen and time do, in whatever order. */
class BlockHistoriesTest {

    private static final UUID BOOKING = new UUID(1, 1);
    private static final UUID WALLET = new UUID(2, 2);
    private static final UUID COUNSELLOR = new UUID(3, 3);
    private static final Instant PAID = Instant.parse("2027-03-01T09:00:00Z");
    private static final int BLOCK = 4;

    private enum Kind {
        OPEN,
        REGISTER,
        CONFIRM,
        DISPUTE,
        SILENCE,
        CLAIM,
        GIVE_UP,
        WITHDRAW,
        RELEASE_CLAIM,
        KEEP_CLAIM,
        REFUSE_CLAIM,
        UNDUE,
        COMPLETE,
        CLOSE
    }

    /** @param hours after the payment */
    private record Step(Kind kind, int session, int halfHours, int hours) {}

    @Property(tries = 500)
    void half_an_hour_is_delivered_confirmed_and_claimed_at_most_once(@ForAll("histories") List<Step> steps) {
        List<BlockEvent> history = new ArrayList<>();
        Instant now = PAID;
        for (Step step : steps) {
            now = now.plus(Duration.ofHours(step.hours()));
            Block block = Block.AGGREGATE.replay(history);
            if (decide(block, step, now) instanceof Decision.Events<BlockEvent> decided) {
                history.addAll(decided.events());
                if (!counsellorGone(step)) {
                    of(decided.events(), UnusedTimeReleased.class)
                            .forEach(released -> assertEquals(
                                    0,
                                    released.halfHours() % 2,
                                    "by the wish of the citizen only whole hours go back"));
                }
            }
            holds(history);
        }
    }

    private static void holds(List<BlockEvent> history) {
        Block block = Block.AGGREGATE.replay(history);
        assertTrue(block.halfHoursLeft() >= 0, "never more delivered than booked");
        List<ClaimedSession> claimed = block.claims().stream()
                .filter(claim -> claim.releasedAt() == null)
                .flatMap(claim -> claim.submitted().sessions().stream().filter(session -> stands(claim, session)))
                .toList();
        List<UUID> claimedIds = claimed.stream().map(ClaimedSession::session).toList();
        assertEquals(new HashSet<>(claimedIds).size(), claimedIds.size(), "a session is in one claim that stands");
        List<UUID> claims = of(history, ClaimSubmitted.class).stream()
                .map(ClaimSubmitted::claim)
                .toList();
        assertEquals(new HashSet<>(claims).size(), claims.size(), "a claim id is used once");
        block.sessions().stream()
                .filter(session -> session.status() == Session.Status.WITHDRAWN)
                .forEach(session ->
                        assertTrue(!claimedIds.contains(session.id()), "what is withdrawn is in no claim that stands"));
        block.sessions()
                .forEach(session ->
                        assertTrue(session.undueHalfHours() <= session.halfHours(), "never more undue than delivered"));
        assertTrue(of(history, GuidanceCompleted.class).size() <= 1, "guidance is completed once");
        int released = of(history, UnusedTimeReleased.class).stream()
                .mapToInt(UnusedTimeReleased::halfHours)
                .sum();
        assertTrue(
                claimed.stream().mapToInt(ClaimedSession::halfHours).sum() + released <= BLOCK,
                "what goes back to the citizen is never claimed, and never more claimed than booked");
        List<UUID> confirmed = of(history, SessionConfirmed.class).stream()
                .map(SessionConfirmed::session)
                .toList();
        assertEquals(new HashSet<>(confirmed).size(), confirmed.size(), "a session is confirmed once");
        assertTrue(confirmed.containsAll(claimedIds), "only confirmed time is claimed");
        assertTrue(!block.isFull() || block.claimable().isEmpty(), "a full block is claimed by itself");
        of(history, ClaimSubmitted.class)
                .forEach(claim -> assertEquals(
                        claim.halfHours(),
                        claim.sessions().stream()
                                .mapToInt(ClaimedSession::halfHours)
                                .sum()));
    }

    /** D-95: of a claim that is refused for good only what is never paid stays in it. */
    private static boolean stands(Claim claim, ClaimedSession session) {
        var refused = claim.refused();
        return refused == null || refused.neverPaid().isEmpty() || claim.neverPays(session.session());
    }

    private static Decision<BlockEvent> decide(Block block, Step step, Instant now) {
        UUID session = new UUID(9, step.session());
        return switch (step.kind()) {
            case OPEN ->
                OpenBlock.decide(block, new OpenBlock(BOOKING, WALLET, COUNSELLOR, "K7WQ2MHN", BLOCK, 5000, PAID));
            case REGISTER ->
                RegisterSession.decide(
                        block,
                        new RegisterSession(
                                session,
                                BOOKING,
                                COUNSELLOR,
                                now.minus(Duration.ofMinutes(30L * step.halfHours())),
                                now,
                                Mode.ONLINE,
                                List.of(Theme.OTHER),
                                true,
                                false,
                                false,
                                now));
            case CONFIRM -> ConfirmSession.decide(block, new ConfirmSession(session, WALLET, now));
            case DISPUTE -> DisputeSession.decide(block, new DisputeSession(session, WALLET, now));
            case SILENCE -> ConfirmInSilence.decide(block, new ConfirmInSilence(session, now));
            case CLAIM -> SubmitClaim.decide(block, new SubmitClaim(BOOKING, COUNSELLOR, now));
            case WITHDRAW -> WithdrawSession.decide(block, new WithdrawSession(session, COUNSELLOR, now));
            case RELEASE_CLAIM -> ReleaseClaim.decide(block, new ReleaseClaim(last(block), now));
            case UNDUE ->
                FindUndue.decide(
                        block,
                        new FindUndue(
                                session,
                                step.halfHours(),
                                true,
                                Origin.INSPECTION,
                                BOOKING,
                                UndueReason.NOT_DELIVERED,
                                now));
            case COMPLETE -> CompleteGuidance.decide(block, new CompleteGuidance(COUNSELLOR, now));
            case KEEP_CLAIM -> KeepClaim.decide(block, new KeepClaim(last(block), "PAID", now));
            case REFUSE_CLAIM ->
                RefuseClaim.decide(
                        block,
                        new RefuseClaim(
                                last(block),
                                List.of(BlockEvent.FailedCheck.COUNSELLOR_NOT_REGISTERED),
                                block.in(last(block)).stream()
                                        .map(Session::id)
                                        .limit(step.session() % 3)
                                        .toList(),
                                now));
            case GIVE_UP ->
                ReleaseUnusedTime.decide(block, new ReleaseUnusedTime(BOOKING, WALLET, counsellorGone(step), now, now));
            case CLOSE -> CloseBlock.decide(block, new CloseBlock(BOOKING, WALLET, now));
        };
    }

    /** D-16: then half hours go back as well. */
    private static boolean counsellorGone(Step step) {
        return step.kind() == Kind.GIVE_UP && step.halfHours() == 1;
    }

    private static UUID last(Block block) {
        return block.claims().isEmpty() ? WALLET : block.claims().getLast().id();
    }

    private static <T extends BlockEvent> List<T> of(List<BlockEvent> history, Class<T> type) {
        return history.stream().filter(type::isInstance).map(type::cast).toList();
    }

    @Provide
    Arbitrary<List<Step>> histories() {
        Arbitrary<Kind> kinds = Arbitraries.frequency(
                Tuple.of(6, Kind.REGISTER),
                Tuple.of(6, Kind.CONFIRM),
                Tuple.of(2, Kind.DISPUTE),
                Tuple.of(3, Kind.SILENCE),
                Tuple.of(3, Kind.CLAIM),
                Tuple.of(2, Kind.OPEN),
                Tuple.of(1, Kind.GIVE_UP),
                Tuple.of(4, Kind.WITHDRAW),
                Tuple.of(3, Kind.RELEASE_CLAIM),
                Tuple.of(1, Kind.KEEP_CLAIM),
                Tuple.of(2, Kind.REFUSE_CLAIM),
                Tuple.of(2, Kind.UNDUE),
                Tuple.of(1, Kind.COMPLETE),
                Tuple.of(1, Kind.CLOSE));
        Arbitrary<Step> steps = Combinators.combine(
                        kinds,
                        Arbitraries.integers().between(1, 5),
                        Arbitraries.integers().between(1, 5),
                        Arbitraries.integers().between(0, 200))
                .as(Step::new);
        return steps.list().ofMaxSize(30).map(list -> {
            List<Step> all = new ArrayList<>(list);
            all.addFirst(new Step(Kind.OPEN, 1, 1, 0));
            return all;
        });
    }
}
