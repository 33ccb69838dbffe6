package be.vlaanderen.loopbaankrediet.sessionclaims.block;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Aggregate;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.AgreementAccepted;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.AgreementRecorded;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.BlockClosed;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.BlockOpened;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.ClaimKept;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.ClaimRefused;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.ClaimReleased;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.ClaimSubmitted;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.ClaimWithdrawalAsked;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.GuidanceCompleted;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.PlanAttested;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.PlanHandedOver;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.SessionConfirmed;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.SessionDisputed;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.SessionFoundUndue;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.SessionRegistered;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.SessionWithdrawn;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.SurveyAnswered;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.UnusedTimeReleased;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.UnusedTimeTold;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.Session.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A paid block of guidance and its sessions.
 *
 * @param opened null before the booking was paid
 * @param closedAt when it was cancelled: nothing is registered, answered or claimed any more; null while it is open
 * @param releases what went back to the citizen (D-6), the last one at the end
 * @param sessions in the order of registration
 * @param claims in the order of submission
 */
public record Block(
        @Nullable BlockOpened opened,
        @Nullable Instant closedAt,
        List<UnusedTimeReleased> releases,
        List<Session> sessions,
        List<Claim> claims,
        Guidance guidance) {

    public static final Block EMPTY = new Block(null, null, List.of(), List.of(), List.of(), Guidance.NONE);
    public static final Aggregate<Block, BlockEvent> AGGREGATE = new Aggregate<>("Block", EMPTY, Block::evolve);

    /** An officer found time of the same claim undue. */
    public static final String UNDER_REVIEW = "UNDER_REVIEW";

    /** Government will never pay for it, and the time is back with the citizen (D-95). */
    public static final String REFUSED = "REFUSED";

    /** What is still to do in a block. */
    public enum Todo {
        AGREEMENT(Who.COUNSELLOR),
        AGREEMENT_ACCEPTANCE(Who.CITIZEN),
        SESSION_ANSWER(Who.CITIZEN),
        SESSION(Who.COUNSELLOR),
        PLAN(Who.COUNSELLOR),
        PLAN_ATTESTATION(Who.CITIZEN),
        COMPLETION(Who.COUNSELLOR),
        SURVEY(Who.CITIZEN);

        private final Who who;

        Todo(Who who) {
            this.who = who;
        }

        public Who who() {
            return who;
        }
    }

    /** Who is to do it. */
    public enum Who {
        CITIZEN,
        COUNSELLOR
    }

    /**
     * @param session that waits for an answer
     * @param before when silence is a yes (D-8)
     */
    public record Open(
            Todo what, @Nullable UUID session, @Nullable Instant before) {}

    public Block {
        releases = List.copyOf(releases);
        sessions = List.copyOf(sessions);
        claims = List.copyOf(claims);
    }

    public boolean closed() {
        return closedAt != null;
    }

    public int releasedHalfHours() {
        return releases.stream().mapToInt(UnusedTimeReleased::halfHours).sum();
    }

    /** The answer that was given to a question for what is not delivered; null when it was never asked. */
    public @Nullable UnusedTimeReleased release(Instant givenUpAt) {
        return releases.stream()
                .filter(release -> release.at().equals(givenUpAt))
                .findFirst()
                .orElse(null);
    }

    public @Nullable Session session(UUID id) {
        return sessions.stream()
                .filter(session -> session.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    /** Time not yet delivered; a disputed or withdrawn session delivers nothing. */
    public int halfHoursLeft() {
        return halfHoursToDeliver() - halfHours(session -> session.status().delivers());
    }

    /** Confirmed and not in a claim, oldest first. */
    public List<Session> claimable() {
        return sessions.stream().filter(Session::isClaimable).toList();
    }

    public @Nullable Claim claim(@Nullable UUID id) {
        return claims.stream()
                .filter(claim -> claim.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    public List<Session> in(UUID claim) {
        return sessions.stream().filter(session -> session.isIn(claim)).toList();
    }

    /** Why a session can no longer be taken out of its claim; null when it can. */
    public @Nullable String whyNotCorrected(Session session) {
        Claim claim = claim(session.claim());
        if (claim == null || claim.keptBecause() != null) {
            return claim == null ? null : claim.keptBecause();
        }
        return in(claim.id()).stream().anyMatch(each -> each.undueHalfHours() > 0) ? UNDER_REVIEW : null;
    }

    /** Payout-service was asked to give the claim back, and has not answered. */
    public boolean awaitsCorrection(Claim claim) {
        return claim.keptBecause() == null && in(claim.id()).stream().anyMatch(Session::correctionAsked);
    }

    /** What is still to do, and by whom; nothing in a cancelled block. */
    public List<Open> open() {
        List<Open> open = new ArrayList<>();
        if (opened == null || closedAt != null) {
            return open;
        }
        if (guidance.agreement() == null) {
            open.add(new Open(Todo.AGREEMENT, null, null));
        } else if (guidance.acceptedAt() == null) {
            open.add(new Open(Todo.AGREEMENT_ACCEPTANCE, null, null));
        }
        sessions.stream()
                .filter(session -> session.status() == Status.REGISTERED)
                .forEach(session -> open.add(new Open(Todo.SESSION_ANSWER, session.id(), session.answerBefore())));
        if (halfHoursLeft() > 0 && guidance.completedAt() == null) {
            open.add(new Open(Todo.SESSION, null, null));
        }
        if (guidance.planHandedOverAt() == null) {
            open.add(new Open(Todo.PLAN, null, null));
        } else if (guidance.planAttestedAt() == null) {
            open.add(new Open(Todo.PLAN_ATTESTATION, null, null));
        }
        if (guidance.completedAt() == null) {
            open.add(new Open(Todo.COMPLETION, null, null));
        } else if (guidance.survey() == null) {
            open.add(new Open(Todo.SURVEY, null, null));
        }
        return open;
    }

    public int confirmedHalfHours() {
        return halfHours(session -> session.status() == Status.CONFIRMED);
    }

    /** The whole block is delivered and confirmed. */
    public boolean isFull() {
        return halfHoursToDeliver() > 0 && confirmedHalfHours() == halfHoursToDeliver();
    }

    private int halfHoursToDeliver() {
        return opened == null ? 0 : opened.halfHours() - releasedHalfHours();
    }

    /** The state once this has happened too. */
    public Block after(BlockEvent event) {
        return evolve(event);
    }

    private Block evolve(BlockEvent event) {
        return switch (event) {
            case BlockOpened paid -> new Block(paid, closedAt, releases, sessions, claims, guidance);
            case BlockClosed e -> new Block(opened, e.at(), releases, sessions, claims, guidance);
            case UnusedTimeReleased released -> {
                List<UnusedTimeReleased> all = new ArrayList<>(releases);
                all.add(released);
                yield new Block(opened, closedAt, all, sessions, claims, guidance);
            }
            case UnusedTimeTold _ -> this;
            case SessionRegistered registered -> {
                List<Session> all = new ArrayList<>(sessions);
                all.add(Session.registered(registered));
                yield with(all, claims);
            }
            case SessionConfirmed e ->
                with(e.session(), session -> session.answered(Status.CONFIRMED, e.silent(), e.at()));
            case SessionDisputed e -> with(e.session(), session -> session.answered(Status.DISPUTED, false, e.at()));
            case SessionWithdrawn e -> with(e.session(), session -> session.answered(Status.WITHDRAWN, false, e.at()));
            case SessionFoundUndue e -> with(e.session(), session -> session.undue(e.halfHours()));
            case ClaimSubmitted submitted -> withClaim(submitted);
            case ClaimWithdrawalAsked e -> with(e.session(), session -> session.correcting(true));
            case ClaimReleased e ->
                with(e.claim(), session -> session.claimedIn(null), claim -> claim.released(e.at()));
            case ClaimKept e -> with(e.claim(), UnaryOperator.identity(), claim -> claim.kept(e.reasonCode()));
            case ClaimRefused e ->
                with(
                        e.claim(),
                        session -> e.neverPaid().isEmpty() ? session : session.refused(e),
                        claim -> claim.refused(e));
            case AgreementRecorded e -> with(guidance.agreed(e));
            case AgreementAccepted e -> with(guidance.accepted(e.at()));
            case PlanHandedOver e -> with(guidance.planHandedOver(e.at()));
            case PlanAttested e -> with(guidance.planAttested(e.at()));
            case GuidanceCompleted e -> with(guidance.completed(e.at()));
            case SurveyAnswered e -> with(guidance.surveyed(e));
        };
    }

    private Block withClaim(ClaimSubmitted submitted) {
        List<Claim> all = new ArrayList<>(claims);
        all.add(new Claim(submitted, null, null, null));
        Block after = with(sessions, all);
        for (BlockEvent.ClaimedSession claimed : submitted.sessions()) {
            after = after.with(claimed.session(), session -> session.claimedIn(submitted.claim()));
        }
        return after;
    }

    private Block with(UUID session, UnaryOperator<Session> change) {
        return with(changed(sessions, each -> each.id().equals(session), change), claims);
    }

    private Block with(UUID claim, UnaryOperator<Session> ofSessions, UnaryOperator<Claim> ofClaim) {
        return with(
                changed(sessions, session -> session.isIn(claim), ofSessions),
                changed(claims, each -> each.id().equals(claim), ofClaim));
    }

    private Block with(List<Session> newSessions, List<Claim> newClaims) {
        return new Block(opened, closedAt, releases, newSessions, newClaims, guidance);
    }

    private Block with(Guidance next) {
        return new Block(opened, closedAt, releases, sessions, claims, next);
    }

    private static <T> List<T> changed(List<T> all, Predicate<T> which, UnaryOperator<T> change) {
        return all.stream()
                .map(each -> which.test(each) ? change.apply(each) : each)
                .toList();
    }

    private int halfHours(Predicate<Session> which) {
        return sessions.stream().filter(which).mapToInt(Session::halfHours).sum();
    }
}
