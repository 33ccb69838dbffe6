package be.vlaanderen.loopbaankrediet.providerregistry.enterprise;

import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Application.Enterprise;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads what {@code Onderneming.GeefOnderneming} of MAGDA says. A document with a DTD is not read at all: so no entities, bombs or foreign files.
 */
final class EnterpriseReply {

    /** "Geen gegevens gevonden": an answer, not an error. */
    private static final Set<String> NOTHING_FOUND = Set.of("30001", "40000");

    private static final String ACTIVE = "AC";
    private static final DocumentBuilderFactory FACTORY = factory();

    private EnterpriseReply() {}

    /** @throws MagdaSilent when this is no answer to the question; its text holds nothing of the reply but codes */
    static Enterprise read(byte[] reply, String enterprise) throws MagdaSilent {
        Element envelope = parse(reply);
        List<Element> replies = all(List.of(envelope), "Body", "GeefOndernemingResponse", "Repliek");
        if (replies.size() != 1) {
            throw new MagdaSilent("another reply than asked");
        }
        List<Element> answers = all(replies, "Antwoorden", "Antwoord");
        if (refuses(replies) || refuses(answers)) {
            return Enterprise.UNKNOWN;
        }
        List<Element> content = all(answers, "Inhoud");
        if (content.isEmpty()) {
            throw new MagdaSilent("no Inhoud");
        }
        List<Element> found = all(content, "Onderneming");
        if (found.isEmpty()) {
            return Enterprise.UNKNOWN;
        }
        if (!enterprise.equals(text(found, "Ondernemingsnummer"))) {
            throw new MagdaSilent("about another enterprise"); // must never count
        }
        String status = text(found, "StatusKBO", "Code");
        if (status == null) {
            throw new MagdaSilent("no StatusKBO");
        }
        return status.equals(ACTIVE) ? Enterprise.ACTIVE : Enterprise.STOPPED;
    }

    /** True when it says that nothing was found. */
    private static boolean refuses(List<Element> parts) throws MagdaSilent {
        for (Element exception : all(parts, "Uitzonderingen", "Uitzondering")) {
            String code = text(List.of(exception), "Identificatie");
            if (code != null && NOTHING_FOUND.contains(code)) {
                return true;
            }
            String type = text(List.of(exception), "Type");
            if (type == null || type.equals("FOUT")) {
                throw new MagdaSilent(
                        "exception " + (code != null && code.matches("[0-9]{1,6}") ? code : "without code"));
            }
        }
        return false;
    }

    private static @Nullable String text(List<Element> from, String... path) {
        List<Element> found = all(from, path);
        return found.isEmpty() ? null : found.getFirst().getTextContent().strip();
    }

    /** Every element at the path, by local names. */
    private static List<Element> all(List<Element> from, String... path) {
        List<Element> found = from;
        for (String step : path) {
            List<Element> next = new ArrayList<>();
            for (Element each : found) {
                for (Node node = each.getFirstChild(); node != null; node = node.getNextSibling()) {
                    if (node instanceof Element child && child.getLocalName().equals(step)) {
                        next.add(child);
                    }
                }
            }
            found = next;
        }
        return found;
    }

    private static Element parse(byte[] document) throws MagdaSilent {
        try {
            DocumentBuilder builder = FACTORY.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler()); // the parser would print what it cannot read
            return builder.parse(new ByteArrayInputStream(document)).getDocumentElement();
        } catch (SAXException | ParserConfigurationException | IOException e) {
            throw new MagdaSilent("no XML that may be read"); // the parser's own words could quote the reply
        }
    }

    private static DocumentBuilderFactory factory() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setAttribute("jdk.xml.maxElementDepth", "200");
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            return factory;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }
}
