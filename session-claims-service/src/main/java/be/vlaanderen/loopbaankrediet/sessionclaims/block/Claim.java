package be.vlaanderen.loopbaankrediet.sessionclaims.block;

import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.ClaimRefused;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.ClaimSubmitted;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A claim as the block knows it.
 *
 * @param releasedAt when it was taken back, to correct a session
 * @param keptBecause why it can no longer be taken back
 * @param refused that it is not payable, and why; null while that was not said
 */
public record Claim(
        ClaimSubmitted submitted,
        @Nullable Instant releasedAt,
        @Nullable String keptBecause,
        @Nullable ClaimRefused refused) {

    public UUID id() {
        return submitted.claim();
    }

    Claim released(Instant at) {
        return new Claim(submitted, at, keptBecause, refused);
    }

    Claim kept(String reasonCode) {
        return new Claim(submitted, releasedAt, reasonCode, refused);
    }

    Claim refused(ClaimRefused event) {
        return new Claim(submitted, releasedAt, event.neverPaid().isEmpty() ? keptBecause : Block.REFUSED, event);
    }

    /** D-95: the time of this session went back to the citizen. */
    public boolean neverPays(UUID session) {
        return refused != null && refused.neverPaid().contains(session);
    }
}
