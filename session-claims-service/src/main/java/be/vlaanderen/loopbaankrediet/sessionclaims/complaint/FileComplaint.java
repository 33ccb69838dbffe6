package be.vlaanderen.loopbaankrediet.sessionclaims.complaint;

import static be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockRefusal.BLOCK_UNKNOWN;
import static be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockRefusal.SESSION_UNKNOWN;
import static be.vlaanderen.loopbaankrediet.sessionclaims.complaint.ComplaintRefusal.BOOKING_MISSING;
import static be.vlaanderen.loopbaankrediet.sessionclaims.complaint.ComplaintRefusal.COMPLAINT_TOO_LATE;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.Block;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.BlockOpened;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.Session;
import be.vlaanderen.loopbaankrediet.sessionclaims.complaint.ComplaintEvent.ComplaintFiled;
import be.vlaanderen.loopbaankrediet.sessionclaims.complaint.ComplaintEvent.ComplaintKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A citizen complains about the right or about the guidance.
 *
 * @param booking what it is about; not needed for the right
 * @param session of the booking, when it is about one
 * @param block of the booking; empty without one
 */
public record FileComplaint(
        UUID complaint,
        ComplaintKind kind,
        UUID wallet,
        @Nullable UUID booking,
        @Nullable UUID session,
        Block block,
        Instant at) {

    private static final int YEARS = 1;

    /** MR 4.7: not later than a year after the guidance. */
    public static Decision<ComplaintEvent> decide(Complaint complaint, FileComplaint command) {
        if (complaint.filed() != null) {
            return Decision.nothing(); // a repeat
        }
        if (command.booking() == null) {
            return command.kind() == ComplaintKind.GUIDANCE || command.session() != null
                    ? Decision.refused(BOOKING_MISSING)
                    : Decision.of(filed(command, null));
        }
        BlockOpened opened = command.block().opened();
        if (opened == null || !opened.wallet().equals(command.wallet())) {
            return Decision.refused(BLOCK_UNKNOWN);
        }
        if (command.session() != null && command.block().session(command.session()) == null) {
            return Decision.refused(SESSION_UNKNOWN);
        }
        LocalDate last = lastDay(command.block(), opened, command.session());
        return last.isBefore(Session.day(command.at()))
                ? Decision.refused(COMPLAINT_TOO_LATE, Map.of("lastDay", last.toString()))
                : Decision.of(filed(command, opened.counsellor()));
    }

    /** D-45: a year from the session, or else from the last one of the block; without any, from the payment. */
    public static LocalDate lastDay(Block block, BlockOpened opened, @Nullable UUID session) {
        return block.sessions().stream()
                .filter(each -> session == null || each.id().equals(session))
                .map(Session::deliveredOn)
                .max(Comparator.naturalOrder())
                .orElse(Session.day(opened.paidAt()))
                .plusYears(YEARS);
    }

    private static ComplaintFiled filed(FileComplaint command, @Nullable UUID counsellor) {
        return new ComplaintFiled(
                command.complaint(),
                command.kind(),
                command.wallet(),
                command.booking(),
                command.session(),
                counsellor,
                command.at());
    }
}
