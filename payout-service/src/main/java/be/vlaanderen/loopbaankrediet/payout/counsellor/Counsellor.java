package be.vlaanderen.loopbaankrediet.payout.counsellor;

import be.vlaanderen.loopbaankrediet.payout.counsellor.CounsellorEvent.CounsellorRecorded;
import be.vlaanderen.loopbaankrediet.payout.counsellor.CounsellorEvent.RegistrationChanged;
import be.vlaanderen.loopbaankrediet.payout.counsellor.CounsellorEvent.VatRegimeRecorded;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Aggregate;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A counsellor as far as payment goes.
 *
 * @param registeredOn null when never heard of
 * @param standing whether the registration holds, by first day; it does from registeredOn until something else is said
 * @param regimes liable or not, by first day; the regime at registration also holds before it
 */
public record Counsellor(
        @Nullable LocalDate registeredOn,
        NavigableMap<LocalDate, Boolean> standing,
        NavigableMap<LocalDate, Boolean> regimes) {

    public static final Counsellor EMPTY = new Counsellor(null, new TreeMap<>(), new TreeMap<>());
    public static final Aggregate<Counsellor, CounsellorEvent> AGGREGATE =
            new Aggregate<>("Counsellor", EMPTY, Counsellor::evolve);

    public static String stream(UUID counsellor) {
        return "counsellor-" + counsellor;
    }

    public boolean isKnown() {
        return registeredOn != null;
    }

    public boolean isRegisteredOn(LocalDate day) {
        Map.Entry<LocalDate, Boolean> said = standing.floorEntry(day);
        return registeredOn != null && !day.isBefore(registeredOn) && (said == null || said.getValue());
    }

    /** Domain 7: the regime of the day of delivery decides. */
    public boolean isVatLiableOn(LocalDate day) {
        Map.Entry<LocalDate, Boolean> regime = regimes.floorEntry(day);
        return regime != null && regime.getValue();
    }

    public Decision<CounsellorEvent> record(CounsellorRecorded registration) {
        return isKnown() ? Decision.nothing() : Decision.of(registration);
    }

    public Decision<CounsellorEvent> record(VatRegimeRecorded change) {
        return Boolean.valueOf(change.vatLiable()).equals(regimes.get(change.from()))
                ? Decision.nothing()
                : Decision.of(change);
    }

    /** D-10 asks whether the counsellor was registered on the day of delivery. */
    public Decision<CounsellorEvent> record(RegistrationChanged change) {
        return standing.equals(changed(change)) ? Decision.nothing() : Decision.of(change);
    }

    public Counsellor evolve(CounsellorEvent event) {
        return switch (event) {
            case CounsellorRecorded recorded ->
                new Counsellor(recorded.registeredOn(), standing, with(LocalDate.MIN, recorded.vatLiable()));
            case RegistrationChanged change -> new Counsellor(registeredOn, changed(change), regimes);
            case VatRegimeRecorded regime ->
                new Counsellor(registeredOn, standing, with(regime.from(), regime.vatLiable()));
        };
    }

    private NavigableMap<LocalDate, Boolean> with(LocalDate from, boolean liable) {
        NavigableMap<LocalDate, Boolean> changed = new TreeMap<>(regimes);
        changed.put(from, liable);
        return changed;
    }

    private NavigableMap<LocalDate, Boolean> changed(RegistrationChanged change) {
        NavigableMap<LocalDate, Boolean> next = new TreeMap<>(standing.headMap(change.decidedOn(), true));
        next.put(change.from(), change.registered());
        return next;
    }
}
