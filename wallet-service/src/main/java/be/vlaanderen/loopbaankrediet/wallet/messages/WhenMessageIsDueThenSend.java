package be.vlaanderen.loopbaankrediet.wallet.messages;

import be.vlaanderen.loopbaankrediet.platform.eventstore.AggregateStore;
import be.vlaanderen.loopbaankrediet.platform.mail.MailOut;
import be.vlaanderen.loopbaankrediet.wallet.messages.Messages.Note;
import be.vlaanderen.loopbaankrediet.wallet.messages.Messages.Outcome;
import be.vlaanderen.loopbaankrediet.wallet.outside.Contacts;
import be.vlaanderen.loopbaankrediet.wallet.wallet.Booking;
import be.vlaanderen.loopbaankrediet.wallet.wallet.Wallet;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;

/** Sends what is due, to the address of that moment, which is asked of eligibility-service and kept nowhere. */
@ApplicationScoped
class WhenMessageIsDueThenSend {

    private static final Logger LOG = Logger.getLogger(WhenMessageIsDueThenSend.class);
    private static final int AT_ONCE = 50;
    private static final Duration WORTH_SENDING = Duration.ofDays(7);
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final int LONGEST_PAUSE = 8;

    private final AggregateStore<Wallet, WalletEvent> wallets;
    private final Messages messages;
    private final Contacts contacts;
    private final MailOut mail;
    private final Clock clock;

    @Inject
    WhenMessageIsDueThenSend(
            AggregateStore<Wallet, WalletEvent> wallets,
            Messages messages,
            Contacts contacts,
            MailOut mail,
            Clock clock) {
        this.wallets = wallets;
        this.messages = messages;
        this.contacts = contacts;
        this.mail = mail;
        this.clock = clock;
    }

    @Scheduled(every = "2s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        for (int i = 0; i < AT_ONCE && messages.next(clock.instant(), this::handle); i++) {
            // one after the other, so that a failing one keeps nobody waiting for long
        }
    }

    private void handle(Note note) {
        Instant now = clock.instant();
        if (isObsolete(note)) {
            messages.end(note, Outcome.OBSOLETE, now);
        } else if (!mail.isSetUp() || !contacts.isSetUp()) {
            messages.end(note, Outcome.IN_WALLET, now);
        } else if (note.dueAt().plus(WORTH_SENDING).isBefore(now)) {
            messages.end(note, Outcome.FAILED, now);
        } else {
            send(note, now);
        }
    }

    private boolean isObsolete(Note note) {
        if (note.kind() != Kind.PAYMENT_DUE) {
            return false;
        }
        Booking booking = wallets.state(note.wallet().toString()).booking(note.booking());
        return booking == null || !booking.isUnpaid();
    }

    private void send(Note note, Instant now) {
        try {
            var contact = contacts.of(note.wallet());
            if (contact.isEmpty() || !contact.get().canBeMailed()) {
                messages.end(note, Outcome.NOT_WANTED, now);
                return;
            }
            mail.send(
                    note.message(),
                    List.of(contact.get().email()),
                    note.kind().subject(),
                    note.kind().text());
            messages.end(note, Outcome.SENT, now);
        } catch (IOException e) {
            LOG.warnf("message %s cannot be sent now: %s", note.message(), e.getMessage());
            messages.retry(note, now.plus(FIRST_PAUSE.multipliedBy(1L << Math.min(note.attempts(), LONGEST_PAUSE))));
        }
    }
}
