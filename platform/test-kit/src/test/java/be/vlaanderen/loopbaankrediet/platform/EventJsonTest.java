package be.vlaanderen.loopbaankrediet.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import be.vlaanderen.loopbaankrediet.platform.eventstore.EventStore;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EventJsonTest {

    private record Moment(Instant at, LocalDate day) {}

    private final ObjectMapper json = EventStore.json();

    @Test
    void every_time_and_every_day_is_read_as_it_was_written() throws JsonProcessingException {
        Random random = new Random(2027);
        for (int i = 0; i < 10_000; i++) {
            int nanos = List.of(
                            0,
                            random.nextInt(1_000) * 1_000_000,
                            random.nextInt(1_000_000) * 1_000,
                            random.nextInt(1_000_000_000))
                    .get(random.nextInt(4));
            Moment moment = new Moment(
                    Instant.ofEpochSecond(random.nextLong(-62_000_000_000L, 250_000_000_000L), nanos),
                    LocalDate.ofEpochDay(random.nextLong(-719_000, 2_900_000)));
            assertEquals(moment, json.readValue(json.writeValueAsString(moment), Moment.class));
        }
    }

    @Test
    void a_day_in_another_form_that_iso_knows_is_read_too() throws JsonProcessingException {
        assertEquals(LocalDate.of(12027, 1, 31), json.readValue("\"+12027-01-31\"", LocalDate.class));
        assertEquals(LocalDate.of(2027, 1, 31), json.readValue("[2027,1,31]", LocalDate.class));
    }

    @Test
    void a_day_that_is_none_is_refused() {
        for (String none : List.of("2027-02-30", "2027-13-01", "2027/01/31", "2027-01-3x", "31-01-2027")) {
            assertThrows(JsonMappingException.class, () -> json.readValue("\"" + none + "\"", LocalDate.class), none);
        }
    }
}
