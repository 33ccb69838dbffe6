package be.vlaanderen.loopbaankrediet.sessionclaims.counsellor;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Aggregate;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import be.vlaanderen.loopbaankrediet.sessionclaims.counsellor.CounsellorEvent.CounsellorRecorded;
import be.vlaanderen.loopbaankrediet.sessionclaims.counsellor.CounsellorEvent.RegistrationChanged;
import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * On which days a counsellor is registered.
 *
 * @param registeredOn null when never heard of
 * @param standing whether the registration holds, by first day; it does from registeredOn until something else is said
 */
public record Counsellor(@Nullable LocalDate registeredOn, NavigableMap<LocalDate, Boolean> standing) {

    public static final Counsellor EMPTY = new Counsellor(null, new TreeMap<>());
    public static final Aggregate<Counsellor, CounsellorEvent> AGGREGATE =
            new Aggregate<>("Counsellor", EMPTY, Counsellor::evolve);

    public static String stream(UUID counsellor) {
        return "counsellor-" + counsellor;
    }

    /** D-10: the day of delivery decides, so who was suspended later still registers what came before. */
    public boolean isRegisteredOn(LocalDate day) {
        Map.Entry<LocalDate, Boolean> said = standing.floorEntry(day);
        return registeredOn != null && !day.isBefore(registeredOn) && (said == null || said.getValue());
    }

    public Decision<CounsellorEvent> record(CounsellorRecorded registration) {
        return registeredOn == null ? Decision.of(registration) : Decision.nothing();
    }

    public Decision<CounsellorEvent> record(RegistrationChanged change) {
        return standing.equals(changed(change)) ? Decision.nothing() : Decision.of(change);
    }

    private Counsellor evolve(CounsellorEvent event) {
        return switch (event) {
            case CounsellorRecorded recorded -> new Counsellor(recorded.registeredOn(), standing);
            case RegistrationChanged change -> new Counsellor(registeredOn, changed(change));
        };
    }

    private NavigableMap<LocalDate, Boolean> changed(RegistrationChanged change) {
        NavigableMap<LocalDate, Boolean> next = new TreeMap<>(standing.headMap(change.decidedOn(), true));
        next.put(change.from(), change.registered());
        return next;
    }
}
