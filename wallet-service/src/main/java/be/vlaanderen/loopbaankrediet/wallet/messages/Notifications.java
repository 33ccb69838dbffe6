package be.vlaanderen.loopbaankrediet.wallet.messages;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How a message leaves the house: by mail, or for development as a file in a folder. */
@ApplicationScoped
class Notifications {

    private final Optional<String> folder;
    private final boolean hasHost;
    private final Mailer mailer;

    @Inject
    Notifications(
            @ConfigProperty(name = "mail.folder") Optional<String> folder,
            @ConfigProperty(name = "mail.host") Optional<String> host,
            Mailer mailer) {
        this.folder = folder;
        this.hasHost = host.isPresent();
        this.mailer = mailer;
    }

    boolean isSetUp() {
        return hasHost || folder.isPresent();
    }

    /** @throws IOException when it did not leave; another time is right then */
    void send(String message, String email, Kind kind) throws IOException {
        if (folder.isPresent()) {
            write(Path.of(folder.get()), message, email, kind);
            return;
        }
        try {
            mailer.send(Mail.withText(email, kind.subject(), kind.text()));
        } catch (RuntimeException e) {
            throw new IOException("the mail server did not take it", e);
        }
    }

    private static void write(Path folder, String message, String email, Kind kind) throws IOException {
        Files.createDirectories(folder);
        Path written = Files.writeString(
                folder.resolve(message + ".part"),
                "To: %s\nSubject: %s\n\n%s\n".formatted(email, kind.subject(), kind.text()));
        Path unused = Files.move(written, folder.resolve(message + ".txt"), StandardCopyOption.REPLACE_EXISTING);
    }
}
