package be.vlaanderen.loopbaankrediet.outsideworld;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptMapTest {

    @TempDir
    Path folder;

    private KeptMap<String> open() {
        return KeptMap.open(folder.resolve("kept.jsonl"), String.class, new ObjectMapper());
    }

    @Test
    void what_was_put_is_there_after_a_restart_and_what_was_removed_is_not() {
        try (KeptMap<String> map = open()) {
            map.put("a", "1");
            map.put("b", "2");
            map.put("a", "3");
            map.put("c", "4");
            map.remove("b");
        }
        try (KeptMap<String> map = open()) {
            assertEquals(List.of("3", "4"), map.all());
        }
    }

    @Test
    void a_last_line_that_was_half_written_is_left_out() throws Exception {
        try (KeptMap<String> map = open()) {
            map.put("a", "1");
        }
        Files.writeString(folder.resolve("kept.jsonl"), "{\"key\":\"b\",\"val", StandardOpenOption.APPEND);
        try (KeptMap<String> map = open()) {
            map.put("c", "3");
        }
        try (KeptMap<String> map = open()) {
            assertEquals(List.of("1", "3"), map.all());
        }
    }

    @Test
    void an_unreadable_line_in_the_middle_stops_the_start() throws Exception {
        Files.writeString(folder.resolve("kept.jsonl"), "nonsense\n{\"key\":\"a\",\"value\":\"1\"}\n");
        assertThrows(UncheckedIOException.class, this::open);
    }

    @Test
    void the_file_does_not_grow_with_each_change_and_is_for_its_owner_only() throws Exception {
        try (KeptMap<String> map = open()) {
            for (int i = 0; i < 25_000; i++) {
                map.put("a", "value " + i);
            }
            map.put("b", "last");
            assertEquals(List.of("value 24999", "last"), map.all());
        }
        Path file = folder.resolve("kept.jsonl");
        assertEquals(true, Files.readAllLines(file).size() < 15_000);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        try (KeptMap<String> map = open()) {
            assertEquals(List.of("value 24999", "last"), map.all());
        }
    }

    @Test
    void a_folder_has_one_owner_at_a_time() throws Exception {
        StateFolder first = new StateFolder(folder.toString(), new ObjectMapper());
        assertThrows(UncheckedIOException.class, () -> new StateFolder(folder.toString(), new ObjectMapper()));
        first.close();
        new StateFolder(folder.toString(), new ObjectMapper()).close();
    }
}
