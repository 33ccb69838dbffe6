package be.vlaanderen.loopbaankrediet.payout.bank;

import be.vlaanderen.loopbaankrediet.payout.clawback.StructuredReference;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Reads what the bank says about payments: pain.002 (rejected or not) and camt.054 (booked), of any version, by the names of elements.
 * Without document types or external entities: a file of another is not trusted.
 */
final class BankFile {

    /** What the bank says about one payment, or about all of a file. */
    sealed interface Answer {

        /** End-to-end id, or message id of the file. */
        String reference();

        /** @param amountCents null when none is named for this payment alone */
        record Booked(String reference, @Nullable Long amountCents) implements Answer {}

        /**
         * Money that came in with a structured reference.
         *
         * @param reference its twelve digits
         * @param entry the bank's own reference of the entry; empty when it gives none
         */
        record Credited(String reference, String entry, long amountCents) implements Answer {}

        record Rejected(String reference, String reasonCode) implements Answer {}

        record FileRejected(String reference, String reasonCode) implements Answer {}
    }

    /** The file is not one of the kinds that are understood. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(@Nullable Throwable cause) {
            super("the file of the bank cannot be read", cause);
        }
    }

    private static final Pattern REFERENCE = Pattern.compile("([+*]{3})?[0-9]{3}/?[0-9]{4}/?[0-9]{5}([+*]{3})?");
    private static final String REJECTED = "RJCT";
    private static final String NO_REASON_GIVEN = "MS03"; // ISO 20022: reason not specified by the agent

    private BankFile() {}

    static List<Answer> read(String xml) throws Unreadable {
        try {
            Element document = parse(xml);
            List<Answer> answers = new ArrayList<>();
            boolean understood = false;
            for (Element report : children(document, "CstmrPmtStsRpt")) {
                understood = true;
                statusReport(report, answers);
            }
            for (Element notification : children(document, "BkToCstmrDbtCdtNtfctn")) {
                understood = true;
                entries(notification, answers);
            }
            if (!understood) {
                throw new Unreadable(null);
            }
            return answers;
        } catch (ParserConfigurationException
                | SAXException
                | IOException
                | ArithmeticException
                | NumberFormatException e) {
            throw new Unreadable(e);
        }
    }

    private static void statusReport(Element report, List<Answer> answers) {
        for (Element payment : children(report, "OrgnlPmtInfAndSts")) {
            for (Element transaction : children(payment, "TxInfAndSts")) {
                String reference = text(transaction, "OrgnlEndToEndId");
                if (reference != null && REJECTED.equals(text(transaction, "TxSts"))) {
                    answers.add(new Answer.Rejected(reference, reason(transaction)));
                }
            }
        }
        for (Element group : children(report, "OrgnlGrpInfAndSts")) {
            String reference = text(group, "OrgnlMsgId");
            if (answers.isEmpty() && reference != null && REJECTED.equals(text(group, "GrpSts"))) {
                answers.add(new Answer.FileRejected(reference, reason(group)));
            }
        }
    }

    private static String reason(Element status) {
        String code = children(status, "StsRsnInf").stream()
                .flatMap(information -> children(information, "Rsn").stream())
                .map(reason -> text(reason, "Cd"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(NO_REASON_GIVEN);
        return code.matches("[A-Z0-9]{1,4}") ? code : NO_REASON_GIVEN;
    }

    private static void entries(Element notifications, List<Answer> answers) {
        for (Element notification : children(notifications, "Ntfctn")) {
            for (Element entry : children(notification, "Ntry")) {
                boolean reversal = "true".equals(text(entry, "RvslInd"));
                if (!isBooked(entry) || reversal) {
                    continue;
                }
                if ("DBIT".equals(text(entry, "CdtDbtInd"))) {
                    bookings(entry, answers);
                } else {
                    credits(entry, answers);
                }
            }
        }
    }

    /** Only what has a structured reference, in the structured or the free part: other money is no answer to us. */
    private static void credits(Element entry, List<Answer> answers) {
        List<Element> transactions = transactions(entry);
        for (Element transaction : transactions) {
            String amount = text(transaction, "Amt");
            if (amount == null && transactions.size() == 1) {
                amount = text(entry, "Amt");
            }
            Optional<Long> reference = children(transaction, "RmtInf").stream()
                    .map(Element::getTextContent)
                    .map(REFERENCE::matcher)
                    .filter(Matcher::find)
                    .flatMap(found -> StructuredReference.parse(found.group()).stream())
                    .findFirst();
            if (amount != null && reference.isPresent()) {
                String own = children(transaction, "Refs").stream()
                        .map(references -> text(references, "AcctSvcrRef"))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElseGet(() -> Objects.requireNonNullElse(text(entry, "AcctSvcrRef"), ""));
                answers.add(new Answer.Credited("%012d".formatted(reference.get()), own, cents(amount)));
            }
        }
    }

    private static List<Element> transactions(Element entry) {
        return children(entry, "NtryDtls").stream()
                .flatMap(details -> children(details, "TxDtls").stream())
                .toList();
    }

    private static void bookings(Element entry, List<Answer> answers) {
        List<Element> transactions = transactions(entry);
        for (Element transaction : transactions) {
            for (Element references : children(transaction, "Refs")) {
                String reference = text(references, "EndToEndId");
                if (reference != null) {
                    String amount = text(transaction, "Amt");
                    if (amount == null && transactions.size() == 1) {
                        amount = text(entry, "Amt");
                    }
                    answers.add(new Answer.Booked(reference, amount == null ? null : cents(amount)));
                }
            }
        }
    }

    /** {@code <Sts>BOOK</Sts>} in older versions, {@code <Sts><Cd>BOOK</Cd></Sts>} in newer ones. */
    private static boolean isBooked(Element entry) {
        return children(entry, "Sts").stream()
                .anyMatch(status -> "BOOK".equals(status.getTextContent().strip()));
    }

    private static long cents(String euro) {
        return new BigDecimal(euro).movePointRight(2).longValueExact();
    }

    private static Element parse(String xml) throws ParserConfigurationException, SAXException, IOException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        factory.setXIncludeAware(false);
        factory.setExpandEntityReferences(false);
        var builder = factory.newDocumentBuilder();
        builder.setErrorHandler(new Silent());
        return builder.parse(new InputSource(new StringReader(xml))).getDocumentElement();
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && name.equals(element.getLocalName())) {
                found.add(element);
            }
        }
        return found;
    }

    private static @Nullable String text(Element parent, String name) {
        List<Element> found = children(parent, name);
        return found.isEmpty() ? null : found.getFirst().getTextContent().strip();
    }

    /** The default one writes to standard error. */
    private static final class Silent implements ErrorHandler {
        @Override
        public void warning(SAXParseException e) {}

        @Override
        public void error(SAXParseException e) throws SAXParseException {
            throw e;
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXParseException {
            throw e;
        }
    }
}
