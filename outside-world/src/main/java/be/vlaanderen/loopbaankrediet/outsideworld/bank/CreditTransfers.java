package be.vlaanderen.loopbaankrediet.outsideworld.bank;

import be.vlaanderen.loopbaankrediet.outsideworld.Iban;
import be.vlaanderen.loopbaankrediet.outsideworld.Xml;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * A credit transfer file (pain.001.001.09), as far as a bank needs it to pay.
 *
 * @param messageId given by who sent the file
 */
record CreditTransfers(String messageId, List<Transfer> transfers) {

    static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";
    private static final int MOST_TRANSFERS = 5_000;

    /** One payment from the payer's account to a creditor's; amounts in whole cents of a euro. */
    record Transfer(
            String paymentInformation,
            String payerIban,
            @Nullable String instruction,
            String endToEnd,
            long amountCents,
            String creditorName,
            String creditorIban) {}

    /** The file is not what it should be; the message says where. */
    static final class Malformed extends Exception {

        private static final long serialVersionUID = 1L;

        Malformed(String message) {
            super(message);
        }
    }

    static CreditTransfers read(byte[] file) throws Malformed {
        Element document;
        try {
            document = Xml.read(file);
        } catch (Xml.Unreadable e) {
            throw new Malformed("Het bestand is geen leesbare XML zonder DTD.");
        }
        if (!NAMESPACE.equals(document.getNamespaceURI()) || !"Document".equals(document.getLocalName())) {
            throw new Malformed("Het bestand is geen pain.001.001.09.");
        }
        Element initiation = required(document, "CstmrCdtTrfInitn");
        Element header = required(initiation, "GrpHdr");
        List<Transfer> all = new ArrayList<>();
        for (Element batch : Xml.children(initiation, "PmtInf")) {
            List<Transfer> transfers = transfers(batch);
            checkTotals(batch, transfers, false);
            all.addAll(transfers);
        }
        checkTotals(header, all, true);
        Set<String> ids = new HashSet<>();
        for (Transfer transfer : all) {
            if (!ids.add(transfer.endToEnd)) {
                throw new Malformed("EndToEndId " + transfer.endToEnd + " staat er twee keer in.");
            }
        }
        if (all.isEmpty() || all.size() > MOST_TRANSFERS) {
            throw new Malformed("Het bestand moet 1 tot " + MOST_TRANSFERS + " betalingen bevatten.");
        }
        return new CreditTransfers(text(header, 35, "MsgId"), List.copyOf(all));
    }

    long sumCents() {
        return sum(transfers);
    }

    private static List<Transfer> transfers(Element batch) throws Malformed {
        String paymentInformation = text(batch, 35, "PmtInfId");
        if (!"TRF".equals(text(batch, 3, "PmtMtd"))) {
            throw new Malformed("PmtMtd moet TRF zijn.");
        }
        String payer = text(batch, 34, "DbtrAcct", "Id", "IBAN");
        if (!Iban.isValid(payer)) {
            throw new Malformed("De IBAN van de betaler (DbtrAcct) klopt niet.");
        }
        List<Transfer> transfers = new ArrayList<>();
        for (Element transaction : Xml.children(batch, "CdtTrfTxInf")) {
            Element amount = required(transaction, "Amt", "InstdAmt");
            if (!"EUR".equals(amount.getAttribute("Ccy"))) {
                throw new Malformed("InstdAmt moet in EUR zijn.");
            }
            String instruction = Xml.text(transaction, "PmtId", "InstrId");
            transfers.add(new Transfer(
                    paymentInformation,
                    payer,
                    instruction == null ? null : text(transaction, 35, "PmtId", "InstrId"),
                    text(transaction, 35, "PmtId", "EndToEndId"),
                    cents("InstdAmt", text(transaction, 18, "Amt", "InstdAmt")),
                    text(transaction, 140, "Cdtr", "Nm"),
                    text(transaction, 34, "CdtrAcct", "Id", "IBAN")));
        }
        return transfers;
    }

    private static void checkTotals(Element holder, List<Transfer> transfers, boolean numberRequired) throws Malformed {
        String where = holder.getLocalName();
        String number = Xml.text(holder, "NbOfTxs");
        if (number == null ? numberRequired : !number.equals(String.valueOf(transfers.size()))) {
            throw new Malformed(where + "/NbOfTxs is niet het aantal betalingen.");
        }
        String sum = Xml.text(holder, "CtrlSum");
        if (sum != null && cents("CtrlSum", sum) != sum(transfers)) {
            throw new Malformed(where + "/CtrlSum is niet de som van de bedragen.");
        }
    }

    private static long sum(List<Transfer> transfers) {
        return transfers.stream().mapToLong(Transfer::amountCents).sum();
    }

    private static long cents(String name, String amount) throws Malformed {
        if (!amount.matches("[0-9]{1,12}(\\.[0-9]{1,2})?")) {
            throw new Malformed(name + " is geen bedrag met hoogstens twee decimalen.");
        }
        int point = amount.indexOf('.');
        String whole = point < 0 ? amount : amount.substring(0, point);
        String decimals = point < 0 ? "" : amount.substring(point + 1);
        long cents = Long.parseLong(whole) * 100 + Long.parseLong((decimals + "00").substring(0, 2));
        if (cents == 0) {
            throw new Malformed(name + " is nul.");
        }
        return cents;
    }

    private static Element required(Element parent, String... path) throws Malformed {
        Element found = Xml.find(parent, path);
        if (found == null) {
            throw new Malformed(parent.getLocalName() + "/" + String.join("/", path) + " ontbreekt.");
        }
        return found;
    }

    private static String text(Element parent, int longest, String... path) throws Malformed {
        String text = Xml.text(parent, path);
        if (text == null || text.length() > longest) {
            throw new Malformed(parent.getLocalName() + "/" + String.join("/", path) + " ontbreekt of is te lang.");
        }
        return text;
    }
}
