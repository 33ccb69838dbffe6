package be.vlaanderen.loopbaankrediet.sessionclaims.block;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Aggregate;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.BlockClosed;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.BlockOpened;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.ClaimSubmitted;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.SessionConfirmed;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.SessionDisputed;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.SessionRegistered;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.SessionWithdrawn;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.UnusedTimeReleased;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.Session.Status;
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
 * @param closed the citizen cancelled: nothing is registered, answered or claimed any more
 * @param releasedHalfHours that went back to the citizen (D-6)
 * @param sessions in the order of registration
 * @param claims in the order of submission
 */
public record Block(
        @Nullable BlockOpened opened,
        boolean closed,
        int releasedHalfHours,
        List<Session> sessions,
        List<ClaimSubmitted> claims) {

    public static final Block EMPTY = new Block(null, false, 0, List.of(), List.of());
    public static final Aggregate<Block, BlockEvent> AGGREGATE = new Aggregate<>("Block", EMPTY, Block::evolve);

    public Block {
        sessions = List.copyOf(sessions);
        claims = List.copyOf(claims);
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

    public @Nullable ClaimSubmitted claim(UUID id) {
        return claims.stream()
                .filter(claim -> claim.claim().equals(id))
                .findFirst()
                .orElse(null);
    }

    /** The whole block is delivered and confirmed. */
    public boolean isFull() {
        return halfHoursToDeliver() > 0
                && halfHours(session -> session.status() == Status.CONFIRMED) == halfHoursToDeliver();
    }

    private int halfHoursToDeliver() {
        return opened == null ? 0 : opened.halfHours() - releasedHalfHours;
    }

    /** The state once this has happened too. */
    public Block after(BlockEvent event) {
        return evolve(event);
    }

    private Block evolve(BlockEvent event) {
        return switch (event) {
            case BlockOpened paid -> new Block(paid, closed, releasedHalfHours, sessions, claims);
            case BlockClosed ignored -> new Block(opened, true, releasedHalfHours, sessions, claims);
            case UnusedTimeReleased released ->
                new Block(opened, closed, releasedHalfHours + released.halfHours(), sessions, claims);
            case SessionRegistered registered -> withSession(registered);
            case SessionConfirmed confirmed ->
                with(
                        confirmed.session(),
                        session -> session.answered(Status.CONFIRMED, confirmed.silent(), confirmed.at()));
            case SessionDisputed disputed ->
                with(disputed.session(), session -> session.answered(Status.DISPUTED, false, disputed.at()));
            case SessionWithdrawn withdrawn ->
                with(withdrawn.session(), session -> session.answered(Status.WITHDRAWN, false, withdrawn.at()));
            case ClaimSubmitted submitted -> withClaim(submitted);
        };
    }

    private Block withSession(SessionRegistered registered) {
        List<Session> all = new ArrayList<>(sessions);
        all.add(Session.registered(registered));
        return new Block(opened, closed, releasedHalfHours, all, claims);
    }

    private Block withClaim(ClaimSubmitted submitted) {
        List<ClaimSubmitted> all = new ArrayList<>(claims);
        all.add(submitted);
        Block after = new Block(opened, closed, releasedHalfHours, sessions, all);
        for (BlockEvent.ClaimedSession claimed : submitted.sessions()) {
            after = after.with(claimed.session(), session -> session.claimedIn(submitted.claim()));
        }
        return after;
    }

    private Block with(UUID id, UnaryOperator<Session> change) {
        return new Block(
                opened,
                closed,
                releasedHalfHours,
                sessions.stream()
                        .map(session -> session.id().equals(id) ? change.apply(session) : session)
                        .toList(),
                claims);
    }

    private int halfHours(Predicate<Session> which) {
        return sessions.stream().filter(which).mapToInt(Session::halfHours).sum();
    }
}
