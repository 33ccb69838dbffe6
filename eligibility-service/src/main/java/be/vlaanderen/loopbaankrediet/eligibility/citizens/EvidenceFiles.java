package be.vlaanderen.loopbaankrediet.eligibility.citizens;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Transactions;
import be.vlaanderen.loopbaankrediet.platform.web.FileType;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The files that citizens send in: outside the event store, so that they can be deleted. Writes join the transaction of the caller. */
@Singleton
public class EvidenceFiles {

    /** A file as it came. */
    @SuppressWarnings("ArrayRecordComponent") // never compared; a copy of megabytes would buy nothing
    public record File(FileType type, byte[] bytes) {}

    private final Transactions transactions;

    @Inject
    public EvidenceFiles(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Keeps a file; a repeat changes nothing. */
    public void keep(UUID citizen, UUID evidence, File file, Instant at) {
        transactions.run(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO evidence (evidence, citizen, type, content, received_at) VALUES (?, ?, ?, ?, ?)"
                            + " ON CONFLICT DO NOTHING")) {
                insert.setObject(1, evidence);
                insert.setObject(2, citizen);
                insert.setString(3, file.type().name());
                insert.setBytes(4, file.bytes());
                insert.setTimestamp(5, Timestamp.from(at));
                insert.executeUpdate();
            }
        });
    }

    /** Empty for another citizen's file, and once it was deleted. */
    public Optional<File> find(UUID citizen, UUID evidence) {
        return transactions.in(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT type, content FROM evidence WHERE evidence = ? AND citizen = ?")) {
                select.setObject(1, evidence);
                select.setObject(2, citizen);
                try (ResultSet row = select.executeQuery()) {
                    return row.next()
                            ? Optional.of(new File(FileType.valueOf(row.getString(1)), row.getBytes(2)))
                            : Optional.empty();
                }
            }
        });
    }
}
