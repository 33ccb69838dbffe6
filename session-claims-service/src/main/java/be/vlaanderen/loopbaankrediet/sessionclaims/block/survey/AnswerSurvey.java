package be.vlaanderen.loopbaankrediet.sessionclaims.block.survey;

import static be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockRefusal.BLOCK_UNKNOWN;
import static be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockRefusal.GUIDANCE_NOT_COMPLETED;
import static be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockRefusal.SURVEY_CLOSED;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.Block;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.BlockOpened;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.SurveyAnswered;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockRefusal;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.Guidance;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The citizen says after a block how it was (MR table 19): once, and changeable for a while (D-43). */
public record AnswerSurvey(UUID wallet, List<Integer> scores, boolean questionAnswered, Instant at) {

    public static Decision<BlockEvent> decide(Block block, AnswerSurvey command) {
        BlockOpened opened = block.opened();
        if (opened == null || !opened.wallet().equals(command.wallet())) {
            return Decision.refused(BLOCK_UNKNOWN);
        }
        BlockRefusal whyNot = whyNot(block.guidance(), command.at());
        if (whyNot != null) {
            return Decision.refused(whyNot);
        }
        SurveyAnswered last = block.guidance().survey();
        return last != null
                        && last.scores().equals(command.scores())
                        && last.questionAnswered() == command.questionAnswered()
                ? Decision.nothing()
                : Decision.of(new SurveyAnswered(
                        opened.booking(),
                        opened.counsellor(),
                        command.scores(),
                        command.questionAnswered(),
                        command.at()));
    }

    /** Null when it can be answered, for the first time or again. */
    public static @Nullable BlockRefusal whyNot(Guidance guidance, Instant at) {
        if (guidance.completedAt() == null) {
            return GUIDANCE_NOT_COMPLETED;
        }
        Instant before = guidance.surveyChangeableBefore();
        return before != null && !at.isBefore(before) ? SURVEY_CLOSED : null;
    }
}
