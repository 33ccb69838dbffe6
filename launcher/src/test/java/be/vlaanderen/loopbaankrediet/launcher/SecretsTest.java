package be.vlaanderen.loopbaankrediet.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir
    Path folder;

    @Test
    void only_the_owner_can_read_the_file() throws IOException {
        Path file = folder.resolve("run/secrets.properties");

        Secrets.in(file);

        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void every_part_has_a_secret_of_its_own() {
        Secrets secrets = Secrets.in(folder.resolve("secrets.properties"));

        Set<String> all = new HashSet<>(Set.of(
                secrets.postgres(),
                secrets.paymentApiKey(),
                secrets.paymentWebhookSecret(),
                secrets.payoutClientSecret(),
                secrets.walletClientSecret(),
                secrets.dosisToken(),
                secrets.sessionKey()));
        Part.SERVICES.forEach(service -> all.add(secrets.database(service)));
        assertEquals(12, all.size());
        assertTrue(all.stream().allMatch(secret -> secret.matches("[A-Za-z0-9_-]{43}")));
    }

    @Test
    void the_next_start_finds_the_same_secrets() {
        Path file = folder.resolve("secrets.properties");

        assertEquals(Secrets.in(file).postgres(), Secrets.in(file).postgres());
    }
}
