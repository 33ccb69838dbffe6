package be.vlaanderen.loopbaankrediet.platform.web;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who of the government looked at what is kept about somebody, so that the person can see it (GDPR art. 5.2 and 15). */
@Singleton
public class Looks {

    /** What was looked at. */
    public enum What {
        /** who is behind the pseudonym */
        IDENTITY,
        /** a request with all that was sent, said and decided about it */
        DOSSIER,
        /** a file that the person sent */
        EVIDENCE,
        /** a complaint with all that was said about it */
        COMPLAINT,
        /** everything that ever happened, event by event */
        HISTORY
    }

    /** @param officer pseudonym */
    @Schema(name = "Look")
    public record Look(What what, String officer, Instant at) {}

    /** @param next to give as {@code after} to read on; absent on the last page */
    @Schema(name = "Looks")
    public record Page(List<Look> looks, @Nullable String next) {}

    public static final Page NONE = new Page(List.of(), null);

    /** Form of a position that a page goes on from. */
    public static final String AFTER = "|[0-9]{1,18}";

    public static final String AFTER_WRONG = "Neem de waarde van 'next' van de vorige bladzijde.";
    public static final String LIMIT = "[1-9]|[1-9][0-9]|100";
    public static final String LIMIT_WRONG = "Kies een getal van 1 tot en met 100.";

    private final Transactions transactions;
    private final Clock clock;

    @Inject
    public Looks(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * @param officer {@link Caller#pseudonym}
     * @param subject pseudonym or other key of what was looked at
     */
    public void note(String officer, String subject, What what) {
        transactions.run(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO look (officer, subject, what, looked_at) VALUES (?, ?, ?, ?)")) {
                insert.setString(1, officer);
                insert.setString(2, subject);
                insert.setString(3, what.name());
                insert.setTimestamp(4, Timestamp.from(clock.instant()));
                insert.executeUpdate();
            }
        });
    }

    /**
     * The looks at what is one person's, newest first.
     *
     * @param subjects pseudonym and other keys of what is theirs
     * @param after where the page before ended ({@link #AFTER}); absent or empty for the first
     * @param limit {@link #LIMIT}
     */
    public Page at(Collection<String> subjects, @Nullable String after, String limit) {
        return at(
                subjects,
                after == null || after.isEmpty() ? Long.MAX_VALUE : Long.parseLong(after),
                Integer.parseInt(limit));
    }

    private Page at(Collection<String> subjects, long before, int limit) {
        return transactions.in(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT position, what, officer, looked_at FROM look"
                            + " WHERE subject = ANY (?) AND position < ? ORDER BY position DESC LIMIT ?")) {
                select.setArray(1, connection.createArrayOf("text", subjects.toArray()));
                select.setLong(2, before);
                select.setInt(3, limit + 1);
                List<Look> looks = new ArrayList<>();
                long last = before;
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        if (looks.size() == limit) {
                            return new Page(looks, String.valueOf(last));
                        }
                        last = rows.getLong("position");
                        looks.add(new Look(
                                What.valueOf(rows.getString("what")),
                                rows.getString("officer"),
                                rows.getTimestamp("looked_at").toInstant()));
                    }
                }
                return new Page(looks, null);
            }
        });
    }
}
