package be.vlaanderen.loopbaankrediet.wallet.counsellor;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Aggregate;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import be.vlaanderen.loopbaankrediet.wallet.counsellor.CounsellorEvent.CounsellorBecameBookable;
import java.time.Instant;
import java.util.UUID;

/** A counsellor as the wallets see one. */
public record Counsellor(boolean bookable) {

    public static final Counsellor UNKNOWN = new Counsellor(false);

    public static final Aggregate<Counsellor, CounsellorEvent> AGGREGATE =
            new Aggregate<>("Counsellor", UNKNOWN, Counsellor::evolve);

    /** Id of the stream; a prefix keeps it apart from those of wallets. */
    public static String stream(UUID counsellor) {
        return "counsellor-" + counsellor;
    }

    /** The registry's registration, taken over once. */
    public static Decision<CounsellorEvent> becomeBookable(Counsellor state, UUID counsellor, Instant at) {
        return state.bookable() ? Decision.nothing() : Decision.of(new CounsellorBecameBookable(counsellor, at));
    }

    private Counsellor evolve(CounsellorEvent event) {
        return switch (event) {
            case CounsellorBecameBookable ignored -> new Counsellor(true);
        };
    }
}
