package be.vlaanderen.loopbaankrediet.sessionclaims.views;

import be.vlaanderen.loopbaankrediet.platform.eventstore.AggregateStore;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.Block;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.Block.Who;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.BlockOpened;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.Claim;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.Session;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads sessions and claims: each question names whose they are. */
@Singleton
public class Sessions {

    public static final String STATUS = "REGISTERED|CONFIRMED|DISPUTED|WITHDRAWN|CANCELLED";

    /** What one can do with a session. */
    public enum SessionAction {
        CONFIRM,
        DISPUTE,
        WITHDRAW
    }

    /**
     * @param status {@code REGISTERED}, {@code CONFIRMED}, {@code DISPUTED}, {@code WITHDRAWN}, or {@code CANCELLED} with its block
     * @param silent confirmed because nobody answered (D-8)
     * @param answerBefore when silence becomes a yes
     * @param correction of a claimed session: {@code ASKED}, or {@code KEPT} when its claim can no longer be taken back
     * @param correctionReasonCode why it can no longer: {@code IN_PAYMENT}, {@code PAID}, {@code CLAWED_BACK}, {@code UNDER_REVIEW}, or
     *     {@code REFUSED}: never paid, and its time is back with the citizen (D-95)
     * @param undueHalfHours found undue by an officer
     * @param actions what who asks can do with it now
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
            @Nullable UUID claim,
            @Nullable String correction,
            @Nullable String correctionReasonCode,
            @Nullable Integer undueHalfHours,
            List<SessionAction> actions) {

        static SessionAnswer of(SessionRow row, Who viewer) {
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
                    row.claim,
                    row.correction,
                    row.correctionReason,
                    row.undueHalfHours == 0 ? null : row.undueHalfHours,
                    actions(viewer, row.status, row.correction));
        }

        /** The same, from the block itself. */
        static SessionAnswer of(Block block, BlockOpened opened, Session session, @Nullable Who viewer) {
            String keptBecause = block.whyNotCorrected(session);
            String correction = keptBecause != null ? "KEPT" : session.correctionAsked() ? "ASKED" : null;
            String status = block.closed() && session.status() == Session.Status.REGISTERED
                    ? "CANCELLED"
                    : session.status().name();
            return new SessionAnswer(
                    session.id(),
                    opened.booking(),
                    opened.counsellor(),
                    session.startedAt(),
                    session.endedAt(),
                    session.halfHours(),
                    session.mode().name(),
                    session.themes().stream().map(Enum::name).toList(),
                    status,
                    session.silent(),
                    session.registeredAt(),
                    session.answerBefore(),
                    session.answeredAt(),
                    session.claim(),
                    correction,
                    keptBecause,
                    session.undueHalfHours() == 0 ? null : session.undueHalfHours(),
                    actions(viewer, status, correction));
        }

        /** What the decisions would not refuse. */
        private static List<SessionAction> actions(@Nullable Who viewer, String status, @Nullable String correction) {
            return switch (viewer) {
                case null -> List.of();
                case CITIZEN ->
                    status.equals("REGISTERED") ? List.of(SessionAction.CONFIRM, SessionAction.DISPUTE) : List.of();
                case COUNSELLOR ->
                    status.equals("REGISTERED") || (status.equals("CONFIRMED") && correction == null)
                            ? List.of(SessionAction.WITHDRAW)
                            : List.of();
            };
        }
    }

    public record ClaimedSession(UUID session, LocalDate deliveredOn, int halfHours) {}

    /**
     * @param status {@code SUBMITTED}, {@code REFUSED} when it is not payable, or {@code RELEASED} when it was taken back to correct a session
     * @param sessions as they were claimed
     * @param failed why it is refused: every failing condition (D-10), as {@code COUNSELLOR_NOT_REGISTERED}
     * @param neverPaid sessions whose time went back to the citizen; the others are in a new claim. None when the claim can still be corrected
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ClaimAnswer(
            UUID claim,
            UUID booking,
            List<ClaimedSession> sessions,
            int halfHours,
            Instant submittedAt,
            String status,
            @Nullable Instant releasedAt,
            @Nullable Instant refusedAt,
            @Nullable List<String> failed,
            @Nullable List<UUID> neverPaid) {

        static ClaimAnswer of(Claim claim) {
            var refused = claim.refused();
            return new ClaimAnswer(
                    claim.id(),
                    claim.submitted().booking(),
                    claim.submitted().sessions().stream()
                            .map(each -> new ClaimedSession(each.session(), each.deliveredOn(), each.halfHours()))
                            .toList(),
                    claim.submitted().halfHours(),
                    claim.submitted().at(),
                    claim.releasedAt() != null ? "RELEASED" : refused != null ? "REFUSED" : "SUBMITTED",
                    claim.releasedAt(),
                    refused == null ? null : refused.at(),
                    refused == null
                            ? null
                            : refused.failed().stream().map(Enum::name).toList(),
                    refused == null ? null : refused.neverPaid());
        }
    }

    /** A session and the block it is in. */
    public record InBlock(UUID session, UUID booking) {}

    private final AggregateStore<Block, BlockEvent> blocks;

    @Inject
    Sessions(AggregateStore<Block, BlockEvent> blocks) {
        this.blocks = blocks;
    }

    /** The state of a block now, or as it was. */
    Block block(UUID booking, @Nullable Instant asOf) {
        return asOf == null ? blocks.state(booking.toString()) : blocks.stateAt(booking.toString(), asOf);
    }

    /** How a session stood; empty when it was not registered yet. Whose it is, is asked before. */
    public Optional<SessionAnswer> asOf(UUID booking, UUID session, Instant at, Who viewer) {
        Block block = block(booking, at);
        BlockOpened opened = block.opened();
        Session found = block.session(session);
        return opened == null || found == null
                ? Optional.empty()
                : Optional.of(SessionAnswer.of(block, opened, found, viewer));
    }

    /** Newest first. */
    public Page<SessionAnswer> page(Who viewer, UUID id, @Nullable String status, @Nullable UUID after, int limit) {
        StringBuilder where = new StringBuilder(column(viewer)).append(" = :id");
        Map<String, Object> values = new HashMap<>(Map.of("id", id));
        if (status != null) {
            where.append(" and status = :status");
            values.put("status", status);
        }
        if (after != null) {
            where.append(
                    " and (startedAt < (select s.startedAt from SessionRow s where s.session = :after)"
                            + " or startedAt = (select s.startedAt from SessionRow s where s.session = :after) and session > :after)");
            values.put("after", after);
        }
        List<SessionAnswer> found =
                SessionRow.<SessionRow>find(where + " order by startedAt desc, session", values)
                        .range(0, limit)
                        .list()
                        .stream()
                        .map(row -> SessionAnswer.of(row, viewer))
                        .toList();
        return Page.of(found, limit, SessionAnswer::session);
    }

    public Optional<SessionAnswer> one(Who viewer, UUID id, UUID session) {
        return SessionRow.<SessionRow>find("session = ?1 and " + column(viewer) + " = ?2", session, id)
                .firstResultOptional()
                .map(row -> SessionAnswer.of(row, viewer));
    }

    /** Newest first. */
    public Page<ClaimAnswer> claimsOf(UUID counsellor, @Nullable UUID after, int limit) {
        String from = after == null
                ? ""
                : " and (submittedAt < (select c.submittedAt from ClaimRow c where c.claim = :after)"
                        + " or submittedAt = (select c.submittedAt from ClaimRow c where c.claim = :after) and claim > :after)";
        Map<String, Object> values = new HashMap<>(Map.of("counsellor", counsellor));
        if (after != null) {
            values.put("after", after);
        }
        List<ClaimAnswer> found = ClaimRow.<ClaimRow>find(
                        "counsellor = :counsellor" + from + " order by submittedAt desc, claim", values)
                .range(0, limit)
                .list()
                .stream()
                .map(row -> ClaimAnswer.of(
                        Objects.requireNonNull(block(row.booking, null).claim(row.claim))))
                .toList();
        return Page.of(found, limit, ClaimAnswer::claim);
    }

    public Optional<ClaimAnswer> claimOf(UUID counsellor, UUID claim, @Nullable Instant asOf) {
        return ClaimRow.<ClaimRow>find("claim = ?1 and counsellor = ?2", claim, counsellor)
                .firstResultOptional()
                .map(row -> block(row.booking, asOf).claim(claim))
                .map(ClaimAnswer::of);
    }

    public List<InBlock> unansweredAt(Instant now, int most) {
        return SessionRow.find("status = 'REGISTERED' and answerBefore <= ?1 order by answerBefore", now)
                .page(0, most)
                .project(InBlock.class)
                .list();
    }

    /** The block of a session; nothing of the row is kept in memory, so who asks for it after an answer reads it anew. */
    public Optional<UUID> blockOf(Who viewer, UUID id, UUID session) {
        return SessionRow.find("session = ?1 and " + column(viewer) + " = ?2", session, id)
                .project(InBlock.class)
                .firstResultOptional()
                .map(InBlock::booking);
    }

    private static String column(Who viewer) {
        return switch (viewer) {
            case CITIZEN -> "wallet";
            case COUNSELLOR -> "counsellor";
        };
    }
}
