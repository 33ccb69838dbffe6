package be.vlaanderen.loopbaankrediet.payout.statement;

import static org.junit.jupiter.api.Assertions.assertTrue;

import be.vlaanderen.loopbaankrediet.payout.registry.Payee;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class StatementPdfTest {

    private static final LocalDate DAY = LocalDate.of(2027, 2, 1);

    @Test
    void a_long_statement_takes_more_pages_and_any_name_can_be_printed() throws IOException {
        Statement.Line line = new Statement.Line(
                new UUID(1, 1),
                null,
                "PAID",
                DAY,
                DAY,
                List.of(new Statement.Delivered(DAY, 4)),
                4,
                18_000,
                3_780,
                21_780);
        Statement statement = new Statement(
                "LBK-1",
                DAY,
                DAY,
                DAY,
                "Departement WEWIS",
                new Payee("Zoë Łukasz 💶\n", "BE71096123456769", "0123456749", "Kerkstraat 1, 9000 Gent"),
                Collections.nCopies(100, line));
        try (var document = Loader.loadPDF(StatementPdf.write(statement))) {
            String text = new PDFTextStripper().getText(document);
            assertTrue(document.getNumberOfPages() > 1);
            assertTrue(text.contains("Zoë Łukasz ??"), text);
            assertTrue(text.contains("21780,00"), text);
        }
    }
}
