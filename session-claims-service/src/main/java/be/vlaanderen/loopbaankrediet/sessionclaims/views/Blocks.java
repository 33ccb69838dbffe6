package be.vlaanderen.loopbaankrediet.sessionclaims.views;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Sql;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Transactions;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.Block;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.Block.Open;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.Block.Todo;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.Block.Who;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.BlockOpened;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.Guidance;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.Theme;
import be.vlaanderen.loopbaankrediet.sessionclaims.citizen.Citizen;
import be.vlaanderen.loopbaankrediet.sessionclaims.complaint.FileComplaint;
import be.vlaanderen.loopbaankrediet.sessionclaims.views.Sessions.SessionAnswer;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shows blocks with all that happened in them and what is still to do. */
@Singleton
public class Blocks {

    /** @param acceptedAt absent until the citizen agreed */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Agreement(
            List<Theme> themes,
            Instant recordedAt,
            @Nullable Instant acceptedAt) {}

    /** @param attestedAt absent until the citizen said to have it */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Plan(Instant handedOverAt, @Nullable Instant attestedAt) {}

    /**
     * @param what is still to do
     * @param who is to do it
     * @param session that waits for an answer
     * @param before when silence is a yes (D-8)
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record OpenAnswer(
            Todo what,
            Who who,
            @Nullable UUID session,
            @Nullable Instant before) {

        static OpenAnswer of(Open open) {
            return new OpenAnswer(open.what(), open.what().who(), open.session(), open.before());
        }
    }

    /**
     * @param status {@code OPEN}, {@code COMPLETED} or {@code CANCELLED}
     * @param halfHours booked, with what was released later
     * @param complainUntil last day for a complaint about it (MR 4.7); it shifts with each further session
     * @param open what is still to do, and by whom; none of it is a condition for payment (D-41)
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record BlockAnswer(
            UUID booking,
            UUID counsellor,
            String status,
            int halfHours,
            int releasedHalfHours,
            int confirmedHalfHours,
            int halfHoursLeft,
            Instant paidAt,
            List<SessionAnswer> sessions,
            @Nullable Agreement agreement,
            @Nullable Plan plan,
            @Nullable Instant completedAt,
            @Nullable Instant surveyAnsweredAt,
            @Nullable Instant surveyChangeableBefore,
            LocalDate complainUntil,
            List<OpenAnswer> open) {

        static BlockAnswer of(Block block, BlockOpened opened, @Nullable Who viewer) {
            Guidance guidance = block.guidance();
            var agreement = guidance.agreement();
            Instant handedOver = guidance.planHandedOverAt();
            return new BlockAnswer(
                    opened.booking(),
                    opened.counsellor(),
                    block.closed() ? "CANCELLED" : guidance.completedAt() != null ? "COMPLETED" : "OPEN",
                    opened.halfHours(),
                    block.releasedHalfHours(),
                    block.confirmedHalfHours(),
                    block.closed() ? 0 : block.halfHoursLeft(),
                    opened.paidAt(),
                    block.sessions().stream()
                            .map(session -> SessionAnswer.of(block, opened, session, viewer))
                            .toList(),
                    agreement == null ? null : new Agreement(agreement.themes(), agreement.at(), guidance.acceptedAt()),
                    handedOver == null ? null : new Plan(handedOver, guidance.planAttestedAt()),
                    guidance.completedAt(),
                    guidance.survey() == null ? null : guidance.survey().at(),
                    guidance.surveyChangeableBefore(),
                    FileComplaint.lastDay(block, opened, null),
                    block.open().stream().map(OpenAnswer::of).toList());
        }
    }

    public static final String STATUS = "OPEN|COMPLETED|CANCELLED";

    private static final Map<String, String> WITH_STATUS = Map.of(
            "OPEN", "closed_at IS NULL AND completed_at IS NULL",
            "COMPLETED", "closed_at IS NULL AND completed_at IS NOT NULL",
            "CANCELLED", "closed_at IS NOT NULL");

    private final Transactions transactions;
    private final Sessions sessions;

    @Inject
    Blocks(Transactions transactions, Sessions sessions) {
        this.transactions = transactions;
        this.sessions = sessions;
    }

    /** Empty when it is somebody else's, or did not exist yet. */
    public Optional<BlockAnswer> one(Who viewer, UUID id, UUID booking, @Nullable Instant asOf) {
        Block block = sessions.block(booking, asOf);
        BlockOpened opened = block.opened();
        return opened == null || !id.equals(viewer == Who.CITIZEN ? opened.wallet() : opened.counsellor())
                ? Optional.empty()
                : Optional.of(BlockAnswer.of(block, opened, viewer));
    }

    /** For who may see every block; says nothing of what they could do in it. */
    public Optional<BlockAnswer> any(UUID booking) {
        Block block = sessions.block(booking, null);
        BlockOpened opened = block.opened();
        return opened == null ? Optional.empty() : Optional.of(BlockAnswer.of(block, opened, null));
    }

    /** Streams that tell of a citizen: the own, the blocks and the complaints. */
    public List<String> streamsOf(UUID wallet) {
        String sql = "SELECT booking::text AS stream FROM block WHERE wallet = ?"
                + " UNION ALL SELECT complaint::text FROM complaint WHERE wallet = ?"
                + " UNION ALL SELECT ?";
        return transactions.in(connection ->
                Sql.list(connection, sql, row -> row.getString("stream"), wallet, wallet, Citizen.stream(wallet)));
    }

    /** The last paid first. */
    public Page<BlockAnswer> page(Who viewer, UUID id, @Nullable String status, @Nullable UUID after, int limit) {
        List<Object> values = new ArrayList<>(List.of(id));
        String from = status == null ? "" : " AND " + Objects.requireNonNull(WITH_STATUS.get(status));
        if (after != null) {
            from += " AND (paid_at, booking) < (SELECT b.paid_at, b.booking FROM block b WHERE b.booking = ?)";
            values.add(after);
        }
        String sql = "SELECT booking FROM block WHERE " + (viewer == Who.CITIZEN ? "wallet" : "counsellor") + " = ?"
                + from + " ORDER BY paid_at DESC, booking DESC LIMIT " + (limit + 1);
        List<BlockAnswer> found = transactions.in(connection ->
                Sql.list(connection, sql, row -> Sql.uuid(row, "booking"), values.toArray()).stream()
                        .flatMap(booking -> one(viewer, id, booking, null).stream())
                        .toList());
        return Page.of(found, limit, BlockAnswer::booking);
    }
}
