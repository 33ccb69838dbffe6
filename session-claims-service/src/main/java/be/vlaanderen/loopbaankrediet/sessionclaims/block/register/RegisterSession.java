package be.vlaanderen.loopbaankrediet.sessionclaims.block.register;

import static be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockRefusal.BLOCK_CANCELLED;
import static be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockRefusal.CODE_UNKNOWN;
import static be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockRefusal.COUNSELLOR_NOT_REGISTERED;
import static be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockRefusal.END_NOT_AFTER_START;
import static be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockRefusal.MORE_THAN_BLOCK_LEFT;
import static be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockRefusal.NOT_WHOLE_HALF_HOURS;
import static be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockRefusal.OVERLAP_CITIZEN;
import static be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockRefusal.OVERLAP_COUNSELLOR;
import static be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockRefusal.REGISTERED_TOO_LATE;
import static be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockRefusal.SESSION_BEFORE_PAYMENT;
import static be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockRefusal.SESSION_IN_FUTURE;
import static be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockRefusal.TIME_GIVEN_BACK;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.Block;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.BlockOpened;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.SessionRegistered;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockRefusal;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.Mode;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.Session;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.Theme;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A counsellor registers a conversation against a paid block.
 *
 * @param counsellorRegistered on the day of delivery, as provider-registry-service said
 * @param counsellorBusy whether another session of the counsellor overlaps
 * @param citizenBusy whether another session of the citizen overlaps
 */
public record RegisterSession(
        UUID session,
        UUID booking,
        UUID counsellor,
        Instant startedAt,
        Instant endedAt,
        Mode mode,
        List<Theme> themes,
        boolean counsellorRegistered,
        boolean counsellorBusy,
        boolean citizenBusy,
        Instant at) {

    private static final Duration HALF_HOUR = Duration.ofMinutes(30);
    private static final int MONTHS_TO_REGISTER = 3;

    /** D-10: refused with the first failing condition; {@code failed} names all of them. */
    public static Decision<BlockEvent> decide(Block block, RegisterSession command) {
        BlockOpened opened = block.opened();
        if (opened == null || !opened.counsellor().equals(command.counsellor())) {
            return Decision.refused(CODE_UNKNOWN);
        }
        if (block.session(command.session()) != null) {
            return Decision.nothing(); // a repeat
        }
        Instant closedAt = block.closedAt();
        if (closedAt != null) {
            return Decision.refused(BLOCK_CANCELLED, Map.of("cancelledAt", closedAt));
        }
        List<BlockRefusal> failed = failed(block, opened, command);
        if (!failed.isEmpty()) {
            return Decision.refused(failed.getFirst(), reasons(block, failed));
        }
        return Decision.of(new SessionRegistered(
                command.session(),
                command.booking(),
                opened.wallet(),
                opened.counsellor(),
                command.startedAt(),
                command.endedAt(),
                (int) command.duration().dividedBy(HALF_HOUR),
                command.mode(),
                command.themes(),
                command.at()));
    }

    private static List<BlockRefusal> failed(Block block, BlockOpened opened, RegisterSession command) {
        Duration duration = command.duration();
        boolean forward = duration.isPositive();
        List<BlockRefusal> failed = new ArrayList<>();
        note(failed, !forward, END_NOT_AFTER_START);
        note(
                failed,
                forward && !duration.equals(HALF_HOUR.multipliedBy(duration.dividedBy(HALF_HOUR))),
                NOT_WHOLE_HALF_HOURS);
        note(failed, !command.counsellorRegistered(), COUNSELLOR_NOT_REGISTERED);
        note(failed, command.endedAt().isAfter(command.at()), SESSION_IN_FUTURE);
        note(failed, command.startedAt().isBefore(opened.paidAt()), SESSION_BEFORE_PAYMENT);
        boolean fitted = fits(duration, block.halfHoursLeft() + block.releasedHalfHours());
        note(failed, !fitted, MORE_THAN_BLOCK_LEFT);
        note(failed, fitted && !fits(duration, block.halfHoursLeft()), TIME_GIVEN_BACK);
        note(failed, command.counsellorBusy(), OVERLAP_COUNSELLOR);
        note(failed, command.citizenBusy(), OVERLAP_CITIZEN);
        note(
                failed,
                Session.day(command.startedAt()).plusMonths(MONTHS_TO_REGISTER).isBefore(Session.day(command.at())),
                REGISTERED_TOO_LATE);
        return failed;
    }

    private static boolean fits(Duration duration, int halfHours) {
        return duration.compareTo(HALF_HOUR.multipliedBy(halfHours)) <= 0;
    }

    private static Map<String, Object> reasons(Block block, List<BlockRefusal> failed) {
        List<String> names = failed.stream().map(Enum::name).toList();
        return failed.contains(TIME_GIVEN_BACK)
                ? Map.of(
                        "failed", names, "givenUpAt", block.releases().getLast().at())
                : Map.of("failed", names);
    }

    private static void note(List<BlockRefusal> failed, boolean fails, BlockRefusal condition) {
        if (fails) {
            failed.add(condition);
        }
    }

    private Duration duration() {
        return Duration.between(startedAt, endedAt);
    }
}
