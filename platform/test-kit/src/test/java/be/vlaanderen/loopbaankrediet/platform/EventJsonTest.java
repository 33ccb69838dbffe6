package be.vlaanderen.loopbaankrediet.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import be.vlaanderen.loopbaankrediet.platform.eventstore.EventStore;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The common form of a time and of a day takes a short way; everything else must be read as ever. */
class EventJsonTest {

    private final ObjectMapper json = EventStore.json();
    private final Random random = new Random(2027);

    @Test
    void a_time_is_read_as_it_was_written_also_where_others_wrote_it_in_another_way() throws JsonProcessingException {
        for (int i = 0; i < 1_000; i++) {
            long nanos = random.nextLong(1_000_000_000L);
            long digits = new long[] {1_000_000_000L, 1_000_000L, 1_000L, 1L}[i % 4];
            Instant time =
                    Instant.ofEpochSecond(random.nextLong(-62_135_596_800L, 253_402_300_800L), nanos / digits * digits);
            assertEquals(time, json.readValue("\"" + time + "\"", Instant.class));
        }
        Instant noon = Instant.parse("2027-03-01T12:00:00Z");
        for (String other : List.of("\"2027-03-01T13:00:00+01:00\"", "1803902400")) {
            assertEquals(noon, json.readValue(other, Instant.class), other);
        }
        for (String none : List.of("noon", "Z", "2027-03-01", "2027-03-01T12:00:00", "2027-02-30T12:00:00Z")) {
            assertThrows(JsonProcessingException.class, () -> json.readValue("\"" + none + "\"", Instant.class), none);
        }
    }

    @Test
    void a_day_is_read_as_it_was_written_also_where_others_wrote_it_in_another_way() throws JsonProcessingException {
        for (int i = 0; i < 1_000; i++) {
            LocalDate day = LocalDate.ofEpochDay(random.nextLong(-719_000, 4_000_000));
            assertEquals(day, json.readValue("\"" + day + "\"", LocalDate.class));
        }
        LocalDate day = LocalDate.of(2027, 1, 31);
        for (String other : List.of("[2027,1,31]", "\"2027-01-31T10:15:00\"")) {
            assertEquals(day, json.readValue(other, LocalDate.class), other);
        }
        for (String none :
                List.of("2027-02-30", "2027-13-01", "2027/01/31", "2027-01-3x", "31-01-2027", "0123456789")) {
            assertThrows(
                    JsonProcessingException.class, () -> json.readValue("\"" + none + "\"", LocalDate.class), none);
        }
    }
}
