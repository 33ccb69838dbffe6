package be.vlaanderen.loopbaankrediet.payout.bank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.vlaanderen.loopbaankrediet.payout.bank.PaymentFile.Payment;
import be.vlaanderen.loopbaankrediet.payout.registry.Payee;
import com.prowidesoftware.swift.model.mx.MxPain00100109;
import com.prowidesoftware.swift.model.mx.dic.CustomerCreditTransferInitiationV09;
import com.prowidesoftware.swift.model.mx.dic.PaymentInstruction30;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NotBlank;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.xml.sax.SAXException;

class PaymentFileTest {

    private static final UUID BATCH = UUID.fromString("0a9f3f0e-6f1f-4d8b-9a51-0c41a4a3f7aa");
    private static final UUID CLAIM = UUID.fromString("5b1d1cf6-6a44-4d6e-b7a5-7a13a9d6a001");
    private static final Payee PAYER = new Payee("Departement WEWIS", "BE68539007547034");
    private static final Instant AT = Instant.parse("2027-02-20T23:30:00.123456Z");

    private static final LocalDate DAY = LocalDate.of(2027, 2, 22);

    private final String xml = PaymentFile.write(
            BATCH,
            PAYER,
            List.of(
                    new Payment("e".repeat(32), CLAIM, 21_780, new Payee("Ann & Zoë <Coaching>", "BE71096123456769")),
                    new Payment("f".repeat(32), new UUID(1, 2), 5, new Payee("N".repeat(120), "NL91ABNA0417164300"))),
            DAY,
            AT);

    @Test
    void the_library_reads_back_what_was_meant() {
        MxPain00100109 file = MxPain00100109.parse(xml);
        CustomerCreditTransferInitiationV09 initiation = file.getCstmrCdtTrfInitn();
        PaymentInstruction30 instruction = initiation.getPmtInf().getFirst();
        assertEquals("2", initiation.getGrpHdr().getNbOfTxs());
        assertEquals(new BigDecimal("217.85"), initiation.getGrpHdr().getCtrlSum());
        assertEquals(new BigDecimal("217.85"), instruction.getCtrlSum());
        assertEquals("BE68539007547034", instruction.getDbtrAcct().getId().getIBAN());
        var first = instruction.getCdtTrfTxInf().getFirst();
        assertEquals("e".repeat(32), first.getPmtId().getEndToEndId());
        assertEquals(new BigDecimal("217.80"), first.getAmt().getInstdAmt().getValue());
        assertEquals("EUR", first.getAmt().getInstdAmt().getCcy());
        assertEquals("Ann + Zoe .Coaching.", first.getCdtr().getNm(), "only signs that every SEPA bank takes");
        assertEquals("BE71096123456769", first.getCdtrAcct().getId().getIBAN());
        assertTrue(first.getRmtInf().getUstrd().getFirst().contains(CLAIM.toString()));
        assertEquals(70, instruction.getCdtTrfTxInf().get(1).getCdtr().getNm().length());
    }

    @Test
    void the_file_is_valid_against_the_schema_of_iso_20022() throws Exception {
        validate(xml);
        String broken = xml.replaceFirst("<(\\w+:)?PmtMtd>TRF", "<$1PmtMtd>TRX");
        assertNotEquals(xml, broken);
        assertThrows(SAXException.class, () -> validate(broken), "the schema really checks");
    }

    /** Also for names that nobody should have. */
    @Property(tries = 60)
    void every_file_is_valid_whatever_the_names_and_amounts(
            @ForAll @NotBlank @StringLength(max = 150) String name,
            @ForAll @LongRange(min = 1, max = 99_999_999_999L) long cents,
            @ForAll @IntRange(min = 1, max = 5) int count)
            throws Exception {
        List<Payment> payments = IntStream.range(0, count)
                .mapToObj(each -> new Payment(
                        "%032x".formatted(each), new UUID(each, cents), cents, new Payee(name, "BE71096123456769")))
                .toList();
        String file = PaymentFile.write(BATCH, PAYER, payments, DAY, AT);
        validate(file);
        CustomerCreditTransferInitiationV09 read = MxPain00100109.parse(file).getCstmrCdtTrfInitn();
        assertEquals(String.valueOf(payments.size()), read.getGrpHdr().getNbOfTxs());
        assertEquals(
                BigDecimal.valueOf(cents * payments.size(), 2), read.getGrpHdr().getCtrlSum());
        for (var transaction : read.getPmtInf().getFirst().getCdtTrfTxInf()) {
            assertTrue(
                    transaction.getCdtr().getNm().matches("[A-Za-z0-9/?:().,'+ -]{1,70}"),
                    transaction.getCdtr().getNm());
            assertTrue(transaction.getPmtId().getEndToEndId().length() <= 35);
            assertTrue(transaction.getRmtInf().getUstrd().getFirst().length() <= 140);
        }
    }

    @Test
    void the_day_of_execution_can_be_moved_and_nothing_else_changes() throws Exception {
        assertEquals(DAY, executeOn(xml));
        String moved = PaymentFile.executedOn(xml, DAY.plusDays(1));
        validate(moved);
        assertEquals(DAY.plusDays(1), executeOn(moved));
        assertEquals(xml, PaymentFile.executedOn(moved, DAY));
    }

    private static LocalDate executeOn(String file) {
        return MxPain00100109.parse(file)
                .getCstmrCdtTrfInitn()
                .getPmtInf()
                .getFirst()
                .getReqdExctnDt()
                .getDt();
    }

    @Test
    void the_same_payments_give_the_same_text() {
        List<Payment> payments = List.of(new Payment("e".repeat(32), CLAIM, 21_780, PAYER));
        assertEquals(
                PaymentFile.write(BATCH, PAYER, payments, DAY, AT), PaymentFile.write(BATCH, PAYER, payments, DAY, AT));
    }

    @Test
    void a_message_id_leads_back_to_the_batch() {
        assertEquals(Optional.of(BATCH), PaymentFile.batchOf(PaymentFile.messageId(BATCH)));
        assertEquals(Optional.empty(), PaymentFile.batchOf("somebody else's"));
    }

    /** The schema comes as a resource of a test dependency (hbci4j-core), so that it stands in no repository of ours. */
    private static void validate(String file) throws Exception {
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(Objects.requireNonNull(PaymentFileTest.class.getResource("/pain.001.001.09.xsd")))
                .newValidator()
                .validate(new StreamSource(new StringReader(file)));
    }
}
