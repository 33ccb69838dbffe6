package be.vlaanderen.loopbaankrediet.providerregistry.notifications;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The folder that mail of the tests is written to. */
public class Mailbox implements QuarkusTestResourceLifecycleManager {

    private static Path folder = Path.of("");

    /** All mail to an address, in no order. */
    public static List<String> to(String address) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".txt"))
                    .map(Mailbox::read)
                    .filter(mail -> mail.lines().findFirst().orElse("").contains(address))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Map<String, String> start() {
        try {
            folder = Files.createTempDirectory("loopbaankrediet-mail");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.of("MAIL_FOLDER", folder.toString());
    }

    @Override
    public void stop() {
        try (Stream<Path> files = Files.list(folder)) {
            files.forEach(file -> file.toFile().delete());
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
