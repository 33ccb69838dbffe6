package be.vlaanderen.loopbaankrediet.providerregistry.vault;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Transactions;
import be.vlaanderen.loopbaankrediet.platform.web.FileType;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The files that applicants send, in the vault: outside the event store, so that they can be deleted. */
@Singleton
public class Documents {

    /** A file as it came. */
    @SuppressWarnings("ArrayRecordComponent") // never compared; a copy of megabytes would buy nothing
    public record File(FileType type, byte[] bytes) {}

    private final Transactions transactions;

    @Inject
    public Documents(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Keeps a file; a repeat changes nothing. */
    public void keep(UUID counsellor, UUID document, File file, Instant at) {
        transactions.run(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO vault_document (document, counsellor, type, content, received_at)"
                            + " VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")) {
                insert.setObject(1, document);
                insert.setObject(2, counsellor);
                insert.setString(3, file.type().name());
                insert.setBytes(4, file.bytes());
                insert.setTimestamp(5, Timestamp.from(at));
                insert.executeUpdate();
            }
        });
    }

    /** For an officer to look at, without running anything in it. */
    public static Response answer(File file) {
        return Response.ok(file.bytes(), file.type().mediaType())
                .header("Content-Disposition", "attachment")
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "no-store")
                .build();
    }

    public Optional<File> find(UUID counsellor, UUID document) {
        return transactions.in(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT type, content FROM vault_document WHERE document = ? AND counsellor = ?")) {
                select.setObject(1, document);
                select.setObject(2, counsellor);
                try (ResultSet row = select.executeQuery()) {
                    return row.next()
                            ? Optional.of(new File(FileType.valueOf(row.getString("type")), row.getBytes("content")))
                            : Optional.empty();
                }
            }
        });
    }
}
