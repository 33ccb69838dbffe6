package be.vlaanderen.loopbaankrediet.sessionclaims.block.guide;

import static be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockRefusal.AGREEMENT_ACCEPTED;
import static be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockRefusal.BLOCK_CANCELLED;
import static be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockRefusal.BLOCK_UNKNOWN;
import static be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockRefusal.NO_AGREEMENT;
import static be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockRefusal.NO_PLAN;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.Block;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.AgreementAccepted;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.AgreementRecorded;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.BlockOpened;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.PlanAttested;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.PlanHandedOver;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.Guidance;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.Theme;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What counsellor and citizen tell each other about agreement and development plan. */
public sealed interface GuidanceStep {

    /** The counsellor or the citizen of the block. */
    UUID by();

    Instant at();

    /** The counsellor writes down what the citizen's question is about; until the citizen agrees it can be written again. */
    record RecordAgreement(UUID by, List<Theme> themes, Instant at) implements GuidanceStep {}

    record AcceptAgreement(UUID by, Instant at) implements GuidanceStep {}

    record HandOverPlan(UUID by, Instant at) implements GuidanceStep {}

    record AttestPlan(UUID by, Instant at) implements GuidanceStep {}

    static Decision<BlockEvent> decide(Block block, GuidanceStep step) {
        BlockOpened opened = block.opened();
        if (opened == null || !step.by().equals(whose(opened, step))) {
            return Decision.refused(BLOCK_UNKNOWN);
        }
        if (block.closed()) {
            return Decision.refused(BLOCK_CANCELLED);
        }
        UUID booking = opened.booking();
        UUID wallet = opened.wallet();
        UUID counsellor = opened.counsellor();
        Guidance guidance = block.guidance();
        AgreementRecorded agreement = guidance.agreement();
        return switch (step) {
            case RecordAgreement it -> {
                if (agreement != null && agreement.themes().equals(it.themes())) {
                    yield Decision.nothing();
                }
                yield guidance.acceptedAt() != null
                        ? Decision.refused(AGREEMENT_ACCEPTED)
                        : Decision.of(new AgreementRecorded(booking, wallet, counsellor, it.themes(), it.at()));
            }
            case AcceptAgreement it -> {
                if (agreement == null) {
                    yield Decision.refused(NO_AGREEMENT);
                }
                yield guidance.acceptedAt() != null
                        ? Decision.nothing()
                        : Decision.of(new AgreementAccepted(booking, wallet, counsellor, it.at()));
            }
            case HandOverPlan it ->
                guidance.planHandedOverAt() != null
                        ? Decision.nothing()
                        : Decision.of(new PlanHandedOver(booking, wallet, counsellor, it.at()));
            case AttestPlan it -> {
                if (guidance.planHandedOverAt() == null) {
                    yield Decision.refused(NO_PLAN);
                }
                yield guidance.planAttestedAt() != null
                        ? Decision.nothing()
                        : Decision.of(new PlanAttested(booking, wallet, counsellor, it.at()));
            }
        };
    }

    private static UUID whose(BlockOpened opened, GuidanceStep step) {
        return switch (step) {
            case RecordAgreement _, HandOverPlan _ -> opened.counsellor();
            case AcceptAgreement _, AttestPlan _ -> opened.wallet();
        };
    }
}
