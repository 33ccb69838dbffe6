package be.vlaanderen.loopbaankrediet.sessionclaims.block;

import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.ClaimSubmitted;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A claim as the block knows it.
 *
 * @param releasedAt when it was taken back, to correct a session
 * @param keptBecause why it can no longer be taken back
 */
public record Claim(
        ClaimSubmitted submitted,
        @Nullable Instant releasedAt,
        @Nullable String keptBecause) {

    public UUID id() {
        return submitted.claim();
    }

    Claim released(Instant at) {
        return new Claim(submitted, at, keptBecause);
    }

    Claim kept(String reasonCode) {
        return new Claim(submitted, releasedAt, reasonCode);
    }
}
