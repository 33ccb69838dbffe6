package be.vlaanderen.loopbaankrediet.sessionclaims.survey;

import be.vlaanderen.loopbaankrediet.platform.eventstore.EventStore;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The questions after a block (MR table 19), from one file: the texts are this project's own until the official ones come. */
@Singleton
public class Questions {

    /** So many questions with a score of 1 to 10. */
    static final int SCORED = 11;

    public record Question(String question, String text) {}

    /**
     * @param scored answered with 1 to 10, in the order of the scores
     * @param answered with yes or no
     * @param open answered in own words
     */
    public record All(List<Question> scored, Question answered, List<Question> open) {}

    private final All all;

    Questions() {
        try (InputStream file = Questions.class.getResourceAsStream("/survey/questions.json")) {
            all = EventStore.json().readValue(file, All.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (all.scored().size() != SCORED) {
            throw new IllegalStateException("the survey has not " + SCORED + " questions with a score");
        }
    }

    public All all() {
        return all;
    }
}
