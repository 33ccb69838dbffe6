package be.vlaanderen.loopbaankrediet.wallet.counsellor;

import java.time.Instant;
import java.util.UUID;

/** What the wallets need to know of a counsellor, recorded here when the registry told so. */
public sealed interface CounsellorEvent {

    /** CN 2.3: registered, so citizens can book. */
    record CounsellorBecameBookable(UUID counsellor, Instant at) implements CounsellorEvent {}
}
