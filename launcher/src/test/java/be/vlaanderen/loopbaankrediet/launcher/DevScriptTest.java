package be.vlaanderen.loopbaankrediet.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DevScriptTest {

    private record Result(int exit, String text) {}

    @Test
    void help_names_every_command() throws Exception {
        Result result = dev("--help");

        assertEquals(0, result.exit());
        for (String command :
                List.of("up", "down", "status", "logs", "token", "endpoints", "rebuild", "check", "test", "chaos")) {
            assertTrue(result.text().contains("\n  " + command), command);
        }
    }

    @Test
    void an_unknown_command_is_told_and_ends_with_2() throws Exception {
        Result result = dev("nonsense");

        assertEquals(2, result.exit());
        assertTrue(result.text().contains("There is no command 'nonsense'"), result.text());
    }

    @Test
    void a_log_of_an_unknown_part_ends_with_2() throws Exception {
        assertEquals(2, dev("logs", "nonsense").exit());
    }

    private static Result dev(String... arguments) throws IOException, InterruptedException {
        List<String> command = Stream.concat(Stream.of("bash", Path.of("../dev").toString()), Stream.of(arguments))
                .toList();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(30, TimeUnit.SECONDS));
        return new Result(process.exitValue(), text);
    }
}
