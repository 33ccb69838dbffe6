package be.vlaanderen.loopbaankrediet.sessionclaims.desk;

import be.vlaanderen.loopbaankrediet.platform.eventstore.AggregateStore;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Transactions;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.Block;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.Origin;
import be.vlaanderen.loopbaankrediet.sessionclaims.complaint.AnswerComplaint;
import be.vlaanderen.loopbaankrediet.sessionclaims.complaint.Complaint;
import be.vlaanderen.loopbaankrediet.sessionclaims.complaint.ComplaintEvent;
import be.vlaanderen.loopbaankrediet.sessionclaims.complaint.ComplaintEvent.ComplaintKind;
import be.vlaanderen.loopbaankrediet.sessionclaims.complaint.ComplaintEvent.ComplaintOutcome;
import be.vlaanderen.loopbaankrediet.sessionclaims.complaint.ComplaintEvent.ComplaintReason;
import be.vlaanderen.loopbaankrediet.sessionclaims.complaint.DecideComplaint;
import be.vlaanderen.loopbaankrediet.sessionclaims.complaint.FileComplaint;
import be.vlaanderen.loopbaankrediet.sessionclaims.desk.UndueDesk.Undue;
import be.vlaanderen.loopbaankrediet.sessionclaims.vault.Vault;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes in, answers and decides complaints; what people write goes to the vault in the same transaction. */
@Singleton
public class ComplaintDesk {

    private final Transactions transactions;
    private final AggregateStore<Complaint, ComplaintEvent> complaints;
    private final AggregateStore<Block, BlockEvent> blocks;
    private final UndueDesk undueDesk;
    private final Vault vault;
    private final Clock clock;

    @Inject
    ComplaintDesk(
            Transactions transactions,
            AggregateStore<Complaint, ComplaintEvent> complaints,
            AggregateStore<Block, BlockEvent> blocks,
            UndueDesk undueDesk,
            Vault vault,
            Clock clock) {
        this.transactions = transactions;
        this.complaints = complaints;
        this.blocks = blocks;
        this.undueDesk = undueDesk;
        this.vault = vault;
        this.clock = clock;
    }

    public void file(
            UUID complaint,
            UUID wallet,
            ComplaintKind kind,
            @Nullable UUID booking,
            @Nullable UUID session,
            String written) {
        transactions.run(connection -> {
            Block block = booking == null ? Block.EMPTY : blocks.state(booking.toString());
            FileComplaint command =
                    new FileComplaint(complaint, kind, wallet, booking, session, block, clock.instant());
            if (complaints
                    .handle(complaint.toString(), state -> FileComplaint.decide(state, command))
                    .isNew()) {
                vault.write(complaint, "complaint", written, command.at());
            }
        });
    }

    public void answer(UUID complaint, UUID counsellor, String written) {
        transactions.run(connection -> {
            AnswerComplaint command = new AnswerComplaint(counsellor, clock.instant());
            var unused = complaints
                    .handle(complaint.toString(), state -> AnswerComplaint.decide(state, command))
                    .orThrow();
            vault.write(complaint, "answer", written, command.at());
        });
    }

    public void decide(
            UUID complaint,
            ComplaintOutcome outcome,
            ComplaintReason reason,
            String written,
            @Nullable Undue undue,
            String officer) {
        transactions.run(connection -> {
            Instant now = clock.instant();
            DecideComplaint command = new DecideComplaint(outcome, reason, undue != null, officer, now);
            var decided = complaints.handle(complaint.toString(), state -> DecideComplaint.decide(state, command));
            if (!decided.isNew()) {
                return;
            }
            vault.write(complaint, "reason", written, now);
            if (undue != null) {
                UUID booking = Objects.requireNonNull(
                        Objects.requireNonNull(decided.orThrow().filed()).booking());
                undueDesk.find(booking, undue, Origin.COMPLAINT, complaint, now);
            }
        });
    }
}
