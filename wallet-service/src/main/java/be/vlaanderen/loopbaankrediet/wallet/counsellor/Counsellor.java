package be.vlaanderen.loopbaankrediet.wallet.counsellor;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Aggregate;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import be.vlaanderen.loopbaankrediet.wallet.counsellor.CounsellorEvent.CounsellorBecameBookable;
import be.vlaanderen.loopbaankrediet.wallet.counsellor.CounsellorEvent.CounsellorGone;
import be.vlaanderen.loopbaankrediet.wallet.counsellor.CounsellorEvent.CounsellorReturnsOn;
import be.vlaanderen.loopbaankrediet.wallet.counsellor.CounsellorEvent.CounsellorStopsOn;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A counsellor as the wallets see one.
 *
 * @param stopsOn first day without bookings, null while none is known
 * @param returnsOn first day with bookings after that, null while none is known
 * @param gone the first day without bookings has come, and its bookings were returned
 */
public record Counsellor(
        boolean registered,
        @Nullable LocalDate stopsOn,
        @Nullable LocalDate returnsOn,
        boolean gone) {

    public static final Counsellor UNKNOWN = new Counsellor(false, null, null, false);
    public static final Counsellor BOOKABLE = new Counsellor(true, null, null, false);

    public static final Aggregate<Counsellor, CounsellorEvent> AGGREGATE =
            new Aggregate<>("Counsellor", UNKNOWN, Counsellor::evolve);

    /** Id of the stream; a prefix keeps it apart from those of wallets. */
    public static String stream(UUID counsellor) {
        return "counsellor-" + counsellor;
    }

    public boolean isBookableOn(LocalDate day) {
        return registered && !isStoppedOn(day);
    }

    private boolean isStoppedOn(LocalDate day) {
        return stopsOn != null && !day.isBefore(stopsOn) && (returnsOn == null || day.isBefore(returnsOn));
    }

    /** The registry's registration, taken over once; a new one after leaving counts again. */
    public static Decision<CounsellorEvent> becomeBookable(Counsellor state, UUID counsellor, Instant at) {
        return state.equals(BOOKABLE) ? Decision.nothing() : Decision.of(new CounsellorBecameBookable(counsellor, at));
    }

    /** The registry's suspension or end of registration; of two days that are told, the last word counts. */
    public static Decision<CounsellorEvent> stopOn(Counsellor state, UUID counsellor, LocalDate from, Instant at) {
        return from.equals(state.stopsOn()) && state.returnsOn() == null
                ? Decision.nothing()
                : Decision.of(new CounsellorStopsOn(counsellor, from, at));
    }

    public static Decision<CounsellorEvent> returnOn(Counsellor state, UUID counsellor, LocalDate from, Instant at) {
        return state.stopsOn() == null || from.equals(state.returnsOn())
                ? Decision.nothing()
                : Decision.of(new CounsellorReturnsOn(counsellor, from, at));
    }

    /** Once for each time that a counsellor stops. */
    public static Decision<CounsellorEvent> noticeGone(Counsellor state, UUID counsellor, LocalDate today, Instant at) {
        return state.isStoppedOn(today) && !state.gone()
                ? Decision.of(new CounsellorGone(counsellor, at))
                : Decision.nothing();
    }

    private Counsellor evolve(CounsellorEvent event) {
        return switch (event) {
            case CounsellorBecameBookable ignored -> BOOKABLE;
            case CounsellorStopsOn e -> new Counsellor(registered, e.from(), null, false);
            case CounsellorReturnsOn e -> new Counsellor(registered, stopsOn, e.from(), gone);
            case CounsellorGone ignored -> new Counsellor(registered, stopsOn, returnsOn, true);
        };
    }
}
