package be.vlaanderen.loopbaankrediet.sessionclaims.desk;

import be.vlaanderen.loopbaankrediet.platform.eventstore.AggregateStore;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.Block;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.Origin;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.UndueReason;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.undue.FindUndue;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Carries out what an officer found undue; a session that cannot be so refuses the whole decision. */
@Singleton
public class UndueDesk {

    /** A session, or a part of it. */
    public record UndueTime(
            @NotNull(message = "Dit is verplicht.") UUID session,

            @NotNull(message = "Dit is verplicht.") @Min(value = 1, message = "Geef minstens 1 half uur.") @Max(value = 100, message = "Dat zijn er te veel.") Integer halfHours) {}

    /**
     * What an officer found undue in one block.
     *
     * @param hoursReturn the fault was not the citizen's (MR 4.7)
     */
    public record Undue(
            @NotEmpty(message = "Geef minstens één gesprek.") @Size(max = 20, message = "Dat zijn er te veel.") List<@Valid @NotNull(message = "Laat dit niet leeg.") UndueTime> sessions,

            @NotNull(message = "Dit is verplicht.") Boolean hoursReturn,
            @NotNull(message = "Dit is verplicht.") UndueReason reasonCode) {}

    private final AggregateStore<Block, BlockEvent> blocks;

    @Inject
    UndueDesk(AggregateStore<Block, BlockEvent> blocks) {
        this.blocks = blocks;
    }

    /** @throws be.vlaanderen.loopbaankrediet.platform.eventstore.RefusedException when one of the sessions cannot be found undue */
    void find(UUID booking, Undue undue, Origin origin, UUID review, Instant at) {
        for (UndueTime each : undue.sessions()) {
            FindUndue command = new FindUndue(
                    each.session(), each.halfHours(), undue.hoursReturn(), origin, review, undue.reasonCode(), at);
            var unused = blocks.handle(booking.toString(), block -> FindUndue.decide(block, command))
                    .orThrow();
        }
    }
}
