package be.vlaanderen.loopbaankrediet.outsideworld.people;

import com.fasterxml.jackson.annotation.JsonAlias;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that went on in somebody's career, both days in.
 *
 * @param to null: runs on
 * @param cancelled the declaration was withdrawn
 */
public record Period(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Kind kind,
        @Nullable Boolean cancelled) {

    /** Which source tells of a period. */
    public enum Source {
        DIMONA,
        DIMONA_TRAINING,
        SELF_EMPLOYMENT,
        NONE
    }

    /** What went on (D-3 names what is equated with work). */
    public enum Kind {
        EMPLOYEE(Source.DIMONA),
        TEMP_AGENCY(Source.DIMONA),
        SICKNESS_WITH_CONTRACT(Source.DIMONA),
        TEMPORARY_UNEMPLOYMENT(Source.DIMONA),
        PARENTAL_LEAVE(Source.DIMONA),
        MATERNITY_LEAVE(Source.DIMONA),
        @JsonAlias({"TEACHER_SUMMER_HOLIDAY", "TEACHERS_SUMMER_HOLIDAY"})
        TEACHER_SUMMER(Source.DIMONA),
        @JsonAlias("INDIVIDUAL_VOCATIONAL_TRAINING")
        IBO(Source.DIMONA_TRAINING),
        SELF_EMPLOYED(Source.SELF_EMPLOYMENT),
        UNEMPLOYMENT(Source.NONE),
        SICKNESS_WITHOUT_CONTRACT(Source.NONE),
        CAREER_BREAK(Source.NONE);

        private final Source source;

        Kind(Source source) {
            this.source = source;
        }

        public Source source() {
            return source;
        }
    }

    public Period {
        cancelled = Boolean.TRUE.equals(cancelled);
    }
}
