package be.vlaanderen.loopbaankrediet.payout.bank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.vlaanderen.loopbaankrediet.payout.bank.PaymentFile.Payment;
import be.vlaanderen.loopbaankrediet.payout.registry.Payee;
import com.prowidesoftware.swift.model.mx.MxPain00100109;
import com.prowidesoftware.swift.model.mx.dic.CustomerCreditTransferInitiationV09;
import com.prowidesoftware.swift.model.mx.dic.PaymentInstruction30;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

class PaymentFileTest {

    private static final UUID BATCH = UUID.fromString("0a9f3f0e-6f1f-4d8b-9a51-0c41a4a3f7aa");
    private static final UUID CLAIM = UUID.fromString("5b1d1cf6-6a44-4d6e-b7a5-7a13a9d6a001");
    private static final Payee PAYER = new Payee("Departement WEWIS", "BE68539007547034");
    private static final Instant AT = Instant.parse("2027-02-20T23:30:00.123456Z");

    private final String xml = PaymentFile.write(
            BATCH,
            PAYER,
            List.of(
                    new Payment("e".repeat(32), CLAIM, 21_780, new Payee("Ann & Zoë <Coaching>", "BE71096123456769")),
                    new Payment("f".repeat(32), new UUID(1, 2), 5, new Payee("N".repeat(120), "NL91ABNA0417164300"))),
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
        assertEquals("Ann & Zoë <Coaching>", first.getCdtr().getNm());
        assertEquals("BE71096123456769", first.getCdtrAcct().getId().getIBAN());
        assertTrue(first.getRmtInf().getUstrd().getFirst().contains(CLAIM.toString()));
        assertEquals(70, instruction.getCdtTrfTxInf().get(1).getCdtr().getNm().length());
    }

    /** No schema comes with the library, so the order of the elements of pain.001.001.09 is written out here. */
    @Test
    void the_elements_stand_in_the_order_of_the_schema() throws Exception {
        Element document = DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml)))
                .getDocumentElement();
        assertEquals("Document", document.getLocalName());
        assertEquals("urn:iso:std:iso:20022:tech:xsd:pain.001.001.09", document.getNamespaceURI());
        Element initiation = only(document, "CstmrCdtTrfInitn");
        assertEquals(List.of("GrpHdr", "PmtInf"), names(initiation));
        Element header = only(initiation, "GrpHdr");
        assertEquals(List.of("MsgId", "CreDtTm", "NbOfTxs", "CtrlSum", "InitgPty"), names(header));
        assertTrue(only(header, "CreDtTm").getTextContent().startsWith("2027-02-20T23:30:00"));
        Element instruction = only(initiation, "PmtInf");
        assertEquals(
                List.of(
                        "PmtInfId",
                        "PmtMtd",
                        "BtchBookg",
                        "NbOfTxs",
                        "CtrlSum",
                        "PmtTpInf",
                        "ReqdExctnDt",
                        "Dbtr",
                        "DbtrAcct",
                        "DbtrAgt",
                        "ChrgBr",
                        "CdtTrfTxInf",
                        "CdtTrfTxInf"),
                names(instruction));
        assertEquals(
                "2027-02-21", only(instruction, "ReqdExctnDt").getTextContent().strip(), "the day in Brussels");
        Element transaction = (Element) instruction.getLastChild().getPreviousSibling();
        while (!"CdtTrfTxInf".equals(transaction.getLocalName())) {
            transaction = (Element) transaction.getPreviousSibling();
        }
        assertEquals(List.of("PmtId", "Amt", "Cdtr", "CdtrAcct", "RmtInf"), names(transaction));
        for (String id : List.of("MsgId", "PmtInfId")) {
            String text = id.equals("MsgId")
                    ? only(header, id).getTextContent()
                    : only(instruction, id).getTextContent();
            assertTrue(text.length() <= 35, text);
        }
    }

    @Test
    void the_same_payments_give_the_same_text() {
        List<Payment> payments = List.of(new Payment("e".repeat(32), CLAIM, 21_780, PAYER));
        assertEquals(PaymentFile.write(BATCH, PAYER, payments, AT), PaymentFile.write(BATCH, PAYER, payments, AT));
    }

    @Test
    void a_message_id_leads_back_to_the_batch() {
        assertEquals(Optional.of(BATCH), PaymentFile.batchOf(PaymentFile.messageId(BATCH)));
        assertEquals(Optional.empty(), PaymentFile.batchOf("somebody else's"));
    }

    private static List<String> names(Element parent) {
        List<String> names = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                names.add(element.getLocalName());
            }
        }
        return names;
    }

    private static Element only(Element parent, String name) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && name.equals(element.getLocalName())) {
                return element;
            }
        }
        throw new AssertionError("no " + name);
    }
}
