package be.vlaanderen.loopbaankrediet.platform.mail;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Sends mail: to a server, or for development as files in a folder. Without either, messages wait and are only shown. */
@Singleton
public class MailOut {

    private static final Logger LOG = Logger.getLogger(MailOut.class);

    private final Optional<String> folder;
    private final Optional<String> host;
    private final Mailer mailer;

    @Inject
    public MailOut(
            @ConfigProperty(name = "mail.folder") Optional<String> folder,
            @ConfigProperty(name = "mail.host") Optional<String> host,
            Mailer mailer) {
        this.folder = folder;
        this.host = host;
        this.mailer = mailer;
    }

    void start(@Observes StartupEvent started) {
        if (!isSetUp()) {
            LOG.info("neither MAIL_HOST nor MAIL_FOLDER is set: messages wait, and are only shown");
        }
    }

    public boolean isSetUp() {
        return folder.isPresent() || host.isPresent();
    }

    /**
     * @param message names the file in the folder
     * @throws IOException when it did not leave; another time is right then
     */
    public void send(String message, List<String> addresses, String subject, String text) throws IOException {
        if (folder.isPresent()) {
            write(Path.of(folder.get()), message, addresses, subject, text);
            return;
        }
        try {
            mailer.send(addresses.stream()
                    .map(address -> Mail.withText(address, subject, text))
                    .toArray(Mail[]::new));
        } catch (RuntimeException e) {
            throw new IOException("the mail server did not take it", e);
        }
    }

    private static void write(Path folder, String message, List<String> addresses, String subject, String text)
            throws IOException {
        Files.createDirectories(folder);
        Path written = Files.writeString(
                folder.resolve(message + ".part"),
                "To: %s\nSubject: %s\n\n%s\n".formatted(String.join(", ", addresses), subject, text));
        Path unused = Files.move(written, folder.resolve(message + ".txt"), StandardCopyOption.REPLACE_EXISTING);
    }
}
