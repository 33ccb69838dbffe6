package be.vlaanderen.loopbaankrediet.benchmarks.crud;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * The least that a service of this stack can do for a booking: BEGIN, read the stream, insert one event, COMMIT, behind HTTP. No token, no
 * rule, nothing that follows. So much of the bare transaction is left for any service.
 */
@Path("/bare")
public class BareResource {

    private final DataSource database;

    @Inject
    public BareResource(DataSource database) {
        this.database = database;
    }

    public record Body(UUID counsellorId) {}

    public record Stored(UUID booking, UUID counsellorId, String status, int halfHours, long coPaymentCents) {}

    @POST
    @RunOnVirtualThread
    public Response store(Body body) throws SQLException {
        UUID booking = UUID.randomUUID();
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement read = connection.prepareStatement(
                            "SELECT sequence, name, version, payload, metadata, stored_at FROM bare_event"
                                    + " WHERE stream = ? AND sequence >= 0 ORDER BY sequence");
                    PreparedStatement insert = connection.prepareStatement(
                            "INSERT INTO bare_event (event_id, stream, sequence, stream_type, name, version, payload,"
                                    + " metadata, stored_at) VALUES (?, ?, ?, 'Wallet', 'BlockReserved', '1', ?, '{}',"
                                    + " '2027-03-01T09:00:00Z')")) {
                read.setString(1, booking.toString());
                int sequence = 0;
                try (ResultSet rows = read.executeQuery()) {
                    while (rows.next()) {
                        sequence++;
                    }
                }
                insert.setString(1, UUID.randomUUID().toString());
                insert.setString(2, booking.toString());
                insert.setLong(3, sequence);
                insert.setString(
                        4,
                        "{\"booking\":\"" + booking + "\",\"counsellor\":\"" + body.counsellorId()
                                + "\",\"halfHours\":4,\"coPaymentCents\":5000,\"at\":\"2027-03-01T09:00:00Z\"}");
                insert.executeUpdate();
                connection.commit();
            }
        }
        return Response.status(Response.Status.CREATED)
                .entity(new Stored(booking, body.counsellorId(), "RESERVED", 4, 5000))
                .build();
    }
}
