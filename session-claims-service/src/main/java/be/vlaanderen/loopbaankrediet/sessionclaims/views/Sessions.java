package be.vlaanderen.loopbaankrediet.sessionclaims.views;

import be.vlaanderen.loopbaankrediet.platform.eventstore.AggregateStore;
import be.vlaanderen.loopbaankrediet.platform.web.Days;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.Block;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.BlockOpened;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.ClaimSubmitted;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.Session;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the views: each question names whose sessions or claims it is about. */
@Singleton
public class Sessions {

    /** So many at most, the newest. */
    static final int MOST = 500;

    /**
     * @param status {@code REGISTERED}, {@code CONFIRMED}, {@code DISPUTED}, {@code WITHDRAWN}, or {@code CANCELLED} with its block
     * @param silent confirmed because nobody answered (D-8)
     * @param answerBefore when silence becomes a yes
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record SessionAnswer(
            UUID session,
            UUID booking,
            UUID counsellor,
            Instant startedAt,
            Instant endedAt,
            int halfHours,
            String mode,
            List<String> themes,
            String status,
            boolean silent,
            Instant registeredAt,
            Instant answerBefore,
            @Nullable Instant answeredAt,
            @Nullable UUID claim) {

        static SessionAnswer of(SessionRow row) {
            return new SessionAnswer(
                    row.session,
                    row.booking,
                    row.counsellor,
                    row.startedAt,
                    row.endedAt,
                    row.halfHours,
                    row.mode,
                    row.themes,
                    row.status,
                    row.silent,
                    row.registeredAt,
                    row.answerBefore,
                    row.answeredAt,
                    row.claim);
        }

        /** The same, from the block itself. */
        static SessionAnswer of(Block block, BlockOpened opened, Session session) {
            return new SessionAnswer(
                    session.id(),
                    opened.booking(),
                    opened.counsellor(),
                    session.startedAt(),
                    session.endedAt(),
                    session.halfHours(),
                    session.mode().name(),
                    session.themes().stream().map(Enum::name).toList(),
                    block.closed() && session.status() == Session.Status.REGISTERED
                            ? "CANCELLED"
                            : session.status().name(),
                    session.silent(),
                    session.registeredAt(),
                    session.answerBefore(),
                    session.answeredAt(),
                    session.claim());
        }
    }

    public record ClaimedSession(UUID session, LocalDate deliveredOn, int halfHours) {}

    public record ClaimAnswer(
            UUID claim, UUID booking, List<ClaimedSession> sessions, int halfHours, Instant submittedAt) {

        static ClaimAnswer of(ClaimRow row, List<SessionRow> sessions) {
            return new ClaimAnswer(
                    row.claim,
                    row.booking,
                    sessions.stream()
                            .map(each -> new ClaimedSession(each.session, Days.of(each.startedAt), each.halfHours))
                            .toList(),
                    row.halfHours,
                    row.submittedAt);
        }

        /** The same, from the block itself. */
        public static ClaimAnswer of(ClaimSubmitted claim) {
            return new ClaimAnswer(
                    claim.claim(),
                    claim.booking(),
                    claim.sessions().stream()
                            .map(each -> new ClaimedSession(each.session(), each.deliveredOn(), each.halfHours()))
                            .toList(),
                    claim.halfHours(),
                    claim.at());
        }
    }

    /** A session and the block it is in. */
    public record InBlock(UUID session, UUID booking) {}

    private final AggregateStore<Block, BlockEvent> blocks;

    @Inject
    Sessions(AggregateStore<Block, BlockEvent> blocks) {
        this.blocks = blocks;
    }

    /** How a session stood at the end of a day; empty when it was not registered yet. Whose it is, is asked before. */
    public Optional<SessionAnswer> asOf(UUID booking, UUID session, LocalDate day) {
        Block block = blocks.stateAt(booking.toString(), Days.end(day));
        BlockOpened opened = block.opened();
        Session found = block.session(session);
        return opened == null || found == null ? Optional.empty() : Optional.of(SessionAnswer.of(block, opened, found));
    }

    public List<SessionAnswer> ofCounsellor(UUID counsellor) {
        return newest("counsellor", counsellor);
    }

    public List<SessionAnswer> ofWallet(UUID wallet) {
        return newest("wallet", wallet);
    }

    public Optional<SessionAnswer> ofCounsellor(UUID counsellor, UUID session) {
        return SessionRow.<SessionRow>find("session = ?1 and counsellor = ?2", session, counsellor)
                .firstResultOptional()
                .map(SessionAnswer::of);
    }

    public Optional<SessionAnswer> ofWallet(UUID wallet, UUID session) {
        return SessionRow.<SessionRow>find("session = ?1 and wallet = ?2", session, wallet)
                .firstResultOptional()
                .map(SessionAnswer::of);
    }

    public List<ClaimAnswer> claimsOf(UUID counsellor) {
        List<ClaimRow> claims = ClaimRow.<ClaimRow>find("counsellor = ?1 order by submittedAt desc, claim", counsellor)
                .page(0, MOST)
                .list();
        Map<UUID, List<SessionRow>> sessions = claims.isEmpty()
                ? Map.of()
                : SessionRow.<SessionRow>list(
                                "claim in ?1 order by startedAt",
                                claims.stream().map(claim -> claim.claim).toList())
                        .stream()
                        .collect(Collectors.groupingBy(session -> session.claim));
        return claims.stream()
                .map(claim -> ClaimAnswer.of(claim, sessions.getOrDefault(claim.claim, List.of())))
                .toList();
    }

    public Optional<ClaimAnswer> claimOf(UUID counsellor, UUID claim) {
        return ClaimRow.<ClaimRow>find("claim = ?1 and counsellor = ?2", claim, counsellor)
                .firstResultOptional()
                .map(row -> ClaimAnswer.of(row, SessionRow.list("claim = ?1 order by startedAt", row.claim)));
    }

    public List<InBlock> unansweredAt(Instant now, int most) {
        return SessionRow.find("status = 'REGISTERED' and answerBefore <= ?1 order by answerBefore", now)
                .page(0, most)
                .project(InBlock.class)
                .list();
    }

    /** The block of a session; nothing of the row is kept in memory, so who asks for it after an answer reads it anew. */
    public Optional<UUID> blockOf(UUID wallet, UUID session) {
        return blockOf("wallet", wallet, session);
    }

    public Optional<UUID> blockOfCounsellor(UUID counsellor, UUID session) {
        return blockOf("counsellor", counsellor, session);
    }

    public Optional<UUID> blockOfClaim(UUID counsellor, UUID claim) {
        return ClaimRow.<ClaimRow>find("claim = ?1 and counsellor = ?2", claim, counsellor)
                .firstResultOptional()
                .map(row -> row.booking);
    }

    private static Optional<UUID> blockOf(String whose, UUID id, UUID session) {
        return SessionRow.find("session = ?1 and " + whose + " = ?2", session, id)
                .project(InBlock.class)
                .firstResultOptional()
                .map(InBlock::booking);
    }

    private static List<SessionAnswer> newest(String whose, UUID id) {
        return SessionRow.<SessionRow>find(whose + " = ?1 order by startedAt desc, session", id)
                .page(0, MOST)
                .list()
                .stream()
                .map(SessionAnswer::of)
                .toList();
    }
}
