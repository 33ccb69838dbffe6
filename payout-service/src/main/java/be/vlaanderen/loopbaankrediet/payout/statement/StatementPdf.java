package be.vlaanderen.loopbaankrediet.payout.statement;

import static be.vlaanderen.loopbaankrediet.payout.statement.Statement.day;
import static be.vlaanderen.loopbaankrediet.payout.statement.Statement.euro;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;

/** The statement on A4, lying, as many pages as it takes. */
final class StatementPdf implements AutoCloseable {

    private static final PDRectangle A4 = new PDRectangle(842, 595); // points
    private static final float MARGIN = 40;
    private static final float LEADING = 14;
    private static final float SIZE = 9;
    private static final float TITLE = 16;

    /** Where each column begins. */
    private static final int[] COLUMNS = {40, 110, 260, 320, 385, 440, 500, 690};

    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private final PDDocument document = new PDDocument();
    private final PDFont font;
    private @Nullable PDPageContentStream page;
    private float y;

    private StatementPdf() throws IOException {
        try (InputStream file = Objects.requireNonNull(PDDocument.class.getResourceAsStream(FONT))) {
            font = PDType0Font.load(document, file);
        }
    }

    static byte[] write(Statement statement) {
        try (StatementPdf pdf = new StatementPdf()) {
            return pdf.draw(statement);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] draw(Statement statement) throws IOException {
        newPage();
        text(TITLE, "Betaaloverzicht loopbaankrediet");
        y -= LEADING;
        text(SIZE, "Nummer: " + statement.number());
        text(SIZE, "Periode: " + day(statement.from()) + " tot en met " + day(statement.to()));
        text(SIZE, "Opgemaakt op: " + day(statement.madeOn()));
        text(SIZE, "Betaler: " + statement.payer());
        text(SIZE, "Loopbaanbegeleider: " + statement.counsellor().name());
        if (!statement.counsellor().address().isEmpty()) {
            text(SIZE, "Adres: " + statement.counsellor().address());
        }
        text(SIZE, "Ondernemingsnummer: " + statement.counsellor().enterpriseNumber());
        if (!statement.counsellor().iban().isEmpty()) {
            text(SIZE, "Rekening: " + statement.counsellor().iban());
        }
        text(
                SIZE,
                "Dienst: loopbaanbegeleiding, per half uur. Btw 21 % waar u die dag btw-plichtig was, anders geen btw");
        text(SIZE, "(bijzondere vrijstellingsregeling voor kleine ondernemingen). Bedragen in euro.");
        y -= LEADING;
        header();
        for (Statement.Line line : statement.lines()) {
            line(line);
        }
        y -= LEADING / 2;
        row(
                "Totaal",
                "",
                Integer.toString(statement.halfHours()),
                euro(statement.exclVatCents()),
                euro(statement.vatCents()),
                euro(statement.totalCents()),
                "",
                "");
        y -= LEADING;
        text(SIZE, Statement.NO_INVOICE);
        end();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }

    private void header() throws IOException {
        row("Goedgekeurd", "Dagen (halve uren)", "Halve uren", "Excl. btw", "Btw", "Totaal", "Status", "Antwoord bank");
    }

    private void line(Statement.Line line) throws IOException {
        List<Statement.Delivered> delivered = line.delivered();
        for (int i = 0; i < Math.max(1, delivered.size()); i++) {
            String days = delivered.isEmpty()
                    ? ""
                    : day(delivered.get(i).on()) + " (" + delivered.get(i).halfHours() + ")";
            if (i > 0) {
                row("", days, "", "", "", "", "", "");
            } else {
                row(
                        day(line.approvedOn()),
                        days,
                        Integer.toString(line.halfHours()),
                        euro(line.exclVatCents()),
                        euro(line.vatCents()),
                        euro(line.totalCents()),
                        line.statusInWords(),
                        day(line.answeredOn()));
            }
        }
    }

    private void row(String... cells) throws IOException {
        room();
        for (int i = 0; i < cells.length; i++) {
            at(COLUMNS[i], SIZE, cells[i]);
        }
        y -= LEADING;
    }

    private void text(float size, String text) throws IOException {
        room();
        at(MARGIN, size, text);
        y -= LEADING;
    }

    private void room() throws IOException {
        if (y < MARGIN) {
            newPage();
        }
    }

    private void at(float x, float size, String text) throws IOException {
        PDPageContentStream stream = Objects.requireNonNull(page);
        stream.beginText();
        stream.setFont(font, size);
        stream.newLineAtOffset(x, y);
        stream.showText(printable(text));
        stream.endText();
    }

    /** A name may hold characters that the font has not. */
    private String printable(String text) {
        StringBuilder printable = new StringBuilder();
        text.codePoints().forEach(point -> printable.append(hasGlyph(point) ? Character.toString(point) : "?"));
        return printable.toString();
    }

    private boolean hasGlyph(int point) {
        try {
            return font.encode(Character.toString(point)).length > 0;
        } catch (IllegalArgumentException | IOException e) {
            return false;
        }
    }

    private void newPage() throws IOException {
        end();
        PDPage next = new PDPage(A4);
        document.addPage(next);
        page = new PDPageContentStream(document, next);
        y = A4.getHeight() - MARGIN;
    }

    private void end() throws IOException {
        if (page != null) {
            page.close();
            page = null;
        }
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
