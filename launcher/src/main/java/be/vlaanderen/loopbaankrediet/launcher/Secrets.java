package be.vlaanderen.loopbaankrediet.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Properties;

/** Passwords and keys of this one platform, made at its first start and readable by their owner only. */
public final class Secrets {

    private static final int BYTES = 32;

    private final Properties values;

    private Secrets(Properties values) {
        this.values = values;
    }

    /** Reads the file; what is missing is made and written. */
    public static Secrets in(Path file) {
        try {
            Properties values = new Properties();
            if (Files.exists(file)) {
                try (InputStream in = Files.newInputStream(file)) {
                    values.load(in);
                }
            }
            SecureRandom random = new SecureRandom();
            List<String> keys = new ArrayList<>(List.of(
                    "postgres.password",
                    "payment.api-key",
                    "payment.webhook-secret",
                    "payout.client-secret",
                    "wallet.client-secret",
                    "dosis.token",
                    "session.key"));
            Part.SERVICES.forEach(service -> keys.add(databaseKey(service)));
            boolean made = false;
            for (String key : keys) {
                made |= make(values, key, random);
            }
            if (made) {
                write(values, file);
            }
            return new Secrets(values);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String postgres() {
        return values.getProperty("postgres.password");
    }

    public String database(Part service) {
        return values.getProperty(databaseKey(service));
    }

    String paymentApiKey() {
        return values.getProperty("payment.api-key");
    }

    String paymentWebhookSecret() {
        return values.getProperty("payment.webhook-secret");
    }

    String payoutClientSecret() {
        return values.getProperty("payout.client-secret");
    }

    String walletClientSecret() {
        return values.getProperty("wallet.client-secret");
    }

    String dosisToken() {
        return values.getProperty("dosis.token");
    }

    /** 32 bytes in base64url, with which the front ends seal their cookies. */
    String sessionKey() {
        return values.getProperty("session.key");
    }

    private static String databaseKey(Part service) {
        return "database." + service.database() + ".password";
    }

    private static boolean make(Properties values, String key, SecureRandom random) {
        if (values.containsKey(key)) {
            return false;
        }
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        values.setProperty(key, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        return true;
    }

    private static void write(Properties values, Path file) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        Files.createDirectories(file.getParent());
        Files.createFile(draft);
        ownerOnly(draft); // before the first secret is in it
        try (OutputStream out = Files.newOutputStream(draft)) {
            values.store(out, "Secrets of this development platform; made at its first start");
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    static void ownerOnly(Path file) throws IOException {
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(
                    file, EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
        }
    }
}
