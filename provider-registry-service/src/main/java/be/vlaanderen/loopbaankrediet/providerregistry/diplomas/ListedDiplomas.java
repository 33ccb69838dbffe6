package be.vlaanderen.loopbaankrediet.providerregistry.diplomas;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Transactions;
import be.vlaanderen.loopbaankrediet.providerregistry.views.Pages;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The ministerial lists of diplomas: dated reference data, because a decree can change it (CN 2.3). Writes join the transaction of the caller. */
@Singleton
public class ListedDiplomas {

    /** @param to last day on the list; null while no decree ended it */
    public record ListedDiploma(
            String code, LocalDate from, @Nullable LocalDate to, String decree, String name) {

        boolean overlaps(ListedDiploma other) {
            return (to == null || !other.from.isAfter(to)) && (other.to == null || !from.isAfter(other.to));
        }
    }

    /**
     * A decree whose list was added.
     *
     * @param file SHA-256 of the file
     * @param officer pseudonym
     */
    public record Decree(String decree, String file, int lines, String officer, Instant addedAt, String place) {}

    private final Transactions transactions;

    @Inject
    public ListedDiplomas(Transactions transactions) {
        this.transactions = transactions;
    }

    /** In the order of their codes. */
    public List<ListedDiploma> on(LocalDate day) {
        return find("WHERE from_day <= ? AND (to_day IS NULL OR to_day >= ?)", day, day);
    }

    List<ListedDiploma> all() {
        return find("");
    }

    public boolean isListed(@Nullable String code, LocalDate day) {
        return code != null
                && !find("WHERE from_day <= ? AND (to_day IS NULL OR to_day >= ?) AND code = ?", day, day, code)
                        .isEmpty();
    }

    Optional<Decree> decree(String decree) {
        return decrees("WHERE decree = ?", decree, 1).stream().findFirst();
    }

    /** Oldest first. */
    List<Decree> decrees(String after, int limit) {
        return decrees("WHERE place > ?", after, limit);
    }

    /** Two officers at once: the second waits here, and then finds the decree of the first. */
    void lock() {
        transactions.run(connection -> {
            try (PreparedStatement lock =
                    connection.prepareStatement("LOCK TABLE diploma_list IN SHARE ROW EXCLUSIVE MODE")) {
                lock.execute();
            }
        });
    }

    void add(String decree, String file, DiplomaFile read, String officer, Instant at) {
        transactions.run(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO diploma_list (decree, file, lines, officer, added_at, place) VALUES (?, ?, ?, ?, ?, ?)")) {
                insert.setString(1, decree);
                insert.setString(2, file);
                insert.setInt(3, read.lines());
                insert.setString(4, officer);
                insert.setTimestamp(5, Timestamp.from(at));
                insert.setString(6, Pages.place(at, UUID.nameUUIDFromBytes(decree.getBytes(StandardCharsets.UTF_8))));
                insert.executeUpdate();
            }
            for (ListedDiploma added : read.added()) {
                insert(connection, added);
            }
            for (ListedDiploma ended : read.ended()) {
                end(connection, ended, decree);
            }
        });
    }

    private static void insert(Connection connection, ListedDiploma added) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO listed_diploma (code, from_day, to_day, decree, name) VALUES (?, ?, ?, ?, ?)")) {
            insert.setString(1, added.code());
            insert.setObject(2, added.from());
            insert.setObject(3, added.to());
            insert.setString(4, added.decree());
            insert.setString(5, added.name());
            insert.executeUpdate();
        }
    }

    private static void end(Connection connection, ListedDiploma ended, String decree) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE listed_diploma SET to_day = ?, ended_by = ? WHERE code = ? AND from_day = ?")) {
            update.setObject(1, ended.to());
            update.setString(2, decree);
            update.setString(3, ended.code());
            update.setObject(4, ended.from());
            update.executeUpdate();
        }
    }

    private List<ListedDiploma> find(String where, Object... parameters) {
        return transactions.in(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT * FROM listed_diploma " + where + " ORDER BY code COLLATE \"C\", from_day")) {
                for (int i = 0; i < parameters.length; i++) {
                    select.setObject(i + 1, parameters[i]);
                }
                List<ListedDiploma> found = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.add(new ListedDiploma(
                                row.getString("code"),
                                row.getObject("from_day", LocalDate.class),
                                row.getObject("to_day", LocalDate.class),
                                row.getString("decree"),
                                row.getString("name")));
                    }
                }
                return found;
            }
        });
    }

    private List<Decree> decrees(String where, String parameter, int limit) {
        return transactions.in(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT * FROM diploma_list " + where + " ORDER BY place LIMIT ?")) {
                select.setString(1, parameter);
                select.setInt(2, limit);
                List<Decree> found = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.add(new Decree(
                                row.getString("decree"),
                                row.getString("file"),
                                row.getInt("lines"),
                                row.getString("officer"),
                                row.getTimestamp("added_at").toInstant(),
                                row.getString("place")));
                    }
                }
                return found;
            }
        });
    }
}
