package be.vlaanderen.loopbaankrediet.payout.statement;

import static be.vlaanderen.loopbaankrediet.payout.statement.Statement.day;
import static be.vlaanderen.loopbaankrediet.payout.statement.Statement.euro;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;

/** The statement as a table: a row for each payout, semicolons and decimal commas as spreadsheets here read them. */
final class StatementCsv {

    private StatementCsv() {}

    static byte[] write(Statement statement) {
        StringBuilder csv = new StringBuilder(row(
                "nummer",
                "soort",
                "van",
                "tot en met",
                "opgemaakt op",
                "begeleider",
                "ondernemingsnummer",
                "rekening",
                "betaler",
                "uitbetaling",
                "referentie",
                "dagen (halve uren)",
                "halve uren",
                "bedrag excl. btw",
                "btw",
                "totaal",
                "status",
                "goedgekeurd op",
                "antwoord bank op",
                "adres"));
        for (Statement.Line line : statement.lines()) {
            csv.append(row(
                    statement.number(),
                    Statement.KIND,
                    day(statement.from()),
                    day(statement.to()),
                    day(statement.madeOn()),
                    statement.counsellor().name(),
                    statement.counsellor().enterpriseNumber(),
                    statement.counsellor().iban(),
                    statement.payer(),
                    line.payout().toString(),
                    Objects.requireNonNullElse(line.endToEndId(), ""),
                    line.days(),
                    Integer.toString(line.halfHours()),
                    euro(line.exclVatCents()),
                    euro(line.vatCents()),
                    euro(line.totalCents()),
                    line.statusInWords(),
                    day(line.approvedOn()),
                    day(line.answeredOn()),
                    statement.counsellor().address()));
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String row(String... values) {
        return Arrays.stream(values).map(StatementCsv::quoted).collect(Collectors.joining(";", "", "\r\n"));
    }

    /** A spreadsheet takes what begins so for a formula; names are not ours. */
    private static String quoted(String value) {
        String safe = value.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + value : value;
        return "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}
